using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;

// reports: CDE0007 A header that is an object or contains them is not supported; its text is given (at #/paths/~1bucket~1{key+}/get/responses/204/headers/X-Meta)
public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        // A blank and a null enumeration beside the values: one open enumeration that may be null. Null as an object without members: a value that may be null.
        server.Answer("""{"role":"","manager":null,"port":8080,"ports":{"a":"http","b":9},"sizes":"yes","secret":"s","merged":{"data":{"id":"1","at":"2026-01-02","name":"n"},"rows":[{"id":"r","size":3}],"level":"high","leaf":{"v":"x"}}}""");
        All all = (await client.All.PostAsync(new All { Role = null, Secret = "s" })).EnsureSuccess();
        output.WriteLine(server.Request);
        output.WriteLine($"{all.Role.Value == AllRole.Empty} {((IntOrString.Integer)all.Port!).Value} {string.Join(' ', all.Ports!.Values.Select(port => port.GetType().Name))} {all.Sizes == AllSizes.Yes} {all.Secret}");
        // prints: POST /all application/json {"role":null,"secret":"s"}
        // prints: True 8080 String Integer True s

        // The members of a member that two parts describe add up, and a mere type takes nothing away.
        AllMerged merged = all.Merged!;
        DateOnly? day = merged.Data!.At;
        output.WriteLine($"{merged.Data.Id} {day:yyyy-MM-dd} {merged.Data.Name} {merged.Rows![0].Id} {merged.Rows[0].Size} {merged.Level == AllMergedLevel.High} {merged.Leaf!.V}");
        // prints: 1 2026-01-02 n r 3 True x

        server.Answer("{}");
        await client.All.PostAsync(new All { Role = AllRole.Staff, Port = 80, Ports = new Dictionary<string, IntOrString> { ["a"] = "http" }, Sizes = AllSizes._2_5, Manager = new Leaf { V = "m" } });
        output.WriteLine(server.Request);
        // prints: POST /all application/json {"role":"staff","manager":{"v":"m"},"port":80,"ports":{"a":"http"},"sizes":"2.5"}

        // Lists of different items, as those that OpenAI and vector databases take, are told apart by their first item.
        foreach (string input in new[] { "\"a\"", "[\"a\"]", "[1]", "[[1],[]]", "[{\"v\":\"x\"}]", "[]", "[true]" })
        {
            server.Answer("{\"input\":" + input + "}");
            All read = (await client.All.PostAsync(new All())).EnsureSuccess();
            server.Answer("{}");
            await client.All.PostAsync(new All { Input = read.Input });
            output.WriteLine($"{read.Input!.GetType().Name} {server.Request.EndsWith("\"input\":" + input + "}")}");
        }
        // prints: String True
        // prints: StringItems True
        // prints: IntegerItems True
        // prints: IntegerItemsItems True
        // prints: LeafItems True
        // prints: StringItems True
        // prints: Unknown True

        // A greedy path parameter, an object without members in a query, an object in a header.
        await client.Bucket["a/b c"].GetAsync(c =>
        {
            c.QueryParameters.Filter = new Dictionary<string, JsonElement> { ["x"] = JsonSerializer.SerializeToElement(1) };
            c.QueryParameters.XPoint = new ObjectXPoint { X = 1, Y = 2 };
        });
        output.WriteLine($"{server.Request.TrimEnd()} {server.Headers["X-Point"]}");
        // prints: GET /bucket/a/b%20c?x=1 x=1,y=2

        // Azure's paths that differ in their query strings.
        await client.Bucket.CompList.GetAsync();
        output.WriteLine(server.Request.TrimEnd());
        // prints: GET /bucket?comp=list
    }
}
