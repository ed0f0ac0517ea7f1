using System;
using System.IO;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        // A choice of items without 'type: array' is one of the items, as in Slack's document. An array is kept.
        // reports: CDE0007 A choice of items without the type 'array' is not supported; the value is one of the items (at #/components/schemas/Conversation)
        foreach (string json in new[] { """{"name":"general"}""", """{"user":"U1"}""", """[{"name":"general"}]""" })
        {
            server.Answer(json);
            output.WriteLine((await client.Conversation.GetAsync()).EnsureSuccess() switch
            {
                Conversation.Channel channel => "channel " + channel.Value.Name,
                Conversation.Direct direct => "direct " + direct.Value.User,
                Conversation.Unknown unknown => "unknown " + unknown.Value.GetRawText(),
                { } other => other.GetType().Name,
            });
        }
        // prints: channel general
        // prints: direct U1
        // prints: unknown [{"name":"general"}]

        // A time that is shown with an offset keeps it.
        server.Answer("""{"from":"09:00:00-08:00","to":"17:00:00","shown":"17:00:00Z"}""");
        Opening opening = (await client.Opening.GetAsync()).EnsureSuccess();
        string from = opening.From;
        TimeOnly to = opening.To;
        TimeOnly shown = opening.Shown;
        await client.Opening.PutAsync(opening);
        output.WriteLine(server.Request);
        // prints: PUT /opening application/json {"from":"09:00:00-08:00","to":"17:00:00","shown":"17:00:00"}
    }
}
