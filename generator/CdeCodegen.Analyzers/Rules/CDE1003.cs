using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>A required status is dealt with only by an <c>else</c>, a <c>default</c> or a <c>_</c>.</summary>
internal static class CDE1003
{
    public const string Id = nameof(CDE1003);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Documented status handled only by a catch-all",
        "{0} of '{1}' {2} handled only by a catch-all",
        RuleInfo.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A catch-all is right for what the operation does not document. Name the documented status, so that a new one cannot hide behind it.",
        RuleInfo.Pages + Id + ".md");

    public static Diagnostic Create(Location location, SyntaxNode? test, ResultType type, ulong caught) =>
        Diagnostic.Create(Rule, location, test is null ? null : [test.GetLocation()], CaseText.Properties(type, caught),
            CaseText.List(type, caught), type.Operation, CaseText.Verb(caught));
}
