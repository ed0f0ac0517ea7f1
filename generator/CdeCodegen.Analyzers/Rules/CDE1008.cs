using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>A status is asked for that no documented response has.</summary>
internal static class CDE1008
{
    public const string Id = nameof(CDE1008);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Status can never be returned by this operation",
        "'{0}' never returns {1}: the operation does not document it",
        RuleInfo.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A status that is not documented throws UnexpectedStatusException; a result never has it.",
        RuleInfo.Pages + Id + ".md");

    public static Diagnostic Create(IOperation constant, ResultType type)
    {
        Statuses.TryRead(constant, out long status);
        return Diagnostic.Create(Rule, constant.Syntax.GetLocation(), type.Operation, status);
    }
}
