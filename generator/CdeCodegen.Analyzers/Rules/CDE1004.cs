using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Reports a call whose task is dropped, and its result with it.</summary>
internal static class CDE1004
{
    public const string Id = nameof(CDE1004);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Call is not awaited, its result is lost",
        "The call of {0} is not awaited, so its '{1}' is lost. Await it, or write '_ = …' if the outcome does not matter.",
        RuleInfo.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Without an await, the result and any exception of the call are lost. Await the call.",
        DiagnosticPages.AddressOf(Id));

    public static Diagnostic Create(SyntaxNode call, ResultType type) =>
        Diagnostic.Create(Rule, call.GetLocation(), CallText.Call(call, type), type.Symbol.Name);
}
