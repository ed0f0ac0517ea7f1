using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        // A type that the document does not name avoids the names of the namespaces that the SDK imports: Task is that of .NET here.
        server.Answer("""{"tasks":[{"id":"t"}]}""");
        ListAResponse list = (await client.A.GetAsync()).EnsureSuccess();
        output.WriteLine($"{list.Tasks![0].Id} {list.Tasks[0].GetType().Name}");
        // prints: t ListAResponseTask

        // A named schema avoids the names of results.
        server.Answer("""{"ok":"yes"}""");
        GetResult result = await client.Get.GetAsync();
        GetResultModel model = result.EnsureSuccess();
        output.WriteLine(model.Ok);
        // prints: yes

        // Callers set what is written, and read what is read, without nulls.
        server.Answer("""{"id":"00000000-0000-0000-0000-000000000001","slug":"s","name":"n","role":"r","opens":"08:30:00"}""", 201);
        CreateUserResult created = await client.Users.PostAsync(new User { Name = "n", Password = "p", Role = "r", Opens = new TimeOnly(8, 30) });
        output.WriteLine(server.Request);
        // prints: POST /users application/json {"name":"n","password":"p","role":"r","opens":"08:30:00"}
        User user = created.EnsureSuccess();
        Guid id = user.Id;
        output.WriteLine($"{id} {user.Slug} {user.Opens:HH:mm}");
        // prints: 00000000-0000-0000-0000-000000000001 s 08:30

        // Equal structures are one type, and what only null satisfies is null.
        foreach (string body in new[] { """{"success":false,"result":null}""" })
        {
            server.Answer(body, 400);
            var a = (FailAResult.ClientError)await client.Failures.A.GetAsync();
            server.Answer(body, 400);
            var b = (FailBResult.ClientError)await client.Failures.B.GetAsync();
            output.WriteLine($"{a.Body.GetType() == b.Body.GetType()} {a.Body.Success} {a.Body.Result.ValueKind}");
        }
        // prints: True False Null
    }
}
