using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>A switch lists every case, and a catch-all after them that nothing reaches.</summary>
internal static class CDE1009
{
    public const string Id = nameof(CDE1009);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Redundant catch-all: every case is listed",
        "Every case of '{0}' is listed, the catch-all is never reached",
        RuleInfo.Category,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        "Without the catch-all the analyzer points out a case that the operation gains later; with it the new case ends up there in silence.",
        RuleInfo.Pages + Id + ".md",
        WellKnownDiagnosticTags.Unnecessary);

    public static Diagnostic Create(Location location, ResultType type) => Diagnostic.Create(Rule, location, type.Operation);
}
