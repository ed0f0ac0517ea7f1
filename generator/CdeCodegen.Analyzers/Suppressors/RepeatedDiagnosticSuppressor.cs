using System.Collections.Immutable;
using CdeCodegen.Analyzers.Coverage;
using CdeCodegen.Analyzers.Findings;
using CdeCodegen.Analyzers.Infrastructure;
using CdeCodegen.Analyzers.Rules;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Suppressors;

/// <summary>
/// Suppresses warnings of the compiler and of the IDE where a rule of the analyzer reports the same fault and says more about it. The rule must be enabled
/// there, with at least the severity of the suppressed warning, so that a fault never goes unreported.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedDiagnosticSuppressor : DiagnosticSuppressor
{
    private const string SwitchJustification = "CDE1010 names the missing cases.";
    private const string CallJustification = "CDE1004 reports the call, and names its result.";
    private const string DropJustification = "CDE1001 or CDE1004 reports the dropped result.";
    private const string LocalJustification = "CDE1001, CDE1002 or CDE1004 reports the result that is never read.";

    private static readonly SuppressionDescriptor s_switch = new("CDES0004", "CS8509", SwitchJustification);
    private static readonly SuppressionDescriptor s_call = new("CDES0005", "CS4014", CallJustification);
    private static readonly SuppressionDescriptor s_statement = new("CDES0006", "IDE0058", DropJustification);
    private static readonly SuppressionDescriptor s_local = new("CDES0007", "IDE0059", LocalJustification);
    private static readonly SuppressionDescriptor s_arms = new("CDES0008", "IDE0072", SwitchJustification);
    private static readonly SuppressionDescriptor s_guardedSwitch = new("CDES0009", "CS8846", SwitchJustification);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        ImmutableArray.Create(s_switch, s_call, s_statement, s_local, s_arms, s_guardedSwitch);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (!ResultSearch.MayFind(context.Compilation, context.CancellationToken))
        {
            return;
        }

        var types = new ResultTypes();
        var members = new MemberFindings(context, types);
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (diagnostic.Location.SourceTree is not { } tree)
            {
                continue;
            }

            SyntaxNode node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            try
            {
                if (FindRule(diagnostic, node, context.GetSemanticModel(tree), types, members) is { } rule
                    && RuleSeverity.Outranks(
                        rule, diagnostic, context.Compilation, context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree), context.CancellationToken))
                {
                    context.ReportSuppression(Suppression.Create(DescriptorFor(diagnostic.Id), diagnostic));
                }
            }
            catch (Exception fault) when (!InternalErrors.AreThrown && fault is not OperationCanceledException)
            {
                // On an internal error, keep the warning: one too many is better than none.
            }
        }
    }

    private static SuppressionDescriptor DescriptorFor(string id) => id switch
    {
        "CS8509" => s_switch,
        "CS8846" => s_guardedSwitch,
        "CS4014" => s_call,
        "IDE0058" => s_statement,
        "IDE0059" => s_local,
        _ => s_arms,
    };

    /// <summary>The rule that reports the same fault; null if there is none.</summary>
    private static DiagnosticDescriptor? FindRule(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, ResultTypes types, MemberFindings members)
    {
        switch (diagnostic.Id)
        {
            case "CS4014":
                return node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } call
                    ? RuleFor(call, call.Expression, model, types, members, FindingKind.NotAwaited) : null;
            case "IDE0058":
                return node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } statement
                    ? RuleFor(statement, statement.Expression, model, types, members, FindingKind.Ignored, FindingKind.NotAwaited)
                    : null;
            case "IDE0059":
                return Assigned(node) is { } value && types.Find(model.GetTypeInfo(value).Type) is not null
                    ? RuleFor(value, value, model, types, members, FindingKind.Unhandled, FindingKind.Ignored, FindingKind.NotAwaited)
                    : null;
            default:
                return node.FirstAncestorOrSelf<SwitchExpressionSyntax>() is { } expression
                    && SwitchCoverage.OfIncomplete(model.GetOperation(expression), types) is not null
                    && members.IsAnalyzed(expression, model)
                    ? CDE1010.Rule
                    : null;
        }
    }

    /// <summary>The value that <c>var r = value</c> or <c>r = value</c> assigns, for a node on the left.</summary>
    private static ExpressionSyntax? Assigned(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Initializer.Value: { } value } => value,
        AssignmentExpressionSyntax { Right: { } value } => value,
        { Parent: AssignmentExpressionSyntax { Left: { } left, Right: { } value } } when left == node => value,
        _ => null,
    };

    private static DiagnosticDescriptor? RuleFor(
        SyntaxNode scope, ExpressionSyntax value, SemanticModel model, ResultTypes types, MemberFindings members, params FindingKind[] kinds)
    {
        if (model.GetOperation(value) is not { } operation || !HoldsResult(operation, types))
        {
            return null;
        }

        foreach (Finding finding in members.Around(operation, model))
        {
            if (Array.IndexOf(kinds, finding.Kind) >= 0 && scope.Span.Contains(finding.Place.Span) && !IsInLambda(finding.Place, scope))
            {
                return finding.Kind switch
                {
                    FindingKind.Ignored => CDE1001.Rule,
                    FindingKind.Unhandled => CDE1002.Rule,
                    _ => CDE1004.Rule,
                };
            }
        }

        return null;
    }

    // A cheap test before the analysis of the member.
    private static bool HoldsResult(IOperation operation, ResultTypes types)
    {
        foreach (IOperation inner in operation.DescendantsAndSelf())
        {
            if (types.Find(inner.Type) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInLambda(SyntaxNode node, SyntaxNode scope)
    {
        for (SyntaxNode? parent = node; parent is not null && parent != scope; parent = parent.Parent)
        {
            if (parent is AnonymousFunctionExpressionSyntax)
            {
                return true;
            }
        }

        return false;
    }
}
