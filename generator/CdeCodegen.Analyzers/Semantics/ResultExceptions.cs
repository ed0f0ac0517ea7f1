using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>The exception that <c>EnsureSuccess()</c> and the items of a failed page throw.</summary>
internal static class ResultExceptions
{
    /// <summary>Whether a handler for <paramref name="caught"/> catches it; null stands for any exception.</summary>
    public static bool MayCatch(Compilation compilation, ITypeSymbol? caught)
    {
        if (caught is null || caught.TypeKind == TypeKind.Error)
        {
            return true;
        }

        ImmutableArray<INamedTypeSymbol> thrown = compilation.GetTypesByMetadataName(KnownNames.ResultException);
        // Without the runtime's exception type, a hand-written method throws an unknown type, so any handler may catch it.
        if (thrown.IsEmpty)
        {
            return true;
        }

        foreach (INamedTypeSymbol exception in thrown)
        {
            if (ResultType.IsA(exception, caught))
            {
                return true;
            }
        }

        return false;
    }
}
