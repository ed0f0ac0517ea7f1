namespace CdeCodegen.Runtime.Internal;

/// <summary>Thrown by the JSON readers when a value does not match the document. It never reaches users.</summary>
/// <remarks><see cref="ApiResponse"/> catches it and throws a <see cref="ResponseFormatException"/> with the JSON path, the status and the headers.</remarks>
internal sealed class JsonFormatException(string message, long byteOffset) : Exception(message)
{
    public long ByteOffset { get; } = byteOffset;
}
