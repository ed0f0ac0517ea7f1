namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>What code does with a result, or with its task, apart from testing it.</summary>
[Flags]
internal enum ResultUses
{
    None = 0,

    /// <summary>The task is awaited, or its result is read.</summary>
    Awaited = 1,

    /// <summary>The task is passed to <c>Task.WhenAll</c> or a similar method.</summary>
    Joined = 2,

    /// <summary>The task is converted to a task without a result.</summary>
    Lost = 4,

    /// <summary>The value is an entire expression statement.</summary>
    Dropped = 8,

    /// <summary>The result is assigned to <c>_</c>.</summary>
    Discarded = 16,

    /// <summary>Some path with the result reaches the end of the method.</summary>
    Returned = 32,

    /// <summary>An exception leaves the method before any test of the result.</summary>
    ThrownUntested = 64,
}
