using CdeCodegen.Analyzers.Findings;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Reports required statuses that only an <c>else</c>, a <c>default</c> or a <c>_</c> handles.</summary>
internal static class CDE1003
{
    public const string Id = nameof(CDE1003);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Documented status handled only by a catch-all",
        "{0} of '{1}' {2} handled only by a catch-all{3}{4}",
        RuleInfo.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Use a catch-all only for undocumented statuses. Name each documented status, so that a catch-all cannot hide a new one.",
        DiagnosticPages.AddressOf(Id));

    public static Diagnostic Create(SyntaxNode call, SyntaxNode? test, PassedPlace? passed, ResultType type, ulong caught) => Diagnostic.Create(
        Rule, call.GetLocation(), PassedText.Locations(test, passed), PassedText.Properties(type, caught, test, passed),
        CaseText.List(type, caught), type.Symbol.Name, CaseText.Verb(caught), passed is null ? "" : $" of {PassedText.Place(call, passed)}",
            CallText.After(call, type));
}
