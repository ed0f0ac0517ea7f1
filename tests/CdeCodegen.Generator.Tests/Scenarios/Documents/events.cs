using System;
using System.IO;
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

        // The name of an event selects the type of its data.
        server.Answer("event: addString\ndata: This data is formatted\n\nevent: addInt64\ndata: 1234\n\nevent: addJson\ndata: {\"foo\": 42}\n\n", mediaType: "text/event-stream");
        await foreach (ServerSentEvent<AddStreamEvent> e in (await client.Add.GetAsync()).EnsureSuccess())
        {
            output.WriteLine(e.Data switch
            {
                AddStreamEvent.AddString text => text.Value,
                AddStreamEvent.AddInt64 number => "number " + number.Value,
                AddStreamEvent.AddJson json => "json " + json.Value.Foo,
                AddStreamEvent.Unknown => "unknown",
                _ => "",
            });
        }
        // prints: This data is formatted
        // prints: number 1234
        // prints: json 42

        // Events of other names are kept. The data [DONE] belongs to the event that documents it.
        server.Answer(
            "event: delta\nid: 1\ndata: {\"text\":\"a\"}\n\nevent: delta.final\ndata: {\"text\":\"b\"}\n\nevent: usage\ndata: {\"tokens\":9}\n\n"
            + "event: scores\ndata: [[1,2],[3]]\n\nevent: new\ndata: {\"x\":1}\n\nevent: newer\ndata: say \"hi\"\n\nevent: done\ndata: [DONE]\n\nevent: usage\ndata: {}\n\n",
            mediaType: "text/event-stream");
        try
        {
            await foreach (ServerSentEvent<ChatEvent> e in (await client.Chat.GetAsync()).EnsureSuccess())
            {
                output.WriteLine(e.Data switch
                {
                    ChatEvent.Delta delta => $"{e.EventType} {e.Id} {delta.Value.Text}",
                    ChatEvent.Usage usage => $"usage {usage.Value.Tokens}",
                    ChatEvent.Scores scores => $"scores {scores.Value[0][1]}",
                    ChatEvent.Done done => $"done {done.Value}",
                    ChatEvent.Unknown unknown => $"{e.EventType} {unknown.Value.ValueKind} {unknown.Value}",
                    _ => "",
                });
            }
        }
        catch (ResponseFormatException e)
        {
            output.WriteLine($"item {e.ItemNumber} {e.JsonPath}");
        }
        // prints: delta 1 a
        // prints: delta.final  b
        // prints: usage 9
        // prints: scores 2
        // prints: new Object {"x":1}
        // prints: newer String say "hi"
        // prints: done [DONE]
        // prints: item 8 $

        // Elsewhere [DONE] ends the stream.
        server.Answer("event: usage\ndata: {\"tokens\":1}\n\ndata: [DONE]\n\nevent: usage\ndata: {\"tokens\":2}\n\n", mediaType: "text/event-stream");
        await foreach (ServerSentEvent<ChatEvent> e in (await client.Chat.GetAsync()).EnsureSuccess())
        {
            output.WriteLine(((ChatEvent.Usage)e.Data).Value.Tokens);
        }
        // prints: 1

        // reports: CDE0007 An event stream whose events have different data and no names is not supported; the data of an event is its text (at #/paths/~1mixed/get/responses/200/content/text~1event-stream)
        server.Answer("event: a\ndata: {\"text\":\"a\"}\n\n", mediaType: "text/event-stream");
        await foreach (ServerSentEvent<string> e in (await client.Mixed.GetAsync()).EnsureSuccess())
        {
            output.WriteLine(e.Data);
        }
        // prints: {"text":"a"}

        // Tests make events without a server.
        var made = new ServerSentEvent<ChatEvent>(new Delta { Text = "c" }, "delta");
        output.WriteLine(((ChatEvent.Delta)made.Data).Value.Text);
        // prints: c
    }
}
