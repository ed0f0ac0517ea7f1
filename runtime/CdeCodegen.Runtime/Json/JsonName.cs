using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>An encoded member name: escaped and quoted, with a leading comma and a trailing colon. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonName
{
    internal JsonName(byte[] encoded) => Encoded = encoded;

    /// <summary>The bytes <c>,"name":</c>.</summary>
    internal byte[] Encoded { get; }
}
