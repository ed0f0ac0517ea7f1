using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Coverage;

/// <summary>
/// Checks loops over the items of all pages of a list: a page that is a documented failure throws, as <c>EnsureSuccess()</c> does. The flow tracks
/// the pages themselves, from <c>AsPages()</c>, like other results.
/// </summary>
internal static class PagedItems
{
    /// <summary>The result type of the pages, when no enclosing handler catches what a failed page throws; null otherwise.</summary>
    public static ResultType? Unchecked(IForEachLoopOperation loop, ResultTypes types, Func<ITypeSymbol?, bool> catches)
    {
        if (!loop.IsAsynchronous || Source(loop.Collection).Type is not INamedTypeSymbol { Name: KnownNames.Pages, Arity: 2 } pages
            || pages.ContainingNamespace.ToDisplayString() != KnownNames.RuntimeNamespace)
        {
            return null;
        }

        IOperation child = loop;
        for (IOperation? parent = loop.Parent;
            parent is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation);
            child = parent, parent = parent.Parent)
        {
            if (parent is ITryOperation { Body: { } body } attempt && ReferenceEquals(body, child))
            {
                foreach (ICatchClauseOperation handler in attempt.Catches)
                {
                    if (catches(handler.ExceptionType))
                    {
                        return null;
                    }
                }
            }
        }

        return types.Find(pages.TypeArguments[0])?.Type;
    }

    /// <summary>Unwraps <c>WithCancellation</c> and <c>ConfigureAwait</c>.</summary>
    private static IOperation Source(IOperation collection)
    {
        while (true)
        {
            switch (collection)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    collection = conversion.Operand;
                    break;
                case IInvocationOperation { TargetMethod.Name: "WithCancellation" or "ConfigureAwait" } call
                    when (call.Instance ?? (call.Arguments.IsEmpty ? null : call.Arguments[0].Value)) is { } inner:
                    collection = inner;
                    break;
                default:
                    return collection;
            }
        }
    }
}
