namespace CdeCodegen.Runtime;

/// <summary>An event of an event stream.</summary>
/// <typeparam name="TData">The type of the data: a type of the client, or <see cref="string"/>.</typeparam>
public sealed class ServerSentEvent<TData>
{
    /// <summary>Creates an event. Tests use it as well.</summary>
    /// <param name="data">The data.</param>
    /// <param name="eventType">The type of the event.</param>
    /// <param name="id">The id that the server gave the event, or null.</param>
    /// <param name="retry">How long to wait before a reconnection, as the server asked with this event or an earlier one, or null.</param>
    public ServerSentEvent(TData data, string eventType = "message", string? id = null, TimeSpan? retry = null)
    {
        Data = data;
        EventType = eventType;
        Id = id;
        Retry = retry;
    }

    /// <summary>The data.</summary>
    public TData Data { get; }

    /// <summary>The type of the event: <c>message</c> unless the server named another.</summary>
    public string EventType { get; }

    /// <summary>The id of the event; null if the server gave it none.</summary>
    public string? Id { get; }

    /// <summary>How long the server asks to wait before a reconnection; null if it does not say.</summary>
    public TimeSpan? Retry { get; }
}
