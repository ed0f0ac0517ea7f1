using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>How an origin came to be, which decides what can be said about it.</summary>
internal enum OriginKind : byte
{
    Call,

    /// <summary>An item of a collection of results.</summary>
    Item,

    /// <summary>A parameter that is followed: of a continuation, or because the option says so.</summary>
    Parameter,
}

/// <summary>A place where results come from, and what the solver's last pass found out about them.</summary>
internal sealed class Origin(OriginKind kind, SyntaxNode location, SyntaxNode scope, Carrier? carrier)
{
    public OriginKind Kind { get; } = kind;

    /// <summary>Where it is reported. An item is reported on its collection's call.</summary>
    public SyntaxNode Location { get; set; } = location;

    /// <summary>Where the value is made.</summary>
    public SyntaxNode Scope { get; } = scope;

    /// <summary>The blocks of the innermost loop around it.</summary>
    public (int First, int Last)? Loop { get; set; }

    /// <summary>Whether an edge leads into that loop from outside of it.</summary>
    public bool IsEntered(int from, int to) => Loop is var (first, last) && first <= to && to <= last && !(first <= from && from <= last);

    /// <summary>Null until the collection is known, for an item.</summary>
    public ResultType? Type { get; set; } = carrier?.Type;

    public Shape Shape { get; set; } = carrier?.Shape ?? default;

    /// <summary>Cases that leave the method, or are overwritten, without having been dealt with.</summary>
    public ulong Missing { get; set; }

    /// <summary>Cases that only a catch-all dealt with.</summary>
    public ulong CaughtAll { get; set; }

    /// <summary>A task that some path gives up without having awaited it.</summary>
    public bool IsPending { get; set; }

    public bool IsAwaited { get; set; }

    /// <summary>Its value is the whole of an expression statement.</summary>
    public bool IsDropped { get; set; }

    /// <summary>A task was awaited, and the task that came out was dropped.</summary>
    public bool IsInnerDropped { get; set; }

    /// <summary>Converted to a task without a result.</summary>
    public bool IsLost { get; set; }

    /// <summary>Given to <c>Task.WhenAll</c> and the like.</summary>
    public bool IsJoined { get; set; }

    /// <summary>The first test on it, in the order of the text.</summary>
    public SyntaxNode? Test { get; private set; }

    /// <summary>The origin that speaks for it where several flow into one value.</summary>
    public Origin? Leader { get; set; }

    public void Tested(SyntaxNode test)
    {
        if (Test is null || test.SpanStart < Test.SpanStart)
        {
            Test = test;
        }
    }

    /// <summary>Takes over what was found out about another origin of the same result.</summary>
    public void Add(Origin other)
    {
        // Cases are numbered by type; results of several operations in one variable keep what is their own.
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
