using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>What the reporting pass saw of the results of one origin.</summary>
internal sealed class Observation(Origin origin)
{
    public Origin Origin { get; } = origin;

    private CaseSet _missing;
    private bool _isPending;
    private ResultUses _uses;

    /// <summary>Cases that reach an exit, or are overwritten, unhandled.</summary>
    public CaseSet Missing
    {
        get => IsGivenInLoop ? CaseSet.Empty : _missing;
        set => _missing = value;
    }

    /// <summary>Cases that only a catch-all handled.</summary>
    public CaseSet CatchAllOnly { get; set; }

    /// <summary>Cases that code names, in a test or a cast.</summary>
    public CaseSet Named { get; set; }

    /// <summary>Cases that end in the exception of <c>EnsureSuccess</c>.</summary>
    public CaseSet Thrown { get; set; }

    /// <summary>Cases without an arm in <see cref="IncompleteSwitch"/>.</summary>
    public CaseSet Uncovered { get; set; }

    /// <summary>The switch expression that throws for <see cref="Uncovered"/>, which has a diagnostic of its own.</summary>
    public SyntaxNode? IncompleteSwitch { get; set; }

    /// <summary>Whether some path abandons the task without awaiting it.</summary>
    public bool IsPending
    {
        get => _isPending && !IsGivenInLoop;
        set => _isPending = value;
    }

    /// <summary>Whether other code receives the result in a loop after the call.</summary>
    public bool IsGivenInLoop { get; set; }

    /// <summary>Whether no path awaits the task.</summary>
    public bool IsAbandoned => IsPending && !Has(ResultUses.Awaited);

    /// <summary>Whether an exception leaves the method on every path with the result, and no test precedes it.</summary>
    public bool IsOnlyThrown => Has(ResultUses.ThrownUntested) && !Has(ResultUses.Returned) && Test is null;

    /// <summary>The first test on the result, in source order.</summary>
    public SyntaxNode? Test { get; private set; }

    /// <summary>The tests and helpers that cases of the result pass without being handled.</summary>
    public List<Passage>? Passages { get; private set; }

    /// <summary>The representative of origins that flow into one value; null for the representative itself.</summary>
    public Observation? Leader { get; set; }

    public Observation Root
    {
        get
        {
            Observation root = this;
            while (root.Leader is { } leader)
            {
                root = leader;
            }

            return root;
        }
    }

    public bool Has(ResultUses use) => (_uses & use) != ResultUses.None;

    public void Note(ResultUses uses) => _uses |= uses;

    public void Tested(SyntaxNode test)
    {
        if (Test is null || test.SpanStart < Test.SpanStart)
        {
            Test = test;
        }
    }

    /// <summary>Records that cases pass a test, or a helper, unhandled.</summary>
    public void Pass(Passage passage)
    {
        if (!passage.Cases.IsEmpty)
        {
            (Passages ??= []).Add(passage);
        }
    }

    /// <summary>The last place in source order that some of these cases pass, if possible one that all of them pass.</summary>
    public Passage? LastPassed(CaseSet cases)
    {
        Passage? last = null;
        bool isWhole = false;
        foreach (Passage passage in Passages ?? [])
        {
            bool passesAll = cases.Except(passage.Cases).IsEmpty;
            if (passage.Cases.Overlaps(cases)
                && (last is not { } known || (passesAll && !isWhole) || (passesAll == isWhole && passage.Place.SpanStart >= known.Place.SpanStart)))
            {
                last = passage;
                isWhole = passesAll;
            }
        }

        return last;
    }

    /// <summary>Records the cases with which a result leaves the method, or its variable.</summary>
    public void Collect(OriginState state, CaseSet among)
    {
        Missing = Missing.Union(state.Unhandled.Intersect(among));
        CatchAllOnly = CatchAllOnly.Union(state.CatchAllOnly.Intersect(among));
    }

    /// <summary>Merges what was seen of another origin of the same value.</summary>
    public void Add(Observation other)
    {
        // Case numbers are per type, so sets of different types cannot be united.
        if (ReferenceEquals(Origin.Type, other.Origin.Type))
        {
            Missing = Missing.Union(other.Missing);
            CatchAllOnly = CatchAllOnly.Union(other.CatchAllOnly);
        }

        AddUses(other);
    }

    /// <summary>Merges what another origin of the same value was used for, but not its cases.</summary>
    public void AddUses(Observation other)
    {
        Note(other._uses);
        IsPending |= other.IsPending;
        if (other.Test is { } test)
        {
            Tested(test);
        }

        // Case numbers are per type.
        if (other.Passages is { } passages && ReferenceEquals(Origin.Type, other.Origin.Type))
        {
            (Passages ??= []).AddRange(passages);
        }
    }
}
