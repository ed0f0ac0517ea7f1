namespace CdeCodegen.Analyzers.Options;

/// <summary>The value of <c>cde_tests</c>: what to report inside methods with a test attribute.</summary>
internal enum TestMode : byte
{
    /// <summary>Everything but dropped results: a test may call for the effect alone.</summary>
    Auto,

    /// <summary>Everything.</summary>
    On,

    /// <summary>Nothing.</summary>
    Off,
}
