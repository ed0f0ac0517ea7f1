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
    public static async System.Threading.Tasks.Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);
        string json = """{"class":"1","@type":"2","a-b":"3","a_b":"4","aB":"5","1st":"6","":"7","System":{"class":"c","@type":"t","a-b":"x","a_b":"y"},"GetType":"8","日本":"9","Task":[{"task":{"string":"s","Equals":true}}],"_links":"_l","links":"l","grade":"B","kind":"-1"}""";
        server.Answer(json);
        Acme.Models.System s = (await client.Get["b"]["c/d"].GetAsync("q", "i", atIds: "j", ids: "k", "h", c => c.QueryParameters.Class = "k")).EnsureSuccess();
        output.WriteLine(server.Request + " " + server.Headers["request"]);
        // prints: GET /get/b/c%2Fd?requestConfiguration=q&ids%5B%5D=i&%40ids=j&ids=k&class=k h
        output.WriteLine(JsonSerializer.Serialize(s, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) == json);
        // prints: True
        output.WriteLine($"{s.Links} {s.UnderscoreLinks} {s.Grade == SystemGrade.B} {SystemGrade.BPlus} {SystemGrade.BMinus} {SystemGrade.C} {SystemGrade.DQuestion} {SystemGrade.D}");
        // prints: l _l True B+ B- C- D? D
        server.Answer("""{"task":{"string":"s"}}""");
        output.WriteLine((await client.Task.String.Object.GetAsync()).EnsureSuccess().TaskValue!.StringValue);
        // prints: s
    }
}
