namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>How a value relates to the results of its origins.</summary>
internal enum ValueKind : byte
{
    /// <summary>Not tracked.</summary>
    None,

    /// <summary>A result, or a task or collection of results, as the shape says.</summary>
    Carrier,

    /// <summary>An enumerator of results; the shape is that of the items.</summary>
    Enumerator,

    /// <summary>The status code of a result.</summary>
    Status,

    /// <summary>The run-time type of a result.</summary>
    Type,

    /// <summary>The name of that type.</summary>
    TypeName,

    /// <summary>Different kinds on different paths.</summary>
    Mixed,
}
