using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>The state of reading one object, created by <see cref="JsonNames.Start"/>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonMembers
{
    /// <summary>The index of the name that follows if the sender keeps the order of the document.</summary>
    internal int Expected;

    /// <summary>The members read so far, one bit for each of the first 64.</summary>
    internal ulong Seen;

    /// <summary>The members read so far after the first 64, one bit each.</summary>
    internal ulong[]? SeenMore;

    internal string? OtherName;

    /// <summary>The index of the member whose value comes next, or -1 for an unlisted member.</summary>
    public int Index { readonly get; internal set; }

    /// <summary>The name of the member whose value comes next, if it is unlisted.</summary>
    public readonly string Name => OtherName ?? "";
}
