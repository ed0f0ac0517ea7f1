using CdeCodegen.Analyzers.Semantics;

namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>What a state knows of the results of one origin. A view: changes go to the state.</summary>
internal readonly struct OriginState(ulong[] words, int offset)
{
    /// <summary>The number of words that the state of an origin occupies.</summary>
    public const int Words = 4;

    private const ulong Pending = 1;
    private const ulong Given = 2;
    private const ulong Identified = 4;

    /// <summary>The cases that the result may have here.</summary>
    public CaseSet Possible
    {
        get => words[offset];
        set => words[offset] = value;
    }

    /// <summary>The possible cases that the code has not handled yet.</summary>
    public CaseSet Unhandled
    {
        get => words[offset + 1];
        set => words[offset + 1] = value;
    }

    /// <summary>The cases that only a catch-all handled.</summary>
    public CaseSet CatchAllOnly
    {
        get => words[offset + 2];
        set => words[offset + 2] = value;
    }

    /// <summary>Whether a task was created and is not awaited yet.</summary>
    public bool IsPending
    {
        get => (words[offset + 3] & Pending) != 0;
        set => words[offset + 3] = value ? words[offset + 3] | Pending : words[offset + 3] & ~Pending;
    }

    /// <summary>Whether other code received the result itself and may have checked it.</summary>
    public bool IsGiven
    {
        get => (words[offset + 3] & Given) != 0;
        set => words[offset + 3] = value ? words[offset + 3] | Given : words[offset + 3] & ~Given;
    }

    /// <summary>Whether code found out which task this is, so that it may look at the result through another variable.</summary>
    public bool IsIdentified
    {
        get => (words[offset + 3] & Identified) != 0;
        set => words[offset + 3] = value ? words[offset + 3] | Identified : words[offset + 3] & ~Identified;
    }

    /// <summary>Whether the result can still lead to a finding about these cases.</summary>
    public bool IsOwed(CaseSet required) => Unhandled.Union(CatchAllOnly).Overlaps(required) || IsPending;

    /// <summary>Nothing is left to do for these cases.</summary>
    public void Handle(CaseSet cases)
    {
        words[offset + 1] &= ~(ulong)cases;
        words[offset + 2] &= ~(ulong)cases;
    }

    /// <summary>Keeps only these cases, of those not handled yet.</summary>
    public void Keep(CaseSet cases)
    {
        words[offset + 1] &= cases;
        words[offset + 2] &= cases;
    }

    /// <summary>A catch-all handles the remaining cases.</summary>
    public void HandleByCatchAll()
    {
        words[offset + 2] |= words[offset + 1];
        words[offset + 1] = 0;
    }

    /// <summary>A catch-all handles these of the remaining cases.</summary>
    public void HandleByCatchAll(CaseSet cases)
    {
        words[offset + 2] |= words[offset + 1] & cases;
        words[offset + 1] &= ~(ulong)cases;
    }

    /// <summary>Other code has the value, for these cases.</summary>
    public void Escape(CaseSet cases)
    {
        Handle(cases);
        IsPending = false;
    }
}
