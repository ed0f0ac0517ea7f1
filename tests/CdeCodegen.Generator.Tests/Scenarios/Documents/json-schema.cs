using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

// reports: CDE0007 An allOf whose parts have different types is not supported; its value is an object (at #/components/schemas/Parts/properties/impossible)
public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);
        server.Answer("""{"id":"11111111-1111-1111-1111-111111111111","maybe":null,"anything":[1],"local":{"n":null},"tree":{"children":[{"children":[]}]},"nothing":null,"level":2,"bytes":"aGk=","embedded":"{}","ratio":0.5,"set":["x"],"names":{"a":1.5},"either":{"k":1,"v":"v"},"scalar":true,"ref":{"b":"b","x":"x"},"big":18446744073709551615,"wide":"1.10"}""");
        All all = (await client.All.PutAsync(new All { Maybe = null, Anything = JsonSerializer.SerializeToElement(1), Local = new() { N = 5 } })).EnsureSuccess();
        output.WriteLine(server.Request);
        // prints: PUT /all application/json {"maybe":null,"anything":1,"local":{"n":5}}
        output.WriteLine($"{all.Id} {all.Maybe is null} {all.Anything} {all.Local.N.HasValue}{all.Local.N.GetValueOrDefault()} {all.Tree!.Children![0].Children!.Count} {all.Level} {all.Bytes!.Length} {all.Embedded} {all.Ratio} {all.Set![0]} {all.Names!["a"]} {all.Either!.V} {all.Scalar!.GetType().Name} {all.Big} {all.Wide}");
        // prints: 11111111-1111-1111-1111-111111111111 True [1] True 0 2 2 {} 0.5 x 1.5 v Boolean 18446744073709551615 1.10

        // Several schemas that describe one value: keywords beside a reference, and parts of an allOf.
        const string Parts = """{"defaultPart":"slow","nullablePart":null,"narrowed":"slow","formatPart":"11111111-1111-1111-1111-111111111111","formatBeside":"2026-01-02","formatOfAllOf":"2026-01-02T03:04:05Z","itemsBeside":[{"v":"x"}],"itemsPart":[1],"enumPart":"slow","othersBeside":{"v":"x","z":1},"patternBeside":{"v":"x","x1":2},"choiceBeside":{"k":"b","v":"x","x":1},"restricted":{"v":"x"},"preserved":{"a":"x","b":[1]},"closed":{"a":"x"},"open":{"a":"x","z":1},"number":1.5,"enums":2,"maybe":{"a":1},"wrapped":{"a":2},"choice":{"k":"slow"}}""";
        server.Answer(Parts.Insert(1, "\"readOnlyPart\":{\"v\":\"r\"},"));
        Parts p = (await client.Parts.PutAsync(new Parts())).EnsureSuccess();
        server.Answer("""{"nullablePart":null}""");
        await client.Parts.PutAsync(p);
        output.WriteLine(JsonNode.DeepEquals(JsonNode.Parse(server.Request[server.Request.IndexOf('{')..]), JsonNode.Parse(Parts)) ? "same" : server.Request);
        // prints: same
        Guid id = p.FormatPart!.Value;
        DateOnly date = p.FormatBeside!.Value;
        DateTimeOffset time = p.FormatOfAllOf!.Value;
        Mode? mode = p.EnumPart;
        MaybeObject maybe = p.Maybe.GetValueOrDefault()!;
        Wrapped wrapped = p.Wrapped!;
        Leaf restricted = p.Restricted!;
        output.WriteLine($"{p.ReadOnlyPart!.V} {p.ItemsBeside![0].V} {p.ItemsPart![0] + 1} {p.OthersBeside!.AdditionalProperties["z"]} {p.ChoiceBeside!.GetType().Name} {p.Enums!.GetType().Name} {p.Choice!.GetType().Name} {Acme.Models.Parts.DefaultDefaultPart} {p.Number + 1}");
        // prints: r x 2 1 B Integer Slow slow 2.5
        output.WriteLine($"{typeof(Parts).GetProperty("Narrowed")!.PropertyType.Name} {typeof(Parts).GetField("DefaultNarrowed") is null} {new Slow().K} {typeof(PartsClosed).GetProperty("AdditionalProperties") is null}");
        // prints: String True slow True
    }
}
