using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Reports a call whose result is dropped.</summary>
internal static class CDE1001
{
    public const string Id = nameof(CDE1001);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "API result is ignored",
        "The result of {0} is ignored. Handle the cases of '{1}', or write '{2}' if the outcome does not matter.",
        RuleInfo.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A call that returns 403 or 404 does not throw: only its result tells what happened, and this result is never read. "
            + "Handle its cases, or discard it with '_ ='.",
        DiagnosticPages.AddressOf(Id));

    public static Diagnostic Create(SyntaxNode call, ResultType type) => Diagnostic.Create(
        Rule, call.GetLocation(), additionalLocations: null, CaseText.Properties(type, type.All), CallText.Call(call, type), type.Symbol.Name,
            CallText.Discard(call));
}
