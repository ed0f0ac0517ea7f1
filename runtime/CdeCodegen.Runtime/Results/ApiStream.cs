namespace CdeCodegen.Runtime;

/// <summary>The items of a response that arrive one by one. They can be enumerated once.</summary>
/// <remarks>
/// The end of the enumeration frees the connection, wherever it ends, and so does <see cref="DisposeAsync"/>. The cancellation token of the call and that of
/// the enumeration both end it. An item that does not match the document throws a <see cref="ResponseFormatException"/> where it is read; its
/// <see cref="ResponseFormatException.ItemNumber"/> says which one.
/// </remarks>
/// <typeparam name="T">The type of an item. For event streams it is a <see cref="ServerSentEvent{TData}"/>.</typeparam>
public sealed class ApiStream<T> : IAsyncEnumerable<T>, IAsyncDisposable
{
    private readonly IAsyncEnumerable<T> _items;
    private readonly Stream? _body;
    private readonly Func<string?>? _lastEventId;
    private int _isStarted;

    /// <summary>Creates a stream of given items, for tests.</summary>
    public ApiStream(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items = EnumerateAsync(items);
    }

    /// <summary>Creates a stream of given items, for tests.</summary>
    public ApiStream(IAsyncEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items = items;
    }

    internal ApiStream(IAsyncEnumerable<T> items, Stream body, Func<string?>? lastEventId = null)
    {
        _items = items;
        _body = body;
        _lastEventId = lastEventId;
    }

    /// <summary>
    /// The id of the last event that had one, for the header <c>Last-Event-ID</c> of a reconnection; null if there was none, and for other streams.
    /// </summary>
    public string? LastEventId => _lastEventId?.Invoke();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The stream was enumerated before.</exception>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => Interlocked.Exchange(ref _isStarted, 1) == 0
            ? _items.GetAsyncEnumerator(cancellationToken)
            : throw new InvalidOperationException("The items of a response can be enumerated once, because they are not kept.");

    /// <summary>Ends the stream and frees its connection.</summary>
    public ValueTask DisposeAsync() => _body is null ? default : _body.DisposeAsync();

#pragma warning disable CS1998 // the items are there already
    private static async IAsyncEnumerable<T> EnumerateAsync(IEnumerable<T> items)
#pragma warning restore CS1998
    {
        foreach (T item in items)
        {
            yield return item;
        }
    }
}
