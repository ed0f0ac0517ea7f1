using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
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
        await client.P[new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2))][[Guid.Empty, Guid.Empty]][true].GetAsync(c =>
        {
            PParameters q = c.QueryParameters;
            q.Days = [new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 3)];
            q.States = [State.On, State.HalfWay];
            q.Price = 1.10m;
            q.Maybe = "";
            q.Anything = "a&b";
            q.Map = new Dictionary<string, long> { ["a"] = 1, ["b c"] = 2 };
            q.XDays = [new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 3)];
            q.XMap = new Dictionary<string, string> { ["k"] = "v", ["l"] = "w" };
            q.XState = State.HalfWay;
            q.Sid = "a b;c";
        });
        output.WriteLine(server.Request);
        output.WriteLine(string.Join(" | ", "X-Days X-Map X-State Cookie".Split(' ').Select(name => server.Headers[name])));
        // prints: GET /p/2026-01-02T03%3A04%3A05%2B02%3A00/00000000-0000-0000-0000-000000000000,00000000-0000-0000-0000-000000000000/true?days=2026-01-02&days=2026-01-03&states=on,half%20way&price=1.10&maybe=&anything=a%26b&a=1&b%20c=2
        // prints: 2026-01-02,2026-01-03 | k=v,l=w | half way | sid=a%20b%3Bc

        server.Answer("""[{"kind":"sq","side":2},null,{"kind":"Rounded","radius":1,"side":3,"name":"n"},{"kind":"c","r":1.5},{"kind":"hex","x":1}]""");
        var shapes = (await client.Shapes.PutAsync(new Dictionary<string, Shape> { ["a"] = new Circle { R = 1.5, Name = (string?)null }, ["b"] = new Rounded { Radius = 2 } })).EnsureSuccess();
        output.WriteLine(server.Request);
        output.WriteLine(string.Join(' ', shapes.Select(shape => shape?.GetType().Name ?? "null")));
        // prints: PUT /shapes application/json {"a":{"kind":"c","name":null,"r":1.5},"b":{"kind":"Rounded","radius":2}}
        // prints: Square null Rounded Circle Unknown

        string json = """{"number":[1,2],"when":"2026-01-02","text":"other","flag":null,"status":null,"map":{"a":null,"b":"c"},"one":"on","zero":0,"listOfAny":[1,"a"],"objectOfAny":{"x":1},"nested":5}""";
        server.Answer(json);
        Either either = (await client.Either.GetAsync()).EnsureSuccess();
        output.WriteLine($"{either.Number!.GetType().Name} {either.Text} {either.Flag is null} {either.Status is null} {either.Map!["b"]} {either.One} {either.ListOfAny!.Count} {either.ObjectOfAny!.Value.GetProperty("x")} {either.Nested!.GetType().Name}");
        // prints: IntegerItems other True True c on 2 1 Integer
        server.Answer("""{"a":[{"b":[[1,2],[3]]}]}""");
        output.WriteLine((await client.Deep.GetAsync()).EnsureSuccess()["a"][0]["b"][1][0]);
        // prints: 3
    }
}
