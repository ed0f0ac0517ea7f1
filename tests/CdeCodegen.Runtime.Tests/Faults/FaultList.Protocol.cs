namespace CdeCodegen.Runtime.Tests.Faults;

/// <content>Redirects, retries, cancellation and streams.</content>
internal static partial class FaultList
{
    private const string Empty = "\r\nContent-Length: 0\r\n\r\n";

    private static List<Fault> Redirects
    {
        get
        {
            List<Fault> faults = [];
            foreach (string status in new[] { "301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect" })
            {
                faults.Add(Redirect(status[..3] + " within the origin", status, static _ => "/healthy"));
            }

            faults.AddRange(
            [
                Redirect("302 to another origin", "302 Found", static _ => "http://localhost:1/elsewhere"),
                Redirect("302 to another port", "302 Found", static _ => "http://127.0.0.1:1/elsewhere"),
                Redirect("302 to https", "302 Found", static request => request.Server.Url.AbsoluteUri.Replace("http:", "https:")),
                Redirect("302 to a file", "302 Found", static _ => "file:///etc/passwd"),
                Redirect("302 to a script", "302 Found", static _ => "javascript:alert(1)"),
                Redirect("302 to user info within the origin", "302 Found", static request => request.Server.Url.AbsoluteUri.Replace("http://", "http://user:secret@") + "healthy"),
                Redirect("302 to `//`", "302 Found", static _ => "//"),
                Redirect("302 to an empty location", "302 Found", static _ => ""),
                Redirect("302 to itself", "302 Found", static _ => "/fault"),
                Fault.Body("Redirect", "302 without a location", "302 Found", []),
                Fault.Body("Redirect", "302 with two locations", "302 Found\r\nLocation: /healthy\r\nLocation: http://localhost:1/", []),
                Fault.Body("Redirect", "300 with a location", "300 Multiple Choices\r\nLocation: /healthy", []),
            ]);
            return faults;
        }
    }

    private static List<Fault> Retries
    {
        get
        {
            List<Fault> faults = [];
            foreach (string status in new[] { "429 Too Many Requests", "503 Service Unavailable" })
            {
                foreach ((string name, string? value) in new (string, string?)[]
                {
                    ("no `Retry-After`", null),
                    ("`Retry-After: 0`", "0"),
                    ("a `Retry-After` longer than the limit", "120"),
                    ("a `Retry-After` beyond 64 bits", "99999999999999999999"),
                    ("a negative `Retry-After`", "-1"),
                    ("a `Retry-After` with a fraction", "0.001"),
                    ("a `Retry-After` that is no number", "soon"),
                    ("a `Retry-After` date in the past", "Wed, 21 Oct 2015 07:28:00 GMT"),
                    ("a `Retry-After` date far away", "Fri, 31 Dec 9999 23:59:59 GMT"),
                    ("a broken `Retry-After` date", "Wed, 99 Oct 2015"),
                    ("two `Retry-After`", "0\r\nRetry-After: 1"),
                })
                {
                    faults.Add(Fault.Body("Retry", status[..3] + " with " + name, status + (value is null ? "" : "\r\nRetry-After: " + value), []));
                }
            }

            faults.Add(Fault.Body("Retry", "401 again and again", "401 Unauthorized\r\n" + Json + "WWW-Authenticate: Bearer", "{}"u8.ToArray()));
            faults.Add(Recovering("503 once, then 200", "503 Service Unavailable\r\nRetry-After: 0"));
            faults.Add(Recovering("429 once, then 200", "429 Too Many Requests\r\nRetry-After: 0"));
            faults.Add(Recovering("504 once, then 200", "504 Gateway Timeout"));
            return faults;
        }
    }

    private static Fault[] Cancellations =>
    [
        Cancel("while the token is awaited", "") with { StallsToken = true },
        Cancel("while the request is sent", "") with { HasLargeRequest = true, Serve = static async _ => await StallAsync() },
        Cancel("before the answer", ""),
        Cancel("in the headers", "HTTP/1.1 200 OK\r\nX-"),
        Cancel("after the headers", Ok + "Content-Length: 10\r\n\r\n"),
        Cancel("in the body", Ok + "Content-Length: 10\r\n\r\n{\"a\""),
        Cancel("in the body of a 404", "HTTP/1.1 404 Not Found\r\n" + Json + "Content-Length: 10\r\n\r\n{"),
        Cancel("in the body of an undocumented status", "HTTP/1.1 500 Oops\r\nContent-Length: 10\r\n\r\n{"),
        new("Cancellation", "before a retry", static async request =>
        {
            await request.SendAsync("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0" + Empty);
            await Task.Delay(150);
            return true;
        })
        {
            CancelAfter = TimeSpan.FromMilliseconds(200),
        },
        new("Cancellation", "after a redirect", static async request =>
        {
            if (request.Head.Contains(" /second ", StringComparison.Ordinal))
            {
                await request.StallAsync();
                return false;
            }

            await request.SendAsync("HTTP/1.1 302 Found\r\nLocation: /second" + Empty);
            return true;
        })
        {
            CancelAfter = s_short,
        },
    ];

    private static Fault[] Streams =>
    [
        Stream("ends early", Ok + "Content-Length: 100000\r\n\r\n" + new string('x', 1000)),
        Stream("ends early in a chunk", Ok + "Transfer-Encoding: chunked\r\n\r\n1000\r\nxxx"),
        Stream("is complete", Ok + "Content-Length: 4\r\n\r\nabcd"),
        Stream("is an undocumented status", "HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\nabcd"),
        new("Stream", "is reset midway", Reset(Ok + "Content-Length: 100000\r\n\r\n" + new string('x', 1000))) { Reading = FaultReading.Download },
        new("Stream", "is damaged gzip", static request => request.RespondAsync("200 OK\r\nContent-Encoding: gzip", "no gzip"u8.ToArray())) { Reading = FaultReading.Download },
        new("Stream", "is endless", static async request => await SendEndlessAsync(request, Ok)) { Reading = FaultReading.Download },
        new("Stream", "stalls midway until the call is canceled", static async request =>
        {
            await request.SendAsync(Ok + "Content-Length: 100\r\n\r\nxxx");
            await request.StallAsync();
            return false;
        })
        {
            Reading = FaultReading.Download,
            CancelAfter = TimeSpan.FromSeconds(1.5),
        },
    ];

    private static Fault Redirect(string name, string status, Func<FaultRequest, string> location) => new("Redirect", name, async request =>
    {
        await request.SendAsync($"HTTP/1.1 {status}\r\nLocation: {location(request)}{Empty}");
        return true;
    });

    private static Fault Recovering(string name, string first) => new("Retry", name, async request =>
    {
        bool isFirst = request.Server.Requests.Count == 1;
        await request.SendAsync(isFirst ? $"HTTP/1.1 {first}{Empty}" : Ok + "Content-Length: 2\r\n\r\n{}");
        return true;
    });

    private static Fault Cancel(string name, string before) => new("Cancellation", name, async request =>
    {
        await request.SendAsync(before);
        await request.StallAsync();
        return false;
    })
    {
        CancelAfter = s_short,
    };

    private static Fault Stream(string name, string response) => Fault.Text("Stream", name, response) with { Reading = FaultReading.Download };

    /// <summary>Reads nothing, so that the request cannot be sent.</summary>
    private static async Task<bool> StallAsync()
    {
        await Task.Delay(2000);
        return false;
    }
}
