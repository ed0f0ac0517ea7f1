using System;
using System.IO;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        const string body = """{"severity":2,"kind":3,"text":"b","level":-1,"azure":1,"maybe":2,"swag":2,"levels":[2,7]}""";
        server.Answer(body);
        All all = (await client.E.GetAsync(c => c.QueryParameters.Severity = Severity.Low)).EnsureSuccess();
        output.WriteLine(server.Request);
        // prints: GET /e?severity=1
        output.WriteLine($"{all.Severity == Severity.High} {all.Kind == Kind.Call} {all.Text == Text.Beta} {all.Level == Level.Mid} {all.Azure == Azure.First} {all.Maybe == AllMaybe.Two} {all.Levels![1]} {(long)all.Severity} {(int)all.Kind!.Value} {all.Swag.Value == Swag.Second}");
        // prints: True True True True True True 7 2 3 True
        await client.E.PutAsync(all);
        output.WriteLine(server.Request == "PUT /e application/json " + body);
        // prints: True

        server.Answer("""{"severity":9}""");
        output.WriteLine((await client.E.GetAsync()).EnsureSuccess().Severity);
        // prints: 9
    }
}
