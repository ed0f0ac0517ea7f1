using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>How an origin creates results, which decides which rules apply.</summary>
internal enum OriginKind : byte
{
    Call,

    /// <summary>An item of a collection of results.</summary>
    Item,

    /// <summary>A tracked parameter: of a continuation, or because an option asks for it.</summary>
    Parameter,
}

/// <summary>A place that creates results, and what the reporting pass recorded about them.</summary>
internal sealed class Origin(OriginKind kind, SyntaxNode location, SyntaxNode scope, Carrier? carrier)
{
    public OriginKind Kind { get; } = kind;

    /// <summary>The node to report. An item is reported at the call that returned its collection.</summary>
    public SyntaxNode Location { get; set; } = location;

    /// <summary>The node that creates the value.</summary>
    public SyntaxNode Scope { get; } = scope;

    /// <summary>The blocks of the innermost enclosing loop.</summary>
    public (int First, int Last)? Loop { get; set; }

    /// <summary>Whether an edge enters that loop from outside.</summary>
    public bool IsEntered(int from, int to) => Loop is var (first, last) && first <= to && to <= last && !(first <= from && from <= last);

    /// <summary>Null for an item whose collection is not known yet.</summary>
    public ResultType? Type { get; set; } = carrier?.Type;

    public Shape Shape { get; set; } = carrier?.Shape ?? default;

    /// <summary>Cases that reach an exit, or are overwritten, unhandled.</summary>
    public ulong Missing { get; set; }

    /// <summary>Cases that only a catch-all handled.</summary>
    public ulong CaughtAll { get; set; }

    /// <summary>Whether some path abandons the task without awaiting it.</summary>
    public bool IsPending { get; set; }

    public bool IsAwaited { get; set; }

    /// <summary>Whether the value is an entire expression statement.</summary>
    public bool IsDropped { get; set; }

    /// <summary>Whether an awaited task returned another task that was dropped.</summary>
    public bool IsInnerDropped { get; set; }

    /// <summary>Whether the task was converted to a task without a result.</summary>
    public bool IsLost { get; set; }

    /// <summary>Whether the task was passed to <c>Task.WhenAll</c> or a similar method.</summary>
    public bool IsJoined { get; set; }

    /// <summary>The first test on the result, in source order.</summary>
    public SyntaxNode? Test { get; private set; }

    /// <summary>The representative of origins that flow into one value; null for the representative itself.</summary>
    public Origin? Leader { get; set; }

    public void Tested(SyntaxNode test)
    {
        if (Test is null || test.SpanStart < Test.SpanStart)
        {
            Test = test;
        }
    }

    /// <summary>Merges what was recorded about another origin of the same value.</summary>
    public void Add(Origin other)
    {
        // Case numbers are per type, so sets of different types cannot be united.
        if (ReferenceEquals(Type, other.Type))
        {
            Missing |= other.Missing;
            CaughtAll |= other.CaughtAll;
        }

        IsPending |= other.IsPending;
        IsAwaited |= other.IsAwaited;
        IsDropped |= other.IsDropped;
        IsInnerDropped |= other.IsInnerDropped;
        IsLost |= other.IsLost;
        IsJoined |= other.IsJoined;
        if (other.Test is { } test)
        {
            Tested(test);
        }
    }

    public Origin Root()
    {
        Origin root = this;
        while (root.Leader is { } leader)
        {
            root = leader;
        }

        return root;
    }
}
