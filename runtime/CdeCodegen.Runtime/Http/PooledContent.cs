using System.Buffers;
using System.Net;

namespace CdeCodegen.Runtime.Internal;

/// <summary>A request body in pooled memory. It can be sent again, by a retry or a redirect.</summary>
/// <remarks>
/// A server may answer before it has read the whole body; HttpClient then returns while it still sends. So the memory goes back to the pool
/// when the last of owner and senders is done, and never when somebody holds a stream over it.
/// </remarks>
internal sealed class PooledContent : HttpContent
{
    private readonly int _start;
    private readonly int _length;
    private byte[]? _buffer;
    private int _users = 1;
    private int _disposed;
    private bool _isShared;

    internal PooledContent(byte[] buffer, int start, int length, string? mediaType)
    {
        _buffer = buffer;
        _start = start;
        _length = length;
        if (mediaType is not null)
        {
            Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        byte[] buffer = Enter();
        try
        {
            await stream.WriteAsync(buffer.AsMemory(_start, _length), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        byte[] buffer = Enter();
        try
        {
            stream.Write(buffer, _start, _length);
        }
        finally
        {
            Leave();
        }
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(CreateContentReadStream(default));

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
    {
        byte[] buffer = Enter();
        _isShared = true;
        Leave();
        return new MemoryStream(buffer, _start, _length, writable: false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Leave();
        }

        base.Dispose(disposing);
    }

    private byte[] Enter()
    {
        int users = Volatile.Read(ref _users);
        while (users > 0)
        {
            int seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users)
            {
                return _buffer!;
            }

            users = seen;
        }

        throw new ObjectDisposedException(nameof(PooledContent));
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            byte[] buffer = _buffer!;
            _buffer = null;
            if (!_isShared)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }
}
