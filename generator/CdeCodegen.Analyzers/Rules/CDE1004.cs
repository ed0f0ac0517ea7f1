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
        "The call of '{0}' is not awaited, its result is lost",
        RuleInfo.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Without an await, the result and any exception of the call are lost. Await the call.",
        RuleInfo.Pages + Id + ".md");

    public static Diagnostic Create(Location location, ResultType type) => Diagnostic.Create(Rule, location, type.Operation);
}
