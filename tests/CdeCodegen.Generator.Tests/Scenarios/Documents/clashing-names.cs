using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async System.Threading.Tasks.Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);
        string json = """{"class":"1","@type":"2","a-b":"3","a_b":"4","aB":"5","1st":"6","":"7","System":{"class":"c","@type":"t","a-b":"x","a_b":"y"},"GetType":"8","日本":"9","Task":[{"task":{"string":"s","Equals":true}}],"kind":"-1"}""";
        server.Answer(json);
        Acme.Models.System s = (await client.Get["b"]["c/d"].GetAsync("q", "h", c => c.QueryParameters.Class = "k")).EnsureSuccess();
        output.WriteLine(server.Request + " " + server.Headers["request"]);
        // prints: GET /get/b/c%2Fd?requestConfiguration=q&class=k h
        output.WriteLine(JsonSerializer.Serialize(s, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) == json);
        // prints: True
        server.Answer("""{"task":{"string":"s"}}""");
        output.WriteLine((await client.Task.String.Object.GetAsync()).EnsureSuccess().TaskValue!.StringValue);
        // prints: s
    }
}
