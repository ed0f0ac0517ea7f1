namespace CdeCodegen.Runtime.Internal;

/// <summary>Splits a body into items: lines, or texts that begin with a record separator (RFC 7464). Empty items are left out.</summary>
/// <param name="body">The body.</param>
/// <param name="maxItemBytes">The largest item.</param>
internal sealed class ItemBuffer(Stream body, long maxItemBytes) : IDisposable
{
    private const byte RecordSeparator = 0x1E;
    private const int FirstSize = 16 * 1024;

    private byte[] _buffer = BufferPool.Rent(FirstSize);
    private int _start;
    private int _end;
    private int _scanned;
    private bool _isEnded;
    private bool _isSequence;
    private bool _isBegun;

    /// <summary>The item that <see cref="ReadAsync"/> found. Valid until the next call.</summary>
    internal ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Whether the current item is longer than allowed. It may be cut off.</summary>
    internal bool IsTooLarge { get; private set; }

    /// <summary>Moves to the next item.</summary>
    /// <returns>False at the end of the body.</returns>
    internal async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake())
            {
                return true;
            }

            if (_isEnded)
            {
                return false;
            }

            if (_end - _start > maxItemBytes)
            {
                IsTooLarge = true;
                Current = _buffer.AsMemory(_start, _end - _start);
                return true;
            }

            MakeSpace();
            int read = await body.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += read;
            _isEnded = read == 0;
        }
    }

    public void Dispose()
    {
        // The pool ignores an empty buffer.
        BufferPool.Return(Interlocked.Exchange(ref _buffer, []));
    }

    private bool TryTake()
    {
        if (!Begin())
        {
            return false;
        }

        byte separator = _isSequence ? RecordSeparator : (byte)'\n';
        while (_start < _end)
        {
            int index = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf(separator);
            if (index < 0 && !_isEnded)
            {
                _scanned = _end;
                return false;
            }

            int end = index < 0 ? _end : _scanned + index;
            ReadOnlyMemory<byte> whole = _buffer.AsMemory(_start, end - _start);
            ReadOnlyMemory<byte> item = Trim(whole);
            _start = _scanned = end + 1;
            if (!item.IsEmpty)
            {
                // Whether an item is too large must not depend on how much of it arrives at once.
                IsTooLarge = whole.Length > maxItemBytes;
                Current = item;
                return true;
            }
        }

        return false;
    }

    /// <summary>Skips a byte order mark, and finds out what separates the items.</summary>
    /// <returns>False while too little of the body is there to decide.</returns>
    private bool Begin()
    {
        if (_isBegun)
        {
            return true;
        }

        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        ReadOnlySpan<byte> body = _buffer.AsSpan(0, _end);
        int start = body.StartsWith(mark) ? mark.Length : 0;
        if (!_isEnded && (body.Length == start || (body.Length < mark.Length && mark.StartsWith(body))))
        {
            return false;
        }

        _isBegun = true;
        _start = _scanned = start;
        _isSequence = start < body.Length && body[start] == RecordSeparator;
        return true;
    }

    private void MakeSpace()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _scanned -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            byte[] larger = BufferPool.Rent(2 * _end);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            BufferPool.Return(_buffer);
            _buffer = larger;
        }
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> item)
    {
        ReadOnlySpan<byte> span = item.Span;
        int start = 0;
        int end = span.Length;
        while (start < end && IsBlank(span[start]))
        {
            start++;
        }

        while (end > start && IsBlank(span[end - 1]))
        {
            end--;
        }

        return item[start..end];
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
