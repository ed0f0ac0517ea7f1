namespace CdeCodegen.Analyzers.Findings;

/// <summary>What the analysis found out about a result. Each kind has one rule.</summary>
internal enum FindingKind : byte
{
    /// <summary>The result of a call is dropped (CDE1001).</summary>
    Ignored,

    /// <summary>A path leaves required cases unhandled (CDE1002).</summary>
    Unhandled,

    /// <summary>Only a catch-all handles required cases (CDE1003).</summary>
    CatchAllOnly,

    /// <summary>The task of a call is dropped (CDE1004).</summary>
    NotAwaited,

    /// <summary>A task with a result is converted to a task without one (CDE1005).</summary>
    TypeLost,

    /// <summary>The result is discarded with <c>_ =</c> (CDE1006).</summary>
    Discarded,

    /// <summary>The success value is read without a check of the case (CDE1007).</summary>
    Unchecked,

    /// <summary>A test compares the status with a value that no documented response has (CDE1008).</summary>
    ImpossibleStatus,

    /// <summary>A switch that lists every case also has a catch-all (CDE1009).</summary>
    RedundantCatchAll,
}
