using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>A member name as it is written: escaped, quoted, between comma and colon. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonName
{
    internal JsonName(byte[] encoded) => Encoded = encoded;

    /// <summary>The bytes <c>,"name":</c>.</summary>
    internal byte[] Encoded { get; }
}
