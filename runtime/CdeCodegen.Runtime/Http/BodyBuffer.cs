using System.Buffers;

namespace CdeCodegen.Runtime.Internal;

/// <summary>A response body in pooled memory that grows with what comes, up to a limit.</summary>
internal struct BodyBuffer(long limit)
{
    private const int FirstSize = 16 * 1024;

    /// <summary>A server's word on the length is believed up to here; beyond, memory grows with what really comes.</summary>
    private const int MaxTrustedLength = 1024 * 1024;

    internal byte[]? Bytes { get; private set; }

    internal int Length { get; private set; }

    internal readonly bool IsTooLarge => Length > limit;

    /// <summary>Room for the next read.</summary>
    internal Memory<byte> Free(HttpContent content)
    {
        if (Bytes is null)
        {
            Bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
        }
        else if (Length == Bytes.Length)
        {
            // One byte more than announced, so that the read that finds the end has room.
            long announced = Math.Min(content.Headers.ContentLength ?? 0, MaxTrustedLength) + 1;
            byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(2L * Length, announced), Array.MaxLength));
            Bytes.AsSpan(0, Length).CopyTo(larger);
            Return();
            Bytes = larger;
        }

        return Bytes.AsMemory(Length);
    }

    /// <summary>Counts what a read gave.</summary>
    /// <returns>Whether that was the last one: the body is at its end, or too large.</returns>
    internal bool Take(int read)
    {
        Length += read;
        return read == 0 || IsTooLarge;
    }

    internal void Return()
    {
        if (Bytes is not null)
        {
            ArrayPool<byte>.Shared.Return(Bytes);
            Bytes = null;
        }
    }
}
