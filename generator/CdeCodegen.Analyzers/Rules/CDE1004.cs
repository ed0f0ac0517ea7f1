using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>The task of a call is dropped, and the result with it.</summary>
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
        "Nobody waits for the call, so neither its result nor an exception reaches anybody. Await it.",
        RuleInfo.Pages + Id + ".md");

    public static Diagnostic Create(Location location, ResultType type) => Diagnostic.Create(Rule, location, type.Operation);
}
