using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>The result of a call is dropped.</summary>
internal static class CDE1001
{
    public const string Id = nameof(CDE1001);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "API result is ignored",
        "The result of '{0}' is ignored",
        RuleInfo.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A call that answers 403 or 404 does not throw: what happened is in its result, and nobody looks at it. Deal with the cases, or discard it with '_ ='.",
        RuleInfo.Pages + Id + ".md");

    public static Diagnostic Create(Location location, ResultType type) =>
        Diagnostic.Create(Rule, location, additionalLocations: null, CaseText.Properties(type, type.All), type.Operation);
}
