namespace CdeCodegen.Runtime.Internal;

/// <summary>The body of a response, read from the network on demand. Disposing it disposes the response and releases the connection.</summary>
/// <param name="inner">The body.</param>
/// <param name="response">The response.</param>
/// <param name="callToken">The token of the call, which cancels reads as well.</param>
internal sealed class ResponseStream(Stream inner, HttpResponseMessage response, CancellationToken callToken) : Stream
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

    /// <summary>A disposed stream must not look like one at its end, as the streams of SocketsHttpHandler do.</summary>
    private Stream Inner
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(Stream));
            return inner;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        Stream stream = Inner;
        callToken.ThrowIfCancellationRequested();

        // A synchronous read has no token of its own: disposing the response ends it.
        using CancellationTokenRegistration registration = callToken.UnsafeRegister(static state => ((HttpResponseMessage)state!).Dispose(), response);
        try
        {
            return stream.Read(buffer);
        }
        catch (Exception e) when (callToken.IsCancellationRequested && e is not OperationCanceledException)
        {
            throw new OperationCanceledException(e.Message, e, callToken);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!callToken.CanBeCanceled || callToken == cancellationToken)
        {
            return Inner.ReadAsync(buffer, cancellationToken);
        }

        return cancellationToken.CanBeCanceled ? ReadLinkedAsync(buffer, cancellationToken) : Inner.ReadAsync(buffer, callToken);
    }

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

    private async ValueTask<int> ReadLinkedAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(callToken, cancellationToken);
        try
        {
            return await Inner.ReadAsync(buffer, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (linked.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken.IsCancellationRequested ? cancellationToken : callToken);
        }
    }
}
