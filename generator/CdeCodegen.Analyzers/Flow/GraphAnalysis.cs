using CdeCodegen.Analyzers.Flow.Evaluation;
using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>Analyzes one graph: lays it out, and solves it once per window of origins.</summary>
internal static class GraphAnalysis
{
    /// <summary>The observations of each window; none when the code has errors.</summary>
    public static List<Observations> Run(BodyContext body, ControlFlowGraph graph, GraphContext context)
    {
        var all = new List<Observations>();
        var layout = new GraphLayout(graph, body.Types, body.CapturedSymbols, context.Seeds);
        if (layout.IsBroken)
        {
            return all;
        }
        // Run even without origins: the solver also discovers nested functions.
        int window = 0;
        do
        {
            all.Add(Solve(body, graph, layout, context, new TrackedOrigins(layout.Origins, window)));
            window += TrackedOrigins.MaxCount;
        }
        while (window < layout.Origins.Count);
        return all;
    }

    private static Observations Solve(BodyContext body, ControlFlowGraph graph, GraphLayout layout, GraphContext context, TrackedOrigins origins)
    {
        var regions = new CatchAllRegions(origins);
        var effects = new Effects(layout, origins, regions, body.Options);
        var labels = new SwitchLabels(regions);
        var transfer = new Transfer(layout, origins, regions, effects, labels, body, context.Helpers);
        var solver = new Solver(graph, layout, origins, transfer, effects, labels, new Scopes(layout, origins, body.Options), body);

        var entry = new FlowState(new StateLayout(layout.Slots, origins, layout.Conditions));
        var start = new FlowPoint(entry, graph.Blocks[0], null, null);
        foreach (Seed seed in context.Seeds)
        {
            if (origins.TryGet(layout.Origins.IndexOf(seed.Origin), out int origin) && layout.TryGetSlot(seed.Parameter, out int slot))
            {
                effects.Create(start, origin);
                OriginState given = entry.Of(origin);
                given.Possible = given.Possible.Intersect(seed.Entering);
                given.Unhandled = given.Unhandled.Intersect(seed.Entering);
                entry.Write(slot, new Value(OriginSet.Of(origin), ValueKind.Carrier, seed.Origin.Shape));
            }
        }

        return solver.Solve(entry);
    }
}
