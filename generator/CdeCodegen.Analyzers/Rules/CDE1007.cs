using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Reports a read of the success value without a check of the case.</summary>
internal static class CDE1007
{
    public const string Id = nameof(CDE1007);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Result unwrapped without checking",
        "'{0}' is unwrapped without a check of its case{1}",
        RuleInfo.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "This throws for every case but the expected one, and no enclosing handler catches the exception.",
        DiagnosticPages.AddressOf(Id));

    public static Diagnostic Create(SyntaxNode unwrap, ResultType type) =>
        Diagnostic.Create(Rule, unwrap.GetLocation(), type.Symbol.Name, CaseText.Operation(type));
}
