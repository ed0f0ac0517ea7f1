using System;
using System.IO;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(new ApiClientOptions { HttpClient = server.Client });

        // Slashes of a value stay where the document says so. Nothing ends the path.
        await client.V1.WithNameCancel("a/b").PostAsync();
        output.WriteLine(server.Url);
        await client.V2["projects/p 1/x?y#z%"].GetAsync();
        output.WriteLine(server.Url);
        await client.V3["a/b:c"].GetAsync();
        output.WriteLine(server.Url);
        await client.V4["a/b%20c"].GetAsync();
        output.WriteLine(server.Url);
        foreach (string path in new[] { "..", "a/../b", "a/%2E%2e", "" })
        {
            try
            {
                await client.V3[path].GetAsync();
            }
            catch (ArgumentException)
            {
                output.WriteLine("refused");
            }
        }
        // prints: https://eu.s.test/orgs/unknown/v1/a%2Fb:cancel
        // prints: https://eu.s.test/orgs/unknown/v2/projects/p%201/x%3Fy%23z%25
        // prints: https://eu.s.test/orgs/unknown/v3/a/b:c
        // prints: https://eu.s.test/orgs/unknown/v4/a/b%20c
        // prints: refused
        // prints: refused
        // prints: refused
        // prints: refused

        // Variables of the server are set by name, to what the document allows.
        var options = new ApiClientOptions { HttpClient = server.Client };
        options.ServerVariables["region"] = "us";
        options.ServerVariables["org"] = "acme";
        await new AcmeClient(options).Things.GetAsync();
        output.WriteLine(server.Url);
        foreach ((string name, string value) in new[] { ("region", "moon"), ("planet", "earth") })
        {
            try
            {
                var wrong = new ApiClientOptions();
                wrong.ServerVariables[name] = value;
                _ = new AcmeClient(wrong);
            }
            catch (ArgumentException e)
            {
                output.WriteLine(e.Message);
            }
        }
        // prints: https://us.s.test/orgs/acme/things
        // prints: ServerVariables["region"] is 'moon', which is not one of eu, us.
        // prints: ServerVariables["planet"]: the server of the API's document has no variable of this name.

        // The base URL replaces the server of the document, and not those of single operations, which have a way of their own.
        options = new ApiClientOptions { HttpClient = server.Client, BaseUrl = new Uri("https://proxy.test/base") };
        await new AcmeClient(options).Things.GetAsync();
        output.WriteLine(server.Url);
        await new AcmeClient(options).Upload.PostAsync();
        output.WriteLine(server.Url);
        await new AcmeClient(options).Status.GetAsync();
        output.WriteLine(server.Url);
        options.Servers["https://upload.test/x"] = new Uri("https://fake.test/");
        await new AcmeClient(options).Upload.PostAsync();
        output.WriteLine(server.Url);
        // prints: https://proxy.test/base/things
        // prints: https://upload.test/x/upload
        // prints: https://proxy.test/internal/status
        // prints: https://fake.test/upload

        // Parameters that are headers do not sit in a class of query parameters, and somebody else's x-pagination is not ours.
        ListParameters? list = null;
        await client.List.GetAsync(c => { c.QueryParameters.XTrace = "t"; list = c.QueryParameters; });
        output.WriteLine($"{server.Headers["X-Trace"]} {list is not null}");
        // prints: t True

        // Operations with the same id are named after their paths.
        GetThingsResult all = await client.Things.GetAsync();
        GetThingsByIdResult one = await client.Things["1"].GetAsync();
        output.WriteLine(all.StatusCode + one.StatusCode);
        // prints: 408
        // reports: CDE0008 The operationId 'getThing' is used more than once; this operation is named 'GetThings' (at #/paths/~1things/get/operationId)
        // reports: CDE0008 The operationId 'get-it' has the same name in C# as 'getIt'; this operation is named 'GetDash' (at #/paths/~1dash/get/operationId)

        // So are operations whose ids differ only in characters that a C# name cannot have.
        GetDashResult dash = await client.Dash.GetAsync();
        GetCamelResult camel = await client.Camel.GetAsync();
        output.WriteLine(dash.StatusCode + camel.StatusCode);
        // prints: 408
        // reports: CDE0008 The operationId 'getIt' has the same name in C# as 'get-it'; this operation is named 'GetCamel' (at #/paths/~1camel/get/operationId)
        // reports: CDE0008 The operationId 'twice' is used more than once; this operation is named 'PutSlash' (at #/paths/~1slash/put/operationId)

        // A trailing slash is sent, and part of the name where nothing else tells two operations apart.
        foreach (System.Reflection.MethodInfo method in typeof(Acme.RequestBuilders.SlashRequestBuilder).GetMethods())
        {
            if (method.Name.EndsWith("Async"))
            {
                output.WriteLine(method.Name + " " + method.ReturnType.GetGenericArguments()[0].Name);
            }
        }
        // prints: GetAsync GetSlashResult
        // prints: PutAsync PutSlashResult
        // prints: GetGetSlashedAsync GetSlashedResult
        // prints: PutPutSlashSlashAsync PutSlashSlashResult
        // reports: CDE0008 The operationId 'twice' is used more than once; this operation is named 'PutSlashSlash' (at #/paths/~1slash~1/put/operationId)
        // reports: CDE0008 The operationId 'getThing' is used more than once; this operation is named 'GetThingsById' (at #/paths/~1things~1{id}/get/operationId)

        await client.Slash.PutPutSlashSlashAsync();
        output.WriteLine(server.Url);
        // prints: https://eu.s.test/orgs/unknown/slash/

        // Parameters of a query string in the template keep their types.
        await client.Queries.A.IdTag.GetAsync(id: 5_000_000_000L, c => c.QueryParameters.Tag = [1, 2]);
        output.WriteLine(server.Url);
        await client.Queries.B.ModeFullFromTo.GetAsync(from: new DateOnly(2026, 1, 2), to: 7);
        output.WriteLine(server.Url);
        await client.Queries[5].VersionRest.GetAsync(version: 6, rest: "a/b c");
        output.WriteLine(server.Url);
        await client.Queries.C.IdMore.GetAsync(c => c.QueryParameters.More = "m");
        output.WriteLine(server.Url);
        // prints: https://eu.s.test/orgs/unknown/queries/a?id=5000000000&tag=1&tag=2
        // prints: https://eu.s.test/orgs/unknown/queries/b?mode=full&from=2026-01-02&to=7
        // prints: https://eu.s.test/orgs/unknown/queries/5?version=6&rest=a/b%20c
        // prints: https://eu.s.test/orgs/unknown/queries/c?more=m
    }
}
