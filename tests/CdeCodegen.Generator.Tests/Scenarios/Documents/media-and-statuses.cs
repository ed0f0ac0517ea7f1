using System;
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
        server.Answer("""{"a":"1"}""");
        server.Answer("", 302, "text/plain", "Location: https://m.test/x");
        server.Answer("""{"title":"t","status":400}""", 400, "application/problem+json");
        server.Answer("locked", 409, "text/plain");
        server.Answer("""["x","y"]""", 418);
        server.Answer("""{"why":"w"}""", 451);
        server.Answer("\"w\"", 451);
        for (int i = 0; i < 7; i++)
        {
            output.WriteLine(await client.Any.GetAsync() switch
            {
                AnyResult.Ok ok => ok.Body.A,
                AnyResult.Found found => found.Location!.ToString(),
                AnyResult.BadRequest bad => bad.Body.Title + bad.Body.Status,
                AnyResult.Conflict conflict => conflict.Body,
                AnyResult.UnavailableForLegalReasons legal => legal.Body.GetType().Name,
                AnyResult other => other.GetType().Name + other.StatusCode,
            });
        }
        // prints: 1
        // prints: https://m.test/x
        // prints: t400
        // prints: locked
        // prints: ImATeapot418
        // prints: WithWhy
        // prints: String
        server.Answer("", 200, "text/plain", "ETag: \"e\"", "X-Total: 5000000000");
        var head = (AnyHeadResult.Ok)await client.Any.HeadAsync();
        output.WriteLine($"{head.ETag} {head.XTotal}");
        // prints: "e" 5000000000
        server.Answer("""{"job":3}""", 202);
        output.WriteLine(((DeleteAnyResult.Accepted)await client.Any.DeleteAsync(new DeleteAnyRequest { Why = "w" })).Body.Job);
        output.WriteLine(server.Request);
        await client.Any.DeleteAsync();
        output.WriteLine(server.Request.TrimEnd());
        // prints: 3
        // prints: DELETE /any application/json {"why":"w"}
        // prints: DELETE /any
        server.Answer("""{"ok":true}""", 500);
        output.WriteLine(((PatchItResult.Default)await client.Patch.PatchAsync(new PatchItRequest { A = (string?)null })).Body.Ok);
        output.WriteLine(server.Request);
        // prints: True
        // prints: PATCH /patch application/merge-patch+json {"a":null}
        server.Answer("42");
        output.WriteLine((await client.Text.PostAsync("hé")).EnsureSuccess());
        output.WriteLine(server.Request);
        // prints: 42
        // prints: POST /text text/plain; charset=utf-8 hé
        server.Answer("", 201);
        output.WriteLine((await client.None.PostAsync()).GetType().Name);
        server.Answer("<html>", 403, "text/html");
        var bad4 = (NoneResult.ClientError)await client.None.PostAsync();
        output.WriteLine($"{bad4.StatusCode} {bad4.BodyError is not null} {bad4.RawBody}");
        // prints: Success
        // prints: 403 True <html>
        server.Answer("bytes", 200, "audio/ogg");
        server.Answer("7", 202, "text/plain");
        server.Answer("<b>", 500, "text/html");
        for (int i = 0; i < 3; i++)
        {
            output.WriteLine(await client.Anything.GetAsync() switch
            {
                AnythingResult.Ok ok => ok.ContentType + " " + new StreamReader(ok.Body).ReadToEnd(),
                AnythingResult.Accepted later => "later " + later.Body,
                AnythingResult.Default bad => bad.StatusCode + " " + bad.Body,
                AnythingResult other => other.GetType().Name,
            });
        }
        output.WriteLine(server.Headers["Accept"]);
        // prints: audio/ogg bytes
        // prints: later 7
        // prints: 500 <b>
        // prints: image/png, */*
        server.Answer("""{"n":1}""", 200, "application/vnd.acme+json");
        using var sound = new MemoryStream("ogg"u8.ToArray());
        output.WriteLine((await client.Anything.PutAsync(sound, "audio/ogg")).EnsureSuccess().N);
        output.WriteLine(server.Request + " " + server.Headers["Accept"]);
        // prints: 1
        // prints: PUT /anything audio/ogg ogg application/vnd.acme+json
    }
}
