using System.Buffers;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Pools byte buffers up to a maximum length, so that one huge body does not keep its memory in the process.</summary>
internal static class BufferPool
{
    internal const int MaxPooledLength = 1024 * 1024;

    internal static byte[] Rent(int minimumLength)
        => minimumLength <= MaxPooledLength ? ArrayPool<byte>.Shared.Rent(minimumLength) : GC.AllocateUninitializedArray<byte>(minimumLength);

    internal static void Return(byte[] buffer)
    {
        if (buffer.Length is > 0 and <= MaxPooledLength)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
