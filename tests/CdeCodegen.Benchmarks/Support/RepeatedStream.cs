namespace CdeCodegen.Benchmarks.Support;

/// <summary>A body without a network: a block of bytes, repeated, between a first and a last byte.</summary>
/// <param name="first">The first byte; 0 for none.</param>
/// <param name="block">The block. Its last byte is left out at the end of the body.</param>
/// <param name="count">How often the block comes.</param>
/// <param name="last">The last byte; 0 for none.</param>
internal sealed class RepeatedStream(byte first, byte[] block, int count, byte last) : Stream
{
    private readonly long _length = (first == 0 ? 0 : 1) + ((long)block.Length * count) - 1 + (last == 0 ? 0 : 1);
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int space = (int)Math.Min(buffer.Length, _length - _position);
        if (space == 0)
        {
            return 0;
        }

        if ((_position == 0 && first != 0) || (_position == _length - 1 && last != 0))
        {
            buffer[0] = _position == 0 ? first : last;
            _position++;
            return 1;
        }

        int inBlock = (int)((_position - (first == 0 ? 0 : 1)) % block.Length);
        long untilLast = _length - _position - (last == 0 ? 0 : 1);
        int read = (int)Math.Min(Math.Min(space, block.Length - inBlock), untilLast);
        block.AsSpan(inBlock, read).CopyTo(buffer);
        _position += read;
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
