namespace CdeCodegen.Analyzers.Options;

/// <summary>The value of <c>cde_tests</c>: what to report in test code.</summary>
internal enum TestMode : byte
{
    /// <summary>Report everything but dropped results: a test may call an operation only for its effect.</summary>
    Auto,

    /// <summary>Report everything.</summary>
    On,

    /// <summary>Report nothing.</summary>
    Off,
}
