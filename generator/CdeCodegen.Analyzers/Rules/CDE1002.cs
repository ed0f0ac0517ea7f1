using CdeCodegen.Analyzers.Findings;
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
        "{0} of '{1}' {2} not handled: {3}",
        RuleInfo.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The operation documents this status, and at least one path does not handle it. Add a case for it.",
        DiagnosticPages.AddressOf(Id));

    public static Diagnostic Create(SyntaxNode call, SyntaxNode? test, PassedPlace? passed, ResultType type, ulong missing) => Diagnostic.Create(
        Rule, call.GetLocation(), PassedText.Locations(test, passed), PassedText.Properties(type, missing, test, passed),
        CaseText.List(type, missing), type.Symbol.Name, CaseText.Verb(missing), Cause(call, test, passed, type, missing));

    private static string Cause(SyntaxNode call, SyntaxNode? test, PassedPlace? passed, ResultType type, ulong missing) => passed is not null
        ? $"{CaseText.Pronoun(missing)} through {PassedText.Place(call, passed)}{CallText.After(call, type)}"
        : test is null ? $"the result of {CallText.Call(call, type)} is never tested"
        : $"the result of {CallText.Call(call, type)} is not tested on every path";
}
