using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>Whether somebody is there for the exception of <c>EnsureSuccess()</c>.</summary>
internal static class UnwrapSite
{
    public static bool IsCaught(IOperation unwrap, Compilation compilation)
    {
        for (SyntaxNode? node = unwrap.Syntax; node is not null; node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax)
                return false;
            if (node.Parent is TryStatementSyntax attempt && attempt.Block == node)
                foreach (var handler in attempt.Catches)
                    if (Catches(handler, unwrap.SemanticModel, compilation))
                        return true;
        }
        return false;
    }

    static bool Catches(CatchClauseSyntax handler, SemanticModel? model, Compilation compilation)
    {
        if (handler.Declaration is not { } declaration || model is null)
            return true;
        var caught = model.GetTypeInfo(declaration.Type).Type;
        if (caught is null || caught.TypeKind == TypeKind.Error)
            return true;
        var thrown = compilation.GetTypesByMetadataName(KnownNames.ResultException);
        // Without the runtime's exception in sight a hand-written method threw, and any handler may be for it.
        if (thrown.IsEmpty)
            return true;
        foreach (var exception in thrown)
            if (ResultType.IsA(exception, caught))
                return true;
        return false;
    }
}
