namespace CdeCodegen.Mutation.Worker;

/// <summary>How a test ended.</summary>
internal enum TestOutcome
{
    Passed,
    Failed,

    /// <summary>The test did not end in time.</summary>
    Late,

    /// <summary>The test needs the compiler, which <see cref="TestHost.PostponesCompilation"/> turns off.</summary>
    Postponed,
}
