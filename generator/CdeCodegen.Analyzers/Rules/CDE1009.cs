using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Reports an unreachable catch-all in a switch that lists every case.</summary>
internal static class CDE1009
{
    public const string Id = nameof(CDE1009);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Redundant catch-all: every case is listed",
        "Every case of '{0}' is listed, so the catch-all is never reached",
        RuleInfo.Category,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        "Without the catch-all, the analyzer reports a case that the operation gains later. The catch-all would handle it silently.",
        DiagnosticPages.AddressOf(Id),
        WellKnownDiagnosticTags.Unnecessary);

    public static Diagnostic Create(Location location, ResultType type) => Diagnostic.Create(Rule, location, type.Symbol.Name);
}
