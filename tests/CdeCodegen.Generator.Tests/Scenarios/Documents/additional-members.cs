using System.IO;
using System.Linq;
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
        // Members of several patterns, or of a pattern and others, are a choice between the types.
        foreach (object value in all.Several.AdditionalProperties.Values.Concat<object>(all.Both.AdditionalProperties.Values))
        {
            output.WriteLine($"{value.GetType().Name} {value.GetType().GetProperty("Value")!.GetValue(value)}");
        }
        // prints: Integer 2
        // prints: String two
        // prints: Integer 3
        // prints: String three
    }
}
