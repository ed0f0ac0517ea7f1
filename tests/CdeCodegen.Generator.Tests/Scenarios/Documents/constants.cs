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

        // Constants are written by themselves. An optional one without a default is the caller's to send.
        await client.Event.PutAsync(new Event { Kind = new Deleted { By = "me" } });
        output.WriteLine(server.Request);
        // prints: PUT /event application/json {"object":"event","version":3,"last":true,"level":"high","kind":{"kind":"deleted","by":"me"},"withDefault":"v1"}
        await client.Event.PutAsync(new Event { Kind = new Created(), Optional = true, Maybe = "x" });
        output.WriteLine(server.Request);
        // prints: PUT /event application/json {"object":"event","version":3,"last":true,"level":"high","kind":{"kind":"created"},"withDefault":"v1","optional":true,"maybe":"x"}

        foreach (string name in new[] { "Object", "Version", "Last", "Level", "WithDefault" })
        {
            output.Write(typeof(Event).GetProperty(name)!.SetMethod?.IsPublic == true);
        }

        output.WriteLine();
        // prints: FalseFalseFalseFalseFalse

        // A value that the document does not know is kept, like an unknown value of an enumeration.
        server.Answer("""{"object":"event2","version":4,"last":false,"level":"low","kind":{"kind":"created"},"withDefault":null}""");
        Event read = (await client.Event.GetAsync()).EnsureSuccess();
        output.WriteLine($"{read.Object} {read.Version} {read.Last} {read.Level} {read.WithDefault}");
        // prints: event2 4 False low v1
        await client.Event.PutAsync(read);
        output.WriteLine(server.Request);
        // prints: PUT /event application/json {"object":"event2","version":4,"last":false,"level":"low","kind":{"kind":"created"},"withDefault":"v1"}

        // The value that tells a type from others is checked: with another one, the members are those of another type.
        foreach (string body in new[] { """{"kind":"deleted"}""", """{"kind":1}""", "{}" })
        {
            server.Answer(body);
            try
            {
                await client.Created.GetAsync();
            }
            catch (ResponseFormatException e)
            {
                output.WriteLine($"{e.JsonPath} {e.Message.Contains("deleted", StringComparison.Ordinal)}");
            }
        }
        // prints: $.kind False
        // prints: $.kind False
        // prints: $ False
    }
}
