using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Where the reading of one object stands. For generated code; made by <see cref="JsonNames.Start"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonMembers
{
    /// <summary>The name that comes next when the sender keeps the document's order.</summary>
    internal int Expected;

    /// <summary>Which of the first 64 members have been met.</summary>
    internal ulong Seen;

    /// <summary>Which of the members after the first 64 have been met.</summary>
    internal ulong[]? SeenMore;

    internal string? OtherName;

    /// <summary>Whose value comes next, or -1 for one that the names do not list.</summary>
    public int Index { readonly get; internal set; }

    /// <summary>The name of the unlisted member whose value comes next.</summary>
    public readonly string Name => OtherName ?? "";
}
