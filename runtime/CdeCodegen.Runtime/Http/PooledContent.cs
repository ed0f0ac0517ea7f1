using System.Net;
using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>A request body in pooled memory. It can be sent more than once.</summary>
/// <remarks>
/// A server may answer before it has read the whole body. HttpClient then returns while it is still sending. The buffer therefore returns to the
/// pool only when its owner and all senders have released it, and never if a stream over it was handed out.
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

    /// <summary>Encodes a text in the charset that its media type names. If that is unknown or lacks a character of the text, it is UTF-8, and the media type says so.</summary>
    internal static PooledContent OfText(string text, string? mediaType)
    {
        if (mediaType is not null && MediaTypes.FindEncoding(mediaType) is not UTF8Encoding and var named)
        {
            try
            {
                var strict = Encoding.GetEncoding(named?.WebName ?? "", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
                byte[] bytes = strict.GetBytes(text);
                byte[] rented = BufferPool.Rent(bytes.Length);
                bytes.CopyTo(rented, 0);
                return new PooledContent(rented, 0, bytes.Length, mediaType);
            }
            catch (ArgumentException)
            {
                // Also thrown for an unknown name, and for a character that the charset lacks.
                mediaType = MediaTypes.WithCharset(mediaType, "utf-8");
            }
        }

        byte[] buffer = BufferPool.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        return new PooledContent(buffer, 0, Encoding.UTF8.GetBytes(text, buffer), mediaType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        byte[] buffer = AddUser();
        try
        {
            await stream.WriteAsync(buffer.AsMemory(_start, _length), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ReleaseUser();
        }
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        byte[] buffer = AddUser();
        try
        {
            stream.Write(buffer, _start, _length);
        }
        finally
        {
            ReleaseUser();
        }
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(CreateContentReadStream(default));

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
    {
        byte[] buffer = AddUser();
        _isShared = true;
        ReleaseUser();
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
            ReleaseUser();
        }

        base.Dispose(disposing);
    }

    private byte[] AddUser()
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

    private void ReleaseUser()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            byte[] buffer = _buffer!;
            _buffer = null;
            if (!_isShared)
            {
                BufferPool.Return(buffer);
            }
        }
    }
}
