namespace CdeCodegen.Runtime.Internal;

/// <summary>The body of a response as it comes from the network. Disposing it ends the response and frees the connection.</summary>
internal sealed class ResponseStream(Stream inner, HttpResponseMessage response) : Stream
{
    private bool _isDisposed;

    public override bool CanRead => !_isDisposed;

    public override bool CanSeek => !_isDisposed && inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => Inner.Length;

    public override long Position
    {
        get => Inner.Position;
        set => Inner.Position = value;
    }

    /// <summary>What is disposed must not look like what is at its end, which the streams of the network do.</summary>
    private Stream Inner
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(Stream));
            return inner;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Inner.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => Inner.Read(buffer);

    public override int ReadByte() => Inner.ReadByte();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => Inner.ReadAsync(buffer, offset, count, cancellationToken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Inner.ReadAsync(buffer, cancellationToken);

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        => Inner.CopyToAsync(destination, bufferSize, cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => Inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _isDisposed = true;
            inner.Dispose();
            response.Dispose();
        }

        base.Dispose(disposing);
    }
}
