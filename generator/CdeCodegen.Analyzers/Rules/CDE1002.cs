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

    public static Diagnostic Create(SyntaxNode call, SyntaxNode? test, ResultType type, ulong missing) => Diagnostic.Create(
        Rule, call.GetLocation(), test is null ? null : [test.GetLocation()], CaseText.Properties(type, missing),
        CaseText.List(type, missing), type.Symbol.Name, CaseText.Verb(missing), Cause(call, test, type, missing));

    // The line ends with a comma or the message: a number before a space is a status to those who search messages.
    private static string Cause(SyntaxNode call, SyntaxNode? test, ResultType type, ulong missing) => test is null
        ? $"the result of {CallText.Call(call, type)} is never tested"
        : $"{CaseText.Pronoun(missing)} through the test on line {CallText.Line(test)}{CallText.After(call, type)}";
}
