using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>On some path a required status is left without anybody having dealt with it.</summary>
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
        "The operation documents this status, and there is a path on which nobody deals with it. Add a case for it.",
        RuleInfo.Pages + Id + ".md");

    public static Diagnostic Create(Location location, SyntaxNode? test, ResultType type, ulong missing) =>
        Diagnostic.Create(Rule, location, test is null ? null : [test.GetLocation()], CaseText.Properties(type, missing),
            CaseText.List(type, missing), type.Operation, CaseText.Verb(missing));
}
