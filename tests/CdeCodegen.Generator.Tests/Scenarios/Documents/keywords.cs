using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;

// reports: CDE0007 A default that is not a value of type integer is not supported; it has no constant (at #/paths/~1keywords/get/parameters/4/schema/default)
// reports: CDE0007 An enumeration of values of several types is not supported; its values are kept as JSON (at #/components/schemas/Keywords/properties/mixed)
// reports: CDE0007 An array with positional items is not supported; its items are kept as JSON (at #/components/schemas/Keywords/properties/tuple)
public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        // What is read is what is sent.
        const string Body = """{"free":null,"always":[1],"never":0,"mixed":"auto","numbers":1.5,"flag":true,"named":"+1","clash":"Add","tuple":["a",1],"contains":["x"],"containsOnly":[{"a":1}],"propertyNames":{"a":1},"patterns":{"a1":1,"b":"x"},"closed":{"a":"x"},"negated":{},"conditional":{"a":"x"},"dependent":{"a":"x","b":"y"},"neverOrText":"t","lists":["a",1],"nested":[[{"v":"x"}]],"nullable":null,"a.b":"1","a[b]":"2","a/b":"3","größe":"4"}""";
        server.Answer(Body, 200, "application/json");
        var ok = (GetKeywordsResult.Ok)await client.Keywords.GetAsync(c => c.QueryParameters.Limit = GetKeywordsQueryParameters.DefaultLimit2);
        output.WriteLine(server.Request);
        // prints: GET /keywords?limit=20
        Keywords k = ok.Body;
        output.WriteLine($"{k.Free.ValueKind} {k.Mixed} {k.Numbers} {k.Flag} {k.Named == KeywordsNamed.Plus} {k.Clash == KeywordsClash.AddValue} {k.NeverOrText!.Length} {k.Nested![0][0].V} {k.ABValue2}");
        // prints: Null auto 1.5 True True True 1 x 3
        server.Answer("", 200);
        await client.Keywords.PostAsync(k);
        output.WriteLine(server.Request == "POST /keywords application/json " + Body);
        // prints: True

        // Defaults are constants, and nothing sends them by itself.
        const int Retries = Keywords.DefaultRetries;
        output.WriteLine($"{Retries} {Keywords.DefaultGreeting} {Keywords.DefaultRatio} {Keywords.DefaultLevel} {GetKeywordsQueryParameters.DefaultSort} {GetKeywordsQueryParameters.DefaultRatio} {GetKeywordsQueryParameters.DefaultDefaultLimit}");
        // prints: 3 say "hi" 1.10 high up 0.5 a
        server.Answer("raw", 200, "text/plain");
        PostKeywordsResult posted = await client.Keywords.PostAsync(new Keywords { Free = JsonSerializer.SerializeToElement(1) });
        output.WriteLine($"{server.Request} {Encoding.UTF8.GetString(posted.RawBytes.Span)}");
        // prints: POST /keywords application/json {"free":1} raw

        // A required member of free-form JSON cannot be forgotten.
        try
        {
            await client.Keywords.PostAsync(new Keywords { Free = default });
        }
        catch (InvalidOperationException e)
        {
            output.WriteLine(e.Message);
        }
        // prints: The member "free" is required, but its JsonElement has no value.
    }
}
