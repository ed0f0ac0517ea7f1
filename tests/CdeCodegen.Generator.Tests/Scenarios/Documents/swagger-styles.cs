using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
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
        server.Answer("""{"items":[{"kind":"Pod","metadata":{"name":"a","labels":{"app":"x"},"creationTimestamp":null},"spec":{"containers":[{"name":"c","ports":[80],"resources":{"cpu":"1m"}}]},"status":{"phase":"Running"}}],"metadata":{"continue":"n"}}""", headers: ["X-Total: 7", "X-Tags: a,b"]);
        var list = (ListPodsResult.Ok)await client.Namespaces["default"].Pods.GetAsync(c => { c.QueryParameters.Limit = 5; c.QueryParameters.LabelSelector = "app=x"; c.QueryParameters.Phases = [ListPodsPhase.Running, ListPodsPhase.Failed]; c.QueryParameters.Fields = ["a", "b"]; });
        output.WriteLine(server.Request);
        // prints: GET /v1/namespaces/default/pods?limit=5&labelSelector=app%3Dx&phases=Running&phases=Failed&fields=a,b
        Pod pod = list.Body.Items[0];
        output.WriteLine($"{list.XTotal} {string.Join('+', list.XTags!)} {pod.Metadata!.Labels!["app"]} {pod.Spec!.Containers![0].Resources!["cpu"]} {pod.Status!.Phase} {list.Body.Metadata!.Continue}");
        // prints: 7 a+b x 1m Running n
        server.Answer("""{"code":404}""", 404);
        output.WriteLine(((ListPodsResult.NotFound)await client.Namespaces["x"].Pods.GetAsync()).Body.Code);
        // prints: 404
        server.Answer("""{"kind":"Pod"}""", 201);
        var created = (CreatePodResult.Created)await client.Namespaces["x"].Pods.PostAsync(true, new Pod { Metadata = new ObjectMeta { Name = "n" } });
        output.WriteLine($"{server.Request} {created.Body.ApiVersion}");
        // prints: POST /v1/namespaces/x/pods?dryRun=true application/json {"kind":"Pod","metadata":{"name":"n"}} 
        server.Answer("""{"code":500,"message":null}""", 500);
        output.WriteLine(await client.Namespaces["x"].Pods.PostAsync(false, new Pod()) is CreatePodResult.Default { StatusCode: 500, Body.Code: 500 });
        // prints: True
        server.Answer("line\n", mediaType: "text/plain");
        output.WriteLine((await client.Namespaces["x"].Pods["p/1"].Log.GetAsync(c => c.QueryParameters.Since = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))).EnsureSuccess().Trim());
        output.WriteLine(server.Request);
        // prints: line
        // prints: GET /v1/namespaces/x/pods/p%2F1/log?since=2026-01-02T03%3A04%3A05Z
        server.Answer("""{"token":"t","expires":3600}""");
        output.WriteLine((await client.Login.PostAsync(new LoginRequest { User = "u", Pass = "p&q", Scope = ["a", "b"] })).EnsureSuccess().Expires);
        output.WriteLine(server.Request);
        // prints: 3600
        // prints: POST /v1/login application/x-www-form-urlencoded user=u&pass=p%26q&scope=a&scope=b
        server.Answer("PNG", mediaType: "image/png");
        var avatar = (PutAvatarResult.Ok)await client.Avatars.PutAsync(new PutAvatarRequest { Image = new FilePart(new MemoryStream([1]), "a.png", "image/png"), Title = "me" });
        output.WriteLine($"{new StreamReader(avatar.Body).ReadToEnd()} {avatar.ContentType} {server.Request.Contains("Content-Type: image/png")}");
        // prints: PNG image/png True
        server.Answer("""[{"type":"Started","at":"2026-01-02T03:04:05Z","host":"h"},{"type":"Stopped","at":"2026-01-02T03:04:06Z","exitCode":3},{"type":"Paused","at":"2026-01-02T03:04:07Z"}]""");
        var events = (await client.Events.GetAsync(Guid.Empty)).EnsureSuccess();
        output.WriteLine(string.Join(' ', events.Select(e => e switch { Started s => s.Host, Stopped s => s.ExitCode.ToString(), _ => e.GetType().Name })) + " " + server.Headers["X-Request-Id"]);
        // prints: h 3 Unknown 00000000-0000-0000-0000-000000000000
    }
}
