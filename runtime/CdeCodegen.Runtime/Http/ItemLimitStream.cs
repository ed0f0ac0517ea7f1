namespace CdeCodegen.Runtime.Internal;

/// <summary>Limits how much of a body is read before an item is complete, so that an endless item cannot fill the memory.</summary>
internal sealed class ItemLimitStream(Stream inner, long maxItemBytes, Func<Exception> tooLarge) : Stream
{
    private long _sinceItem;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Starts to count for the next item.</summary>
    internal void Reset() => _sinceItem = 0;

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, Math.Min(count, Allowed())));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => Count(await inner.ReadAsync(buffer[..Math.Min(buffer.Length, Allowed())], cancellationToken).ConfigureAwait(false));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>
    /// The number of bytes to read at most: one more than the item may have left. Several items that arrive at once would otherwise count as one.
    /// </summary>
    private int Allowed() => _sinceItem <= maxItemBytes ? (int)Math.Min(maxItemBytes - _sinceItem + 1, Array.MaxLength) : throw tooLarge();

    private int Count(int read)
    {
        _sinceItem += read;
        return read;
    }
}
