using System.Collections.Immutable;
using CdeCodegen.Analyzers.Findings;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>
/// Tells the project's report what the code does with each documented response of a call. Reported only in a build with <c>CdeCodegenReport</c>, whose task
/// reads it from the compiler's log. The log contains information, but no hidden diagnostics.
/// </summary>
internal static class CDE1090
{
    public const string Id = nameof(CDE1090);

    /// <summary>The project property that asks for a report.</summary>
    public const string ReportProperty = "build_property.CdeCodegenReport";

    // NotConfigurable: neither a severity for all rules nor a pragma changes what the report sees.
    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "What the code does with each response of a call",
        "The responses of '{0}'{1}",
        RuleInfo.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Information for the report of a build with CdeCodegenReport. No other build reports it.",
        DiagnosticPages.AddressOf(Id),
        WellKnownDiagnosticTags.NotConfigurable);

    public static Diagnostic Create(Handling handling)
    {
        ResultType type = handling.Type;
        CaseSet thrown = handling.Thrown.Except(handling.Unhandled).Except(handling.CaughtOnly);
        CaseSet handled = handling.Named.Except(handling.Unhandled).Except(handling.CaughtOnly).Except(thrown);
        CaseSet passedOn = type.All.Except(handled).Except(thrown).Except(handling.CaughtOnly).Except(handling.Unhandled);
        ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties.Add("result", type.Symbol.ToDisplayString());
        properties.Add("operation", type.OperationId ?? "");
        properties.Add("handled", Statuses(type, handled));
        properties.Add("catchAll", Statuses(type, handling.CaughtOnly));
        properties.Add("throws", Statuses(type, thrown));
        properties.Add("passedOn", Statuses(type, passedOn));
        properties.Add("unhandled", Statuses(type, handling.Unhandled));
        properties.Add("required", Statuses(type, handling.Required));
        properties.Add("discarded", handling.IsDiscarded ? "true" : "false");
        if (handling.IncompleteSwitch is SwitchExpressionSyntax incomplete)
        {
            properties.Add("switch", CallText.Line(incomplete.SwitchKeyword));
        }

        return Diagnostic.Create(
            Rule, handling.Place.GetLocation(), additionalLocations: null, properties.ToImmutable(), type.Symbol.Name, CaseText.Operation(type));
    }

    private static string Statuses(ResultType type, CaseSet cases) =>
        string.Join(",", type.CasesIn(cases).ConvertAll(static documented => documented.Status));
}
