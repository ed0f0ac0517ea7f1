namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>How an origin creates results, which decides which rules apply.</summary>
internal enum OriginKind : byte
{
    Call,

    /// <summary>An item of a collection of results.</summary>
    Item,

    /// <summary>A local collection of tasks, where a loop enumerates it, or a task that a call takes out of it.</summary>
    Kept,

    /// <summary>A tracked parameter: of a continuation, or because an option asks for it.</summary>
    Parameter,
}
