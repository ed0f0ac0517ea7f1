using CdeCodegen.Analyzers.Semantics;

namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>What is known at one place of the graph: the values of the slots, the results of each origin, and the stored conditions.</summary>
internal readonly struct FlowState(StateLayout layout, ulong[] words)
{
    public FlowState(StateLayout layout)
        : this(layout, layout.Create())
    {
    }

    /// <summary>The number of origins.</summary>
    public int Origins => layout.Origins;

    public FlowState Copy() => new(layout, (ulong[])words.Clone());

    /// <summary>Unites another state into this one; true when this one changed.</summary>
    public bool Join(FlowState other) => layout.Join(words, other.Words);

    public Value Read(int slot) => layout.Read(words, slot);

    public void Write(int slot, Value value) => layout.Write(words, slot, value);

    public OriginState Of(int origin) => layout.OriginOf(words, origin);

    /// <summary>The cases with which a stored condition has each of its outcomes.</summary>
    public ConditionCases Condition(int condition, int origin) => layout.ReadCondition(words, condition, origin);

    public void SetCondition(int condition, int origin, ConditionCases cases) => layout.WriteCondition(words, condition, origin, cases);

    /// <summary>Restricts a value to the cases that the result of each origin may still have.</summary>
    public Value Restrict(Value value)
    {
        OriginCases restricted = default;
        OriginSet done = OriginSet.Empty;
        foreach (int origin in value.Origins)
        {
            var one = OriginSet.Of(origin);
            var cases = new OriginCases(value.Cases.Of(origin).Intersect(Of(origin).Possible), OriginSet.Empty, CaseSet.Empty);
            restricted = restricted.Unite(done, cases, one);
            done = done.Union(one);
        }

        return value.With(restricted);
    }

    /// <summary>Stops tracking: other code has the value, or the analysis does not understand its use.</summary>
    public void Escape(Value value)
    {
        foreach (int origin in value.Origins)
        {
            // A variable that holds the result only for some cases lets only these escape.
            Of(origin).Escape(value.Cases.Of(origin));
        }
    }

    /// <summary>Other code received a value. If it is the result itself, that code may have checked it.</summary>
    public void Give(Value value)
    {
        Escape(value);
        if (!value.IsResult)
        {
            return;
        }

        foreach (int origin in value.Origins)
        {
            OriginState given = Of(origin);
            given.IsGiven = true;
        }
    }

    /// <summary>Code finds out which task a value is.</summary>
    public void Identify(Value task)
    {
        foreach (int origin in task.Origins)
        {
            OriginState found = Of(origin);
            found.IsIdentified = true;
        }
    }

    public void Escape(OriginSet origins)
    {
        foreach (int origin in origins)
        {
            Of(origin).Escape(CaseSet.Every);
        }
    }

    private ulong[] Words => words;
}
