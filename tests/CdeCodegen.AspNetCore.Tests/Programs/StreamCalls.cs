using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Runtime;

public static class StreamCalls
{
    public static async Task RunAsync(AcmeClient client, HttpClient http, Uri address, TextWriter output)
    {
        IReadOnlyList<OrderLine> lines = (await client.Streams.Lines.GetAsync(3)).EnsureSuccess();
        output.WriteLine(string.Join(' ', lines.Select(line => line.Quantity + line.Article!)));
        // prints: 1pen 1 2pen 2 3pen 3

#if !NSWAG
        // NSwag describes streams and files as JSON objects.
        await using (ApiStream<ServerSentEvent<OrderLine>> events = (await client.Streams.Events.GetAsync(2)).EnsureSuccess())
        {
            await foreach (ServerSentEvent<OrderLine> e in events)
            {
                output.WriteLine($"{e.EventType} [{e.Id}] {e.Data.Article}");
            }
        }
        // prints: line [] pen 1
        // prints: line [] pen 2

        await using (ApiStream<ServerSentEvent<OrderLine>> items = (await client.Streams.Items.GetAsync()).EnsureSuccess())
        {
            await foreach (ServerSentEvent<OrderLine> e in items)
            {
                output.WriteLine($"{e.EventType} [{e.Id}] {e.Data.Article}");
            }
        }
        // prints: item [1] pen 1
        // prints: item [2] pen 2

        await using (ApiStream<ServerSentEvent<string>> ticks = (await client.Streams.Ticks.GetAsync()).EnsureSuccess())
        {
            await foreach (ServerSentEvent<string> e in ticks)
            {
                output.WriteLine($"{e.EventType} {e.Data}");
            }
        }
        // prints: message tick
        // prints: message tock

        GetPdfResult pdf = await client.Streams.Pdf.GetAsync();
        output.WriteLine($"{((GetPdfResult.Ok)pdf).FileName} {((GetPdfResult.Ok)pdf).ContentType} {await new StreamReader(pdf.EnsureSuccess()).ReadToEndAsync()}");
        // prints: a b.pdf application/pdf %PDF

        output.WriteLine((await client.Streams.Csv.GetAsync()).EnsureSuccess().Replace("\n", "|"));
        // prints: a;b|1;2

        var copy = new MemoryStream();
        await (await client.Streams.Bytes.GetAsync()).EnsureSuccess().CopyToAsync(copy);
        output.WriteLine(Convert.ToHexString(copy.ToArray()));
        // prints: 010203
#endif
    }
}
