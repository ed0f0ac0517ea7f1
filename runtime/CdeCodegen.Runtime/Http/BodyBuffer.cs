namespace CdeCodegen.Runtime.Internal;

/// <summary>A response body in pooled memory that grows up to a limit.</summary>
internal struct BodyBuffer(long limit)
{
    private const int FirstSize = 16 * 1024;

    /// <summary>The largest announced length to allocate at once. Beyond it, the buffer grows with the data that arrives.</summary>
    private const int MaxTrustedLength = BufferPool.MaxPooledLength - 1;

    internal byte[]? Bytes { get; private set; }

    internal int Length { get; private set; }

    /// <summary>The failure that ended the body early, or null.</summary>
    internal Exception? Error { get; set; }

    internal readonly bool IsTooLarge => Length > limit;

    /// <summary>Returns memory for the next read.</summary>
    internal Memory<byte> GetMemory(HttpContent content)
    {
        if (Bytes is null)
        {
            Bytes = BufferPool.Rent(FirstSize);
        }
        else if (Length == Bytes.Length)
        {
            // One more byte than announced leaves space for the read that finds the end.
            long announced = Math.Min(content.Headers.ContentLength ?? 0, MaxTrustedLength) + 1;
            byte[] larger = BufferPool.Rent((int)Math.Min(Math.Max(2L * Length, announced), Array.MaxLength));
            Bytes.AsSpan(0, Length).CopyTo(larger);
            Return();
            Bytes = larger;
        }

        return Bytes.AsMemory(Length);
    }

    /// <summary>Adds the bytes that a read returned.</summary>
    /// <returns>Whether that read was the last one, because the body ended or is too large.</returns>
    internal bool Advance(int read)
    {
        Length += read;
        return read == 0 || IsTooLarge;
    }

    internal void Return()
    {
        if (Bytes is not null)
        {
            BufferPool.Return(Bytes);
            Bytes = null;
        }
    }
}
