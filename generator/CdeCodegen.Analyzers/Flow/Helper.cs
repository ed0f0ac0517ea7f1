using CdeCodegen.Analyzers.Findings;
using CdeCodegen.Analyzers.Flow.Evaluation;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>
/// A method or local function that is given results. Its body is solved once for each parameter and set of cases that callers pass; it follows no
/// further helper, so recursion ends here.
/// </summary>
internal sealed class Helper(IMethodSymbol method, ControlFlowGraph graph, BodyContext body)
{
    private readonly List<(int Parameter, CaseSet Entering, HelperSummary? Summary)> _summaries = [];

    public HelperSummary? Summarize(int parameter, CaseSet entering)
    {
        lock (_summaries)
        {
            foreach ((int Parameter, CaseSet Entering, HelperSummary? Summary) known in _summaries)
            {
                if (known.Parameter == parameter && known.Entering == entering)
                {
                    return known.Summary;
                }
            }

            HelperSummary? summary = Compute(method.Parameters[parameter], entering);
            _summaries.Add((parameter, entering, summary));
            return summary;
        }
    }

    private HelperSummary? Compute(IParameterSymbol parameter, CaseSet entering)
    {
        if (ParameterSeeds.Of(parameter, body, entering) is not { } seed)
        {
            return null;
        }

        List<Observations> windows = GraphAnalysis.Run(body, graph, new GraphContext([seed]));
        if (windows.Count == 0)
        {
            return null;
        }

        ResultType type = seed.Origin.Type!;
        var place = (ParameterSyntax)seed.Origin.Location;
        Observation all = windows[0].Of(0);
        foreach (Observation item in windows[0].All)
        {
            // An item of a collection is reported at the collection.
            if (!ReferenceEquals(item, all) && ReferenceEquals(item.Origin.Location, place))
            {
                all.Add(item);
            }
        }

        bool isLost = all.IsAbandoned;
        if (all.IsOnlyThrown)
        {
            all.Missing = type.All;
        }

        CaseSet missing = all.Missing.Intersect(entering);
        CaseSet caught = all.CatchAllOnly.Intersect(entering).Except(missing);
        CaseSet required = body.Options.Required.Of(type);
        CaseSet due = missing.Overlaps(required) ? missing.Intersect(required) : caught.Intersect(required);
        SyntaxNode shown = all.LastPassed(due)?.Shown.Node ?? place;
        return new HelperSummary(missing, caught, isLost, new PassedPlace(shown, method.Name));
    }
}
