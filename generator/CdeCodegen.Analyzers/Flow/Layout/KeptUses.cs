namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>How code uses a local collection of tasks.</summary>
internal enum KeptUses : byte
{
    /// <summary>Some use may look at the results.</summary>
    Unknown,

    /// <summary>The collection is filled, and perhaps waited for.</summary>
    Waited,

    /// <summary>Code takes tasks out of the collection, and is responsible for each; apart from that, it is filled and perhaps waited for.</summary>
    Taken,

    /// <summary>One place looks at its tasks, a loop or an index; apart from that, it is filled and perhaps waited for.</summary>
    Enumerated,
}
