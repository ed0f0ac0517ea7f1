using System;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Acme;
using Acme.Models;

public static class ValueCalls
{
    private static readonly Guid s_id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    public static async Task RunAsync(AcmeClient client, HttpClient http, Uri address, TextWriter output)
    {
        // NSwag describes a TimeSpan as a duration, and the others by a pattern.
#if NSWAG
        const string span = "1.02:03:04";
        const string longSpan = "1.02:03:04.5";
#else
        var span = new TimeSpan(1, 2, 3, 4);
        var longSpan = new TimeSpan(1, 2, 3, 4, 500);
#endif
        var instant = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2));
        var local = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        Values read = (await client.Values.PostAsync(new Values
        {
            Id = s_id,
            Day = new DateOnly(2026, 1, 2),
            Time = new TimeOnly(13, 14, 15),
            Duration = span,
            Local = local,
            Instant = instant,
            Link = new Uri("https://shop.test/a?b=c"),
            Data = new byte[] { 1, 2, 255 },
            Letter = "é",
            IsSet = true,
            Text = "t\u00fc\"",
            OptionalDay = null,
        })).EnsureSuccess();
        output.WriteLine($"{read.Id} {read.Day:yyyy-MM-dd} {read.Time:HH:mm:ss} {read.Duration} {read.Local.Equals(local)} {read.Instant.Equals(instant)}");
        output.WriteLine($"{read.Link.Value} {Convert.ToHexString(read.Data!)} {read.Letter} {read.IsSet} {read.Text.Value} [{read.OptionalDay.Value}] [{read.OptionalDuration.Value}]");
        // prints: 0f8fad5b-d9cb-469f-a165-70867728950e 2026-01-02 13:14:15 1.02:03:04 True True
        // prints: https://shop.test/a?b=c 0102FF é True tü" [] []

        output.WriteLine((await client.Values.GetAsync(new DateOnly(2026, 1, 2))).EnsureSuccess());
        output.WriteLine((await client.Values.GetAsync(new DateOnly(2026, 1, 2), c =>
        {
            c.QueryParameters.At = new TimeOnly(13, 14, 15, 16);
            c.QueryParameters.Span = longSpan;
            c.QueryParameters.Id = s_id;
            c.QueryParameters.Link = new Uri("https://shop.test/a?b=c&d=e f");
            c.QueryParameters.Instant = instant;
            c.QueryParameters.Local = instant;
            c.QueryParameters.IsSet = true;
            c.QueryParameters.Letter = "&";
        })).EnsureSuccess());
        // prints: 2026-01-02|||||||False|x
        // prints: 2026-01-02|13:14:15.0160000|1.02:03:04.5000000|0f8fad5b-d9cb-469f-a165-70867728950e|https://shop.test/a?b=c&d=e f|2026-01-02T01:04:05.6780000Z|2026-01-02T01:04:05.6780000Z|True|&

        output.WriteLine((await client.Values[s_id][new DateOnly(2026, 1, 2)][instant].GetAsync()).EnsureSuccess());
        // prints: 0f8fad5b-d9cb-469f-a165-70867728950e|2026-01-02|2026-01-02T01:04:05.6780000Z
        output.WriteLine((await client.Values.When[local].PutAsync()).EnsureSuccess());
        // prints: 2026-01-02T03:04:05.0000000Z

        GetHeadersResult headers = await client.Values.Headers.GetAsync(s_id, c =>
        {
            c.QueryParameters.XDay = new DateOnly(2026, 1, 2);
            c.QueryParameters.Accent = "plain text";
        });
        output.WriteLine($"{headers.EnsureSuccess()} {string.Join(",", headers.Headers["X-Echo"])}");
        // prints: 2026-01-02 plain text 0f8fad5b-d9cb-469f-a165-70867728950e

        output.WriteLine((await client.Values.Words.GetAsync(["a b", "c&d", ""], [1, 2])).EnsureSuccess());
        // prints: a b,c&d, 3
        output.WriteLine((await client.Values.Search.GetAsync("a+b", c =>
        {
            c.QueryParameters.Size = 3;
            c.QueryParameters.XTag = "t";
        })).EnsureSuccess());
        // prints: a+b 3 t
#if !NSWAG
        output.WriteLine((await client.Values.Path["a b.c"].GetAsync()).EnsureSuccess());
        // prints: a b.c
#endif
    }
}
