using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Implemented by generated open enumerations, so that they can be parameters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IApiEnum
{
    /// <summary>The value as sent in a URL or header; null for the default of the struct.</summary>
    string? Text { get; }
}
