using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Reports a switch expression over a result that has no arm for some cases. It replaces the compiler's CS8509, which names no case.</summary>
internal static class CDE1010
{
    public const string Id = nameof(CDE1010);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Switch does not cover every case",
        "The switch does not cover {0} of '{1}'{2}",
        RuleInfo.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "For a case without an arm, the switch expression throws. Add an arm for each missing case.",
        DiagnosticPages.AddressOf(Id));

    public static Diagnostic Create(Location location, ResultType type, ulong missing) => Diagnostic.Create(
        Rule, location, additionalLocations: null, CaseText.Properties(type, missing), CaseText.List(type, missing), type.Symbol.Name,
            CaseText.Operation(type));
}
