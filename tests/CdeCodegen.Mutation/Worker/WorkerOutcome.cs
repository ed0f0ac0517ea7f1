namespace CdeCodegen.Mutation.Worker;

/// <summary>What a worker reports of a mutant.</summary>
internal enum WorkerOutcome
{
    NoCoverage,
    Survived,
    Killed,
    Timeout,

    /// <summary>The mutant must run in a process of its own.</summary>
    Alone,
}
