using System.Net;

namespace CdeCodegen.Runtime.Internal;

/// <summary>
/// Request content that is read from the caller's stream, starting at its current position. The stream stays open. Seekable streams can be sent again.
/// </summary>
internal sealed class CallerStreamContent : HttpContent
{
    private readonly Stream _stream;
    private readonly long _start;
    private int _sent;

    internal CallerStreamContent(Stream stream, string mediaType)
    {
        _stream = stream;
        _start = stream.CanSeek ? stream.Position : 0;
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    /// <summary>Whether the content can be sent more than once.</summary>
    internal bool CanRepeat => _stream.CanSeek;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Rewind();
        return _stream.CopyToAsync(stream, cancellationToken);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Rewind();
        _stream.CopyTo(stream);
    }

    protected override Task<Stream> CreateContentReadStreamAsync()
    {
        Rewind();
        return Task.FromResult<Stream>(new NonDisposingStream(_stream));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _stream.CanSeek ? _stream.Length - _start : 0;
        return _stream.CanSeek;
    }

    private void Rewind()
    {
        if (_stream.CanSeek)
        {
            _stream.Position = _start;
        }
        else if (Interlocked.Exchange(ref _sent, 1) != 0)
        {
            throw new InvalidOperationException("The request cannot be sent again, because the stream of its body is not seekable.");
        }
    }

    /// <summary>Reads from the caller's stream but does not dispose it.</summary>
    private sealed class NonDisposingStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => inner.CanSeek;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => inner.Read(buffer);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => inner.ReadAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => inner.ReadAsync(buffer, offset, count, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
