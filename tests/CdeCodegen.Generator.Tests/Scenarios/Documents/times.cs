using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

// metadata: DateTimes=DateTime
public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);
        var day = new DateOnly(2026, 1, 2);
        var noon = new DateTime(2026, 1, 2, 12, 0, 0);

        // What was read is what is sent again: no offset is added, no instant moves, no duration is normalized.
        const string Body = """{"naive":"2026-01-02T03:04:05","instant":"2026-01-02T03:04:05Z","zoned":"2026-01-02T03:04:05+02:00","local":"2026-01-02T03:04:05.25","locals":["2026-01-02T03:04:05"],"time":"08:30:00","short":"PT36H","long":"P1Y2M","loose":"1h30m","durations":["PT5M"],"byName":{"a":"P1W"},"clock":"1.02:03:04.5","clocks":["00:05:00"],"choice":"PT1S"}""";
        server.Answer(Body, 200, "application/json", "X-Age: PT90S", "X-Until: 2026-01-02T03:04:05");
        var ok = (PutTimesResult.Ok)await client.Times[day].PostAsync(new Times { Naive = noon });
        Times times = ok.Body;
        DateTime? until = ok.XUntil;
        output.WriteLine($"{times.Naive.Kind} {times.Instant!.Value.Kind} {times.Zoned!.Value:O} {times.Local!.Value.Kind} {until!.Value.Kind}");
        // prints: Unspecified Utc 2026-01-02T01:04:05.0000000Z Unspecified Unspecified
        output.WriteLine($"{times.Short!.Value.ToTimeSpan()} {(TimeSpan)ok.XAge!.Value} {times.Clock}");
        // prints: 1.12:00:00 00:01:30 1.02:03:04.5000000
        output.WriteLine($"{times.Long.Value!.Value.TryToTimeSpan(out _)} {times.Loose!.Value.TryToTimeSpan(out _)} {times.Short == TimeSpan.FromHours(36)} {times.ByName!["a"] == "P7D"}");
        // prints: False False True True
        await client.Times[day].PostAsync(times);
        output.WriteLine(server.Request);
        // prints: POST /times/2026-01-02 application/json {"naive":"2026-01-02T03:04:05","instant":"2026-01-02T03:04:05Z","zoned":"2026-01-02T01:04:05Z","local":"2026-01-02T03:04:05.25","locals":["2026-01-02T03:04:05"],"time":"08:30:00","short":"PT36H","long":"P1Y2M","loose":"1h30m","durations":["PT5M"],"byName":{"a":"P1W"},"clock":"1.02:03:04.5000000","clocks":["00:05:00"],"choice":"PT1S"}

        // A TimeSpan is a duration of days and time.
        var written = new Times { Naive = noon, Instant = new DateTime(2026, 1, 2, 12, 0, 0, DateTimeKind.Utc), Short = new TimeSpan(1, 12, 0, 0), Long = new ApiDuration(TimeSpan.FromMilliseconds(-1500)), Loose = TimeSpan.Zero, Durations = ["P1M", TimeSpan.FromMinutes(5)] };
        await client.Times[day].PostAsync(written, c =>
        {
            c.QueryParameters.Since = noon;
            c.QueryParameters.Local = noon.AddTicks(1);
            c.QueryParameters.At = new TimeOnly(8, 30);
            c.QueryParameters.Within = TimeSpan.FromMinutes(90);
            c.QueryParameters.Each = ["P1M", TimeSpan.FromDays(2)];
            c.QueryParameters.Timeout = TimeSpan.FromMinutes(5);
            c.QueryParameters.XAge = "P3W";
        });
        output.WriteLine(server.Request);
        // prints: POST /times/2026-01-02?since=2026-01-02T12%3A00%3A00&local=2026-01-02T12%3A00%3A00.0000001&at=08%3A30%3A00&within=PT1H30M&each=P1M&each=P2D&timeout=00%3A05%3A00 application/json {"naive":"2026-01-02T12:00:00","instant":"2026-01-02T12:00:00Z","short":"P1DT12H","long":"-PT1.5S","loose":"PT0S","durations":["P1M","PT5M"]}
        output.WriteLine(server.Headers["X-Age"]);
        // prints: P3W
    }
}
