using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Reports a test for a status that no documented response has.</summary>
internal static class CDE1008
{
    public const string Id = nameof(CDE1008);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Status can never be returned by this operation",
        "'{0}' never has the status {1}: its operation{2} does not document it",
        RuleInfo.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "An undocumented status throws UnexpectedStatusException, so a result never has it.",
        DiagnosticPages.AddressOf(Id));

    public static Diagnostic Create(Location location, ResultType type, long status) => Diagnostic.Create(
        Rule, location, type.Symbol.Name, status, type.OperationId is { } id ? $" '{id}'" : "");
}
