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

        // Fractions, and integers that no long holds: with all their digits.
        await client.Numbers.PutAsync(
            new Numbers { Speed = 1.75, Choice = 2.5, Version = NumbersVersion._1_0, Protocol = new New { Stream = "s" }, Rate = new Fast { By = "me" } }, c => c.QueryParameters.Rate = 1.5);
        output.WriteLine(server.Request);
        // prints: PUT /numbers?rate=1.5 application/json {"half":1.5,"negative":-0.25,"listed":2.5,"part":0.1,"thousand":1000,"whole":2,"precise":0.12345678901234567890123,"long":12345678901234567890,"large":1E+300,"tiny":0.00000015,"optional":0.5,"speed":1.75,"choice":2.5,"version":"1.0","protocol":{"version":2.5,"stream":"s"},"rate":{"v":2.50,"by":"me"}}
        foreach (string name in new[] { "Half", "Negative", "Listed", "Part", "Thousand", "Whole", "Precise", "Long", "Large", "Tiny", "Optional", "Speed" })
        {
            output.Write(typeof(Numbers).GetProperty(name)!.SetMethod?.IsPublic == true ? name : "");
        }

        output.WriteLine();
        // prints: Speed

        // A number is the same in all its spellings.
        server.Answer("""{"half":15e-1,"negative":-0.25,"listed":9.5,"part":0.1,"thousand":1000.0,"whole":2e0,"precise":0.12345678901234567890123,"long":12345678901234567890,"large":1e300,"tiny":15E-8,"speed":2,"version":"3.0","protocol":{"version":11e-1,"port":1},"rate":{"v":250e-2,"by":"x"}}""");
        Numbers numbers = (await client.Numbers.GetAsync()).EnsureSuccess();
        output.WriteLine($"{numbers.Half} {numbers.Listed} {numbers.Whole} {numbers.Rate is NumbersRate.Fast} {numbers.Version} {((Old)numbers.Protocol!).Port}");
        // prints: 1.5 9.5 2 True 3.0 1
        server.Answer("""{"half":1.5,"negative":-0.25,"listed":2.5,"part":0.1,"thousand":1000,"whole":2,"precise":0.1,"long":1,"large":1,"tiny":1,"speed":2,"version":"3.0","rate":{"v":2.75,"by":"x"}}""");
        output.WriteLine((await client.Numbers.GetAsync()).EnsureSuccess().Rate.GetType().Name);
        // prints: Unknown

        // So are the last of the required parameters. Those before others, and before a body, are the caller's to give, as all optional ones.
        await client.Sent.GetAsync(1, GetSentId.B, OneLevel.Seven, requestConfiguration: configuration => configuration.QueryParameters.Alt = "json");
        output.WriteLine($"{server.Url} {server.Headers["X-Mode"]} {server.Headers["Cookie"]}");
        // prints: https://s.test/sent?first=1&id=b&level=7&api-version=2024-01%26b&n=3&half=0.50&on=true&alt=json fast session=none
        await client.Sent.GetAsync(1, GetSentId.A, OneLevel.Seven, apiVersion: "2025", on: false);
        output.WriteLine(server.Url);
        // prints: https://s.test/sent?first=1&id=a&level=7&api-version=2025&n=3&half=0.50&on=false
        await client.Sent.PutAsync("1", "text");
        output.WriteLine(server.Url);
        // prints: https://s.test/sent?api-version=1
    }
}
