using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        // Events with type, id and retry. The last id is handed out.
        server.Answer("event: add\nid: 7\nretry: 1500\ndata: {\"x\":\ndata: 1}\n\n: comment\n\ndata: {\"x\":2}\n\n", mediaType: "text/event-stream; charset=utf-8");
        ApiStream<ServerSentEvent<T>> events = (await client.Sse.GetAsync()).EnsureSuccess();
        await foreach (ServerSentEvent<T> e in events)
        {
            output.WriteLine($"{e.EventType} {e.Id ?? "none"} {e.Retry} {e.Data.X}");
        }
        output.WriteLine($"{events.LastEventId} {server.Headers["Accept"]} {server.OpenBodies}");
        // prints: add 7 00:00:01.5000000 1
        // prints: message none  2
        // prints: 7 text/event-stream 0

        // A schema without event fields is that of the data. [DONE] ends the stream.
        server.Answer("data: {\"x\":1}\n\ndata: [DONE]\n\ndata: {\"x\":3}\n\n", mediaType: "text/event-stream");
        await foreach (ServerSentEvent<T> e in ((Sse31Result.Ok)await client.Sse31.GetAsync()).Body)
        {
            output.WriteLine(e.Data.X);
        }
        // prints: 1

        server.Answer("data: [DONE]\n\ndata: a\ndata: b\n\n", mediaType: "text/event-stream");
        await foreach (ServerSentEvent<string> e in (await client.Text.GetAsync()).EnsureSuccess())
        {
            output.WriteLine(e.Data.Replace('\n', '|'));
        }
        // prints: [DONE]
        // prints: a|b

        // Lines. An item that does not fit throws where it is read.
        server.Answer("\n{\"x\":1}\r\n{\"x\":2}\n{\"y\":3}\n{\"x\":4}", mediaType: "application/x-ndjson");
        try
        {
            await foreach (T item in (await client.Nd.GetAsync()).EnsureSuccess())
            {
                output.WriteLine(item.X);
            }
        }
        catch (ResponseFormatException e)
        {
            output.WriteLine($"item {e.ItemNumber} {e.JsonPath} {e.ResponseBody} {e.Message.Contains("Item 3")}");
        }
        output.WriteLine($"{server.Headers["Accept"]} {server.OpenBodies}");
        // prints: 1
        // prints: 2
        // prints: item 3 $ {"y":3} True
        // prints: application/x-ndjson, application/jsonl 0

        server.Answer("data: {\"x\":1}\n\ndata: {\"x\":true}\n\n", mediaType: "text/event-stream");
        try
        {
            await foreach (ServerSentEvent<T> e in (await client.Sse.GetAsync()).EnsureSuccess())
            {
                output.WriteLine(e.Data.X);
            }
        }
        catch (ResponseFormatException e)
        {
            output.WriteLine($"item {e.ItemNumber} {e.JsonPath}");
        }
        // prints: 1
        // prints: item 2 $.x

        server.Answer("\u001e{\"x\":\n1}\n\u001e{\"x\":2}\n", mediaType: "application/json-seq");
        await foreach (T item in (await client.Seq.GetAsync()).EnsureSuccess())
        {
            output.WriteLine(item.X);
        }
        // prints: 1
        // prints: 2

        server.Answer("{\"x\":1}\nnull\n", mediaType: "application/vnd.acme.log");
        await foreach (var item in (await client.Own.GetAsync()).EnsureSuccess())
        {
            output.WriteLine(item?.X ?? -1);
        }
        // prints: 1
        // prints: -1

        // Leaving the loop, disposal and cancellation free the connection at any item.
        server.Answer("{\"x\":1}\n{\"x\":2}\n", mediaType: "application/x-ndjson");
        await foreach (T item in (await client.Nd.GetAsync()).EnsureSuccess())
        {
            output.WriteLine($"{item.X} {server.OpenBodies}");
            break;
        }
        output.WriteLine(server.OpenBodies);
        // prints: 1 1
        // prints: 0

        server.Answer("{\"x\":1}\n", mediaType: "application/x-ndjson");
        await using (ApiStream<T> unread = (await client.Nd.GetAsync()).EnsureSuccess())
        {
            output.WriteLine(server.OpenBodies);
        }
        output.WriteLine(server.OpenBodies);
        // prints: 1
        // prints: 0

        server.AnswerEndlessly("{\"x\":1}\n", mediaType: "application/x-ndjson");
        using var cancellation = new CancellationTokenSource();
        try
        {
            await foreach (T item in (await client.Nd.GetAsync()).EnsureSuccess().WithCancellation(cancellation.Token))
            {
                output.WriteLine(item.X);
                cancellation.CancelAfter(20);
            }
        }
        catch (OperationCanceledException)
        {
            output.WriteLine($"cancelled {server.OpenBodies}");
        }
        // prints: 1
        // prints: cancelled 0

        // The error of a stream is an ordinary body.
        server.Answer("{\"x\":5}", 400, "text/event-stream");
        output.WriteLine(((Sse31Result.BadRequest)await client.Sse31.GetAsync()).Body.X);
        server.Answer("oops", 500, "application/x-ndjson");
        output.WriteLine(((Sse31Result.InternalServerError)await client.Sse31.GetAsync()).Body);
        // prints: 5
        // prints: oops

        // A page of a proxy is no event stream.
        server.Answer("<html>", mediaType: "text/html");
        try
        {
            await client.Sse.GetAsync();
        }
        catch (ResponseFormatException e)
        {
            output.WriteLine(e.ResponseBody);
        }
        // prints: <html>

        // The members of ASP.NET Core's SseItem describe an event, and not its data.
        server.Answer("event: line\ndata: {\"x\":3}\nid: 7\n\n", mediaType: "text/event-stream");
        await foreach (ServerSentEvent<T> e in (await client.SseItem.GetAsync()).EnsureSuccess())
        {
            output.WriteLine($"{e.EventType} {e.Id} {e.Data.X}");
        }
        server.Answer("data: tick\n\n", mediaType: "text/event-stream");
        await foreach (ServerSentEvent<string> e in (await client.SseItemOfText.GetAsync()).EnsureSuccess())
        {
            output.WriteLine(e.Data);
        }
        // prints: line 7 3
        // prints: tick

        // JSON or a stream, as the caller asks.
        server.Answer("{\"x\":1}");
        output.WriteLine((await client.Chat.PostAsync(new ChatRequest())).EnsureSuccess().X);
        server.Answer("data: {\"delta\":\"a\"}\n\n", mediaType: "text/event-stream");
        ChatAsEventStreamResult chat = await client.Chat.PostAsEventStreamAsync(new ChatRequest { Stream = true });
        switch (chat)
        {
            case ChatAsEventStreamResult.Ok ok:
                await foreach (ServerSentEvent<Chunk> e in ok.Body)
                {
                    output.WriteLine(e.Data.Delta);
                }
                break;
            case ChatAsEventStreamResult.Unauthorized e:
                output.WriteLine(e.Body.X);
                break;
        }
        output.WriteLine(server.Request);
        // prints: 1
        // prints: a
        // prints: POST /chat application/json {"stream":true}

        // Requests item by item.
        await client.Nd.PostAsync(Items(new T { X = 1 }, new T { X = 2 }));
        output.WriteLine(server.Request.Replace('\n', '|'));
        await client.Nd.PutAsync(Items(1, 2));
        output.WriteLine(server.Request.Replace('\n', '|').Replace('\u001e', '#'));
        // prints: POST /nd application/x-ndjson {"x":1}|{"x":2}|
        // prints: PUT /nd application/json-seq #1|#2|

        // Tests make results without a server.
        var made = new NdResult.Ok(new ApiStream<T>([new T { X = 9 }]));
        await foreach (T item in made.Body)
        {
            output.WriteLine(item.X);
        }
        // prints: 9
    }

    private static async IAsyncEnumerable<TItem> Items<TItem>(params TItem[] items)
    {
        foreach (TItem item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }
}
