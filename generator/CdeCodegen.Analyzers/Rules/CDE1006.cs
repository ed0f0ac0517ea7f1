using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Reports explicit discards, <c>_ = await call</c>. Off by default, because a discard states intent.</summary>
internal static class CDE1006
{
    public const string Id = nameof(CDE1006);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "API result explicitly discarded",
        "The result of {0} is discarded",
        RuleInfo.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false,
        "An explicit discard is allowed unless this rule is enabled.",
        DiagnosticPages.AddressOf(Id));

    public static Diagnostic Create(SyntaxNode call, ResultType type) => Diagnostic.Create(Rule, call.GetLocation(), CallText.Call(call, type));
}
