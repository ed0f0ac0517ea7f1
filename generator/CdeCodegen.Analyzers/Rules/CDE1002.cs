using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Reports required statuses that some path does not handle.</summary>
internal static class CDE1002
{
    public const string Id = nameof(CDE1002);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Response status is not handled",
        "{0} of '{1}' {2} not handled",
        RuleInfo.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The operation documents this status, and at least one path does not handle it. Add a case for it.",
        RuleInfo.Pages + Id + ".md");

    public static Diagnostic Create(Location location, SyntaxNode? test, ResultType type, ulong missing) =>
        Diagnostic.Create(Rule, location, test is null ? null : [test.GetLocation()], CaseText.Properties(type, missing),
            CaseText.List(type, missing), type.Operation, CaseText.Verb(missing));
}
