using CdeCodegen.Analyzers.Flow.State;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>The states of a range of blocks: the whole graph, or a finally region as run for one branch through it.</summary>
/// <param name="first">The first block.</param>
/// <param name="last">The last block.</param>
/// <param name="outer">The frame around a finally region.</param>
/// <param name="entry">The state at the start of a finally region.</param>
internal sealed class Frame(int first, int last, Frame? outer = null, FlowState? entry = null)
{
    private readonly FlowState?[] _entries = new FlowState?[last + 1];
    private readonly bool[] _pending = new bool[last + 1];

    public int First { get; } = first;

    public int Last { get; } = last;

    public FlowState? Entry { get; } = entry;

    /// <summary>The state at the end of a finally region; null if the end is not reached.</summary>
    public FlowState? Result { get; private set; }

    /// <summary>The state at the start of a block; null if no path reaches it.</summary>
    public FlowState? StateOf(int ordinal) => _entries[ordinal];

    /// <summary>Unites a state into the start of a block of this frame or an outer one.</summary>
    public void Merge(int ordinal, FlowState incoming)
    {
        Frame target = this;
        while (!target.Contains(ordinal) && target.Enclosing is { } enclosing)
        {
            target = enclosing;
        }

        target.MergeOwn(ordinal, incoming);
    }

    public void Finish(FlowState outgoing)
    {
        if (Result is { } result)
        {
            result.Join(outgoing);
        }
        else
        {
            Result = outgoing.Copy();
        }
    }

    // Ordinals follow source order, so the lowest pending block first finishes inner loops before outer ones.
    public int? Take()
    {
        for (int ordinal = First; ordinal <= Last; ordinal++)
        {
            if (_pending[ordinal])
            {
                _pending[ordinal] = false;
                return ordinal;
            }
        }

        return null;
    }

    private Frame? Enclosing { get; } = outer;

    private bool Contains(int ordinal) => First <= ordinal && ordinal <= Last;

    private void MergeOwn(int ordinal, FlowState incoming)
    {
        ref FlowState? entry = ref _entries[ordinal];
        if (entry is not { } known)
        {
            entry = incoming.Copy();
        }
        else if (!known.Join(incoming))
        {
            return;
        }

        _pending[ordinal] = true;
    }
}
