namespace CdeCodegen.Runtime.Tests.Faults;

/// <summary>Rows of the table: bodies whose items are read one by one.</summary>
internal static partial class FaultList
{
    private const string OkLines = "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n";
    private const string OkEvents = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";
    private const string Long = "Content-Length: 100000\r\n\r\n";

    private static Fault[] ItemStreams =>
    [
        Lines("sends three lines", "Content-Length: 6\r\n\r\n1\n2\n3\n"),
        Lines("ends early between lines", Long + "1\n2\n"),
        Lines("ends early in a line", Long + "1\n{\"a\""),
        Lines("ends early in a line, without a length", "\r\n1\n{\"a\""),
        Lines("ends early in a chunk of lines", "Transfer-Encoding: chunked\r\n\r\n1000\r\n1\n2"),
        Lines("sends a line that is no JSON", "Content-Length: 12\r\n\r\n1\n{\"a\":x}\n3\n"),
        Lines("sends a line that is invalid UTF-8", "Content-Length: 6\r\n\r\n1\n\"\u00ff\"\n"),
        new("Items", "resets between lines", Reset(OkLines + Long + "1\n2\n")) { Reading = FaultReading.Lines },
        new("Items", "sends an endless line", static async request => await SendEndlessAsync(request, OkLines)) { Reading = FaultReading.Lines },
        new("Items", "sends lines for ever", static async request => await SendForeverAsync(request, OkLines, "1\n")) { Reading = FaultReading.Lines },
        Stalling("stalls between lines until the call is canceled", OkLines + Long + "1\n2\n") with { Reading = FaultReading.Lines },
        Events("sends two events", "Content-Length: 18\r\n\r\ndata: 1\n\ndata: 2\n\n"),
        Events("ends early between events", Long + "data: 1\n\n"),
        Events("ends early in an event", Long + "data: 1\n\ndata: 2\n"),
        Events("ends early in an event, without a length", "\r\ndata: 1\n\ndata: 2\n"),
        new("Items", "resets between events", Reset(OkEvents + Long + "data: 1\n\n")) { Reading = FaultReading.Events },
        new("Items", "sends an endless event", static async request => await SendForeverAsync(request, OkEvents, "data: 1\n")) { Reading = FaultReading.Events },
        new("Items", "sends comments for ever", static async request => await SendForeverAsync(request, OkEvents, ": 1\n\n")) { Reading = FaultReading.Events },
        new("Items", "sends events for ever", static async request => await SendForeverAsync(request, OkEvents, "data: 1\n\n")) { Reading = FaultReading.Events },
        Stalling("stalls between events until the call is canceled", OkEvents + Long + "data: 1\n\n") with { Reading = FaultReading.Events },
    ];

    private static Fault Lines(string name, string rest) => Fault.Text("Items", name, OkLines + rest) with { Reading = FaultReading.Lines };

    private static Fault Events(string name, string rest) => Fault.Text("Items", name, OkEvents + rest) with { Reading = FaultReading.Events };

    private static Fault Stalling(string name, string before) => new("Items", name, async request =>
    {
        await request.SendAsync(before);
        await request.StallAsync();
        return false;
    })
    {
        CancelAfter = TimeSpan.FromSeconds(1.5),
    };

    private static async Task<bool> SendForeverAsync(FaultRequest request, string head, string piece)
    {
        await request.SendAsync(head + "\r\n");
        await request.SendForeverAsync(string.Concat(Enumerable.Repeat(piece, 4096)));
        return false;
    }
}
