namespace CdeCodegen.Runtime.Internal;

/// <summary>
/// A value is not what the document says. Thrown by the readers with the offset only; the send path adds the JSON path, the status and the
/// headers and throws <see cref="ResponseFormatException"/>. It never reaches a caller.
/// </summary>
internal sealed class JsonFormatException(string message, long byteOffset) : Exception(message)
{
    public long ByteOffset { get; } = byteOffset;
}
