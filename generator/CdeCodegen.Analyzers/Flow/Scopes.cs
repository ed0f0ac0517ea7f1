using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Semantics;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>Clears what no longer applies: slots out of scope, and results of an earlier run of a loop.</summary>
internal sealed class Scopes(GraphLayout layout, TrackedOrigins origins, TreeOptions options)
{
    /// <summary>Clears slots that are out of scope. Keeps the possible cases of their origins, which later joins need.</summary>
    public void ClearOutOfScope(FlowState state, int block)
    {
        for (int slot = 0; slot < layout.Slots; slot++)
        {
            if (!layout.IsInScope(slot, block))
            {
                state.Write(slot, default);
            }
        }
    }

    /// <summary>
    /// Clears handled, unreachable results of an earlier run where an edge enters their loop again; they would be taken for the next results.
    /// After the loop they are kept, because they still tell that there was a success.
    /// </summary>
    public void ClearPreviousIteration(FlowState state, int from, int to)
    {
        for (int origin = 0; origin < origins.Count; origin++)
        {
            if (!origins[origin].IsEntered(from, to))
            {
                continue;
            }

            OriginState previous = state.Of(origin);
            CaseSet required = origins[origin].Type is { } type ? options.Required.Of(type) : CaseSet.Every;
            if (!previous.IsOwed(required) && !IsHeldAt(state, to, origin))
            {
                previous.Possible = CaseSet.Empty;
            }
        }
    }

    private bool IsHeldAt(FlowState state, int block, int origin)
    {
        for (int slot = 0; slot < layout.Slots; slot++)
        {
            if (layout.IsInScope(slot, block) && state.Read(slot).Origins.Contains(origin))
            {
                return true;
            }
        }

        return false;
    }
}
