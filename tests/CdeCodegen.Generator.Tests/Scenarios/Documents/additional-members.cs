using System.IO;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        server.Answer("""{"closed":{"id":"a","x-n":1},"several":{"id":"b","x-n":2,"y-n":"two"},"both":{"id":"c","x-n":3,"other":"three"},"rest":{"id":"d","on":true}}""");
        All all = (await new AcmeClient(server.Client).A.GetAsync()).EnsureSuccess();
        int closed = all.Closed.AdditionalProperties["x-n"];
        bool rest = all.Rest.AdditionalProperties["on"];
        output.WriteLine($"{all.Closed.Id} {closed} {all.Rest.Id} {rest}");
        // prints: a 1 d True
        output.WriteLine($"{all.Several.AdditionalProperties["x-n"].GetInt32()} {all.Several.AdditionalProperties["y-n"].GetString()}");
        output.WriteLine($"{all.Both.AdditionalProperties["x-n"].GetInt32()} {all.Both.AdditionalProperties["other"].GetString()}");
        // prints: 2 two
        // prints: 3 three
    }
}
