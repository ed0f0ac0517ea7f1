using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>The exception that <c>EnsureSuccess()</c> throws, and the items of a failed page.</summary>
internal static class ResultExceptions
{
    /// <summary>Whether a handler of <paramref name="caught"/> gets it.</summary>
    public static bool MayCatch(Compilation compilation, ITypeSymbol? caught)
    {
        if (caught is null || caught.TypeKind == TypeKind.Error)
        {
            return true;
        }

        ImmutableArray<INamedTypeSymbol> thrown = compilation.GetTypesByMetadataName(KnownNames.ResultException);
        // Without the runtime's exception in sight a hand-written method threw, and any handler may be for it.
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
