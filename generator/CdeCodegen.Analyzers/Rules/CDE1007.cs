using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>The success body is taken without a look at the case.</summary>
internal static class CDE1007
{
    public const string Id = nameof(CDE1007);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Result unwrapped without checking",
        "The result of '{0}' is unwrapped without checking its case",
        RuleInfo.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "For any other case than the expected one this throws, and nothing around it catches the exception.",
        RuleInfo.Pages + Id + ".md");

    public static Diagnostic Create(SyntaxNode unwrap, ResultType type) => Diagnostic.Create(Rule, unwrap.GetLocation(), type.Operation);
}
