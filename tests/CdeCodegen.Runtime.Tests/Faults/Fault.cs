namespace CdeCodegen.Runtime.Tests.Faults;

/// <summary>A row of the table: what a server does.</summary>
/// <param name="Group">The heading.</param>
/// <param name="Name">What the server does, in a few words.</param>
/// <param name="Serve">Serves a request; returns whether the connection stays open.</param>
internal sealed record Fault(string Group, string Name, Func<FaultRequest, Task<bool>> Serve)
{
    public Fault(string group, string name, Func<Task<IFaultServer>> start)
        : this(group, name, static _ => Task.FromResult(false)) => Start = start;

    /// <summary>Starts the server; on plain sockets unless the fault needs another one.</summary>
    public Func<Task<IFaultServer>>? Start { get; private init; }

    /// <summary>The time-out of the HttpClient; short for servers that stall.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Cancels the call after this time, if set.</summary>
    public TimeSpan? CancelAfter { get; init; }

    /// <summary>How the body of a success is read.</summary>
    public FaultReading Reading { get; init; }

    /// <summary>Whether the request has a body of 4 MB, which the server does not read.</summary>
    public bool HasLargeRequest { get; init; }

    /// <summary>Whether the access token takes for ever.</summary>
    public bool StallsToken { get; init; }

    public Task<IFaultServer> StartAsync() => Start?.Invoke() ?? Task.FromResult<IFaultServer>(new PlainFaultServer(Serve));

    /// <summary>A fixed response, after which the server closes the connection.</summary>
    public static Fault Text(string group, string name, string response) => new(group, name, async request =>
    {
        await request.SendAsync(response);
        return false;
    });

    /// <summary>A response with a length, after which the connection stays open.</summary>
    public static Fault Body(string group, string name, string head, byte[] body) => new(group, name, request => request.RespondAsync(head, body));
}

/// <summary>How a call reads the body of a success.</summary>
internal enum FaultReading
{
    /// <summary>As one JSON value.</summary>
    Json,

    /// <summary>As a stream, read to its end.</summary>
    Download,

    /// <summary>As JSON values in lines, enumerated to their end.</summary>
    Lines,

    /// <summary>As an event stream with text, enumerated to its end.</summary>
    Events,
}
