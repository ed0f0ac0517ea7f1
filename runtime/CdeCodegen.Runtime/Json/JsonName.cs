using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>An encoded member name: escaped and quoted, with a leading comma and a trailing colon. For generated code.</summary>
/// <remarks>The bytes are followed by unused ones, so that copying a short name copies a number of bytes that is known when the code is compiled.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonName
{
    /// <summary>The number of bytes that are copied without looking at the length. Most names are shorter.</summary>
    internal const int BlockLength = 32;

    internal JsonName(ReadOnlySpan<byte> encoded)
    {
        Bytes = new byte[Math.Max(encoded.Length, BlockLength)];
        encoded.CopyTo(Bytes);
        Length = encoded.Length;
    }

    /// <summary>The number of bytes of the encoded name.</summary>
    internal int Length { get; }

    /// <summary>The bytes <c>,"name":</c>.</summary>
    internal ReadOnlySpan<byte> Encoded => Bytes.AsSpan(0, Length);

    /// <summary>The same, followed by unused bytes up to <see cref="BlockLength"/>.</summary>
    internal byte[] Bytes { get; }
}
