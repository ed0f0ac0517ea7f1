using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>An open enumeration, so that it can be a parameter. Generated structs implement it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IApiEnum
{
    /// <summary>The value as it is sent in a URL or header; null for one that was never set.</summary>
    string? Text { get; }
}
