using System.Globalization;
using System.Text;

namespace CdeCodegen.Runtime.Tests.Faults;

/// <summary>The rows of the table: connections, heads and lengths.</summary>
internal static partial class FaultList
{
    private const string Json = "Content-Type: application/json\r\n";
    private const string Ok = "HTTP/1.1 200 OK\r\n" + Json;

    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(300);

    public static List<Fault> All =>
    [
        .. Connections, .. Heads, .. Lengths, .. Statuses, .. Types, .. Compressions,
        .. Sizes, .. Redirects, .. Retries, .. Cancellations, .. Streams, .. ItemStreams, .. TlsFaults, .. Http2Faults,
    ];

    private static Fault[] Connections =>
    [
        new("Connection", "closes before the answer", static _ => Task.FromResult(false)),
        new("Connection", "resets before the answer", Reset("")),
        new("Connection", "resets in the status line", Reset("HTTP/1.1 20")),
        new("Connection", "resets in the headers", Reset(Ok + "X-A: ")),
        new("Connection", "resets after the headers", Reset(Ok + "Content-Length: 10\r\n\r\n")),
        new("Connection", "resets in the body", Reset(Ok + "Content-Length: 10\r\n\r\n{\"a\"")),
        new("Connection", "resets in the body of a 404", Reset("HTTP/1.1 404 Not Found\r\n" + Json + "Content-Length: 10\r\n\r\n{\"a\"")),
        Fault.Text("Connection", "closes in the status line", "HTTP/1.1 20"),
        Fault.Text("Connection", "closes in the headers", Ok + "X-A: b\r\n"),
        Fault.Text("Connection", "closes in the body", Ok + "Content-Length: 10\r\n\r\n{\"a\""),
        Fault.Text("Connection", "closes in a chunk", Ok + "Transfer-Encoding: chunked\r\n\r\na\r\n{\"a\""),
        Fault.Text("Connection", "closes before the last chunk", Ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"),
        Stall("stalls before the answer", ""),
        Stall("stalls in the status line", "HTTP/1.1 2"),
        Stall("stalls in the headers", Ok + "X-A: b"),
        Stall("stalls after the headers", Ok + "Content-Length: 10\r\n\r\n"),
        Stall("stalls in the body", Ok + "Content-Length: 10\r\n\r\n{\"a\""),
        Stall("stalls in the size of a chunk", Ok + "Transfer-Encoding: chunked\r\n\r\n1"),
        Stall("stalls in the body of a 404", "HTTP/1.1 404 Not Found\r\n" + Json + "Content-Length: 10\r\n\r\n{"),
        Stall("sends one byte of the headers at a time", "", static async request =>
        {
            foreach (char c in Ok + "X-Slow: " + new string('s', 10_000))
            {
                await request.SendAsync(c.ToString());
                await Task.Delay(20);
            }
        }),
    ];

    private static Fault[] Heads =>
    [
        Fault.Text("Head", "is no HTTP", "SSH-2.0-OpenSSH_9.6\r\n\r\n"),
        Fault.Text("Head", "is HTTP/0.9", "{}"),
        Fault.Text("Head", "is HTTP/1.0 without a length", "HTTP/1.0 200 OK\r\n" + Json + "\r\n{}"),
        Fault.Text("Head", "is HTTP/3.0", "HTTP/3.0 200 OK\r\nContent-Length: 2\r\n\r\n{}"),
        Fault.Text("Head", "has status 000", "HTTP/1.1 000 Zero\r\nContent-Length: 0\r\n\r\n"),
        Fault.Text("Head", "has status 999", "HTTP/1.1 999 Max\r\nContent-Length: 0\r\n\r\n"),
        Fault.Text("Head", "has status 20", "HTTP/1.1 20 OK\r\nContent-Length: 2\r\n\r\n{}"),
        Fault.Text("Head", "has status 20000", "HTTP/1.1 20000 OK\r\nContent-Length: 2\r\n\r\n{}"),
        Fault.Text("Head", "has no reason phrase", "HTTP/1.1 200\r\n" + Json + "Content-Length: 2\r\n\r\n{}"),
        Fault.Text("Head", "has a header without a colon", Ok + "Broken\r\nContent-Length: 2\r\n\r\n{}"),
        Fault.Text("Head", "has a header without a name", Ok + ": broken\r\nContent-Length: 2\r\n\r\n{}"),
        Fault.Text("Head", "has a NUL in a header", Ok + "X-A: a\0b\r\nContent-Length: 2\r\n\r\n{}"),
        Fault.Text("Head", "has Latin-1 in a header", Ok + "X-A: \u00e9\u00ff\r\nContent-Length: 2\r\n\r\n{}"),
        Fault.Text("Head", "has a folded header", Ok + "X-A: a\r\n b\r\nContent-Length: 2\r\n\r\n{}"),
        Fault.Text("Head", "has a header of 1 MB", Ok + "X-A: " + new string('x', 1_000_000) + "\r\nContent-Length: 2\r\n\r\n{}"),
        Fault.Text("Head", "has 2,000 headers of one name", Ok + Repeat(2000, "X-A: b\r\n") + "Content-Length: 2\r\n\r\n{}"),
        Fault.Text("Head", "has endless headers", Ok + Repeat(20_000, "X-A: bbbbbbbbbb\r\n")),
        Fault.Text("Head", "has two content types", Ok + "Content-Type: text/html\r\nContent-Length: 2\r\n\r\n{}"),
        Fault.Text("Head", "has a content type of 10 KB", "HTTP/1.1 200 OK\r\nContent-Type: " + new string('t', 10_000) + "\r\nContent-Length: 2\r\n\r\n{}"),
    ];

    private static Fault[] Lengths =>
    [
        Fault.Text("Length", "announces more than it sends", Ok + "Content-Length: 100\r\n\r\n{}"),
        Fault.Text("Length", "announces less than it sends", Ok + "Content-Length: 2\r\n\r\n{}{}{}{}"),
        Fault.Text("Length", "announces a negative length", Ok + "Content-Length: -1\r\n\r\n{}"),
        Fault.Text("Length", "announces a length that is no number", Ok + "Content-Length: two\r\n\r\n{}"),
        Fault.Text("Length", "announces more than 64 bits hold", Ok + "Content-Length: 99999999999999999999\r\n\r\n{}"),
        Fault.Text("Length", "announces 8 EB and sends two bytes", Ok + "Content-Length: 9223372036854775807\r\n\r\n{}"),
        Fault.Text("Length", "announces two lengths", Ok + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
        Fault.Text("Length", "announces a length and chunks", Ok + "Content-Length: 100\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"),
        Fault.Text("Length", "announces nothing and closes", Ok + "\r\n{}"),
        Fault.Text("Length", "sends a chunk size that is no number", Ok + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n"),
        Fault.Text("Length", "sends a chunk size beyond 64 bits", Ok + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}\r\n"),
        Fault.Text("Length", "sends a chunk that is longer than its size", Ok + "Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n"),
        Fault.Text("Length", "sends trailers after the chunks", Ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX-Trailer: a\r\n\r\n"),
        Fault.Text("Length", "uses an unknown transfer encoding", Ok + "Transfer-Encoding: zip\r\n\r\n{}"),
    ];

    private static Fault[] Statuses =>
    [
        Fault.Text("Status", "100, then 200", "HTTP/1.1 100 Continue\r\n\r\n" + Ok + "Content-Length: 2\r\n\r\n{}"),
        Fault.Text("Status", "103 fifty times, then 200", Repeat(50, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n") + Ok + "Content-Length: 2\r\n\r\n{}"),
        Fault.Text("Status", "101, to another protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\nxxxx"),
        Fault.Text("Status", "204 with a body", "HTTP/1.1 204 No Content\r\n" + Json + "Content-Length: 2\r\n\r\n{}"),
        Fault.Text("Status", "204 with chunks", "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"),
        Fault.Body("Status", "200 without the documented body", "200 OK\r\n" + Json.TrimEnd(), []),
        Fault.Body("Status", "206 with a part", "206 Partial Content\r\n" + Json + "Content-Range: bytes 0-1/9", "{}"u8.ToArray()),
        Fault.Text("Status", "304", "HTTP/1.1 304 Not Modified\r\n\r\n"),
        Fault.Body("Status", "404 without the documented body", "404 Not Found", []),
        Fault.Body("Status", "404 with a page of HTML", "404 Not Found\r\nContent-Type: text/html", Encoding.ASCII.GetBytes("<html>" + new string('h', 20_000) + "</html>")),
        Fault.Body("Status", "404 with other JSON", "404 Not Found\r\n" + Json.TrimEnd(), "{\"a\":}"u8.ToArray()),
        Fault.Body("Status", "401 with a page of HTML", "401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Type: text/html", "<html>"u8.ToArray()),
        Fault.Body("Status", "407 of a proxy", "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic", []),
        Fault.Body("Status", "418, which is not documented", "418 I'm a teapot\r\nContent-Type: text/plain", "short and stout"u8.ToArray()),
        Fault.Body("Status", "502 of a gateway", "502 Bad Gateway\r\nContent-Type: text/html", "<html>"u8.ToArray()),
    ];

    private static Func<FaultRequest, Task<bool>> Reset(string before) => async request =>
    {
        await request.SendAsync(before);
        await Task.Delay(100);
        request.Reset();
        return false;
    };

    private static Fault Stall(string name, string before, Func<FaultRequest, Task>? send = null) => new("Connection", name, async request =>
    {
        await request.SendAsync(before);
        await (send?.Invoke(request) ?? request.StallAsync());
        return false;
    })
    {
        Timeout = s_short,
    };

    private static string Repeat(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
