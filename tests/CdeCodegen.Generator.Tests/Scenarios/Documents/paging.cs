using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(new AcmeClientOptions { HttpClient = server.Client, Key = "k", Token = new StaticAccessTokenProvider("t") });

        // The link replaces the URL. Headers and credentials stay the same, and pages are requested when the enumeration reaches them.
        server.Answer("{\"value\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"nextLink\":\"https://s.test/v1/pets?token=x%2Fy\"}");
        server.Answer("{\"value\":[],\"nextLink\":\"/v1/pets?token=3\"}");
        server.Answer("{\"value\":[{\"name\":\"c\"}],\"nextLink\":\"\"}");
        await foreach (Pet pet in client.Pets.GetAllAsync(r => (r.QueryParameters.Color, r.QueryParameters.XTrace) = ("red", "7")))
        {
            output.WriteLine($"{pet.Name} {server.Url} {server.Headers["X-Trace"]} {server.Headers["Authorization"]}");
        }
        // prints: a https://s.test/v1/pets?color=red&api_key=k 7 Bearer t
        // prints: b https://s.test/v1/pets?color=red&api_key=k 7 Bearer t
        // prints: c https://s.test/v1/pets?token=3&api_key=k 7 Bearer t

        // A failure is the last of the pages, or an exception where only items are wanted.
        for (int i = 0; i < 2; i++)
        {
            server.Answer("{\"value\":[{\"name\":\"a\"}],\"nextLink\":\"?p=2\"}");
            server.Answer("{\"reason\":\"later\"}", 403);
        }
        await foreach (ListPetsResult page in client.Pets.GetAllAsync().AsPages())
        {
            output.WriteLine(page switch
            {
                ListPetsResult.Ok ok => $"{ok.Body.Value!.Count} of {server.Request}",
                ListPetsResult.Forbidden forbidden => $"{forbidden.Body.Reason} of {server.Request}",
                _ => "",
            });
        }
        await PrintAsync(client.Pets.GetAllAsync(), pet => pet.Name);
        // prints: 1 of GET /v1/pets?api_key=k
        // prints: later of GET /v1/pets?p=2&api_key=k
        // prints: a ApiResultException: The server answered with Forbidden (403), which is not a success.

        // Links to other origins are not followed, so that no token gets there. A server that writes http for https means itself.
        foreach (string link in new[]
        {
            "https://evil.test/v1/pets", "//evil.test/v1/pets", "https://s.test@evil.test/", "https://s.test.evil.test/", "https://s.test:8443/v1/pets", "http://s.test:8080/",
            "file:///etc/passwd", "javascript:alert(1)", "https://u:p@s.test/v1/pets", "http://[", "http://s.test/v1/pets?p=2#f",
        })
        {
            server.Answer($"{{\"value\":[{{\"name\":\"a\"}}],\"nextLink\":\"{link}\"}}");
            server.Answer("{}");
            await PrintAsync(client.Pets.GetAllAsync(), pet => pet.Name);
            while (server.HasAnswers)
            {
                await client.Pets.GetAsync();
            }
        }
        output.WriteLine(server.Url);
        // prints: a ResponseFormatException: The link to the next page leads to https://evil.test, which is not the origin of the operation, https://s.test. It is not followed.
        // prints: a ResponseFormatException: The link to the next page leads to https://evil.test, which is not the origin of the operation, https://s.test. It is not followed.
        // prints: a ResponseFormatException: The link to the next page is not a URL that starts with http:// or https:// and has no user name.
        // prints: a ResponseFormatException: The link to the next page leads to https://s.test.evil.test, which is not the origin of the operation, https://s.test. It is not followed.
        // prints: a ResponseFormatException: The link to the next page leads to https://s.test:8443, which is not the origin of the operation, https://s.test. It is not followed.
        // prints: a ResponseFormatException: The link to the next page leads to http://s.test:8080, which is not the origin of the operation, https://s.test. It is not followed.
        // prints: a ResponseFormatException: The link to the next page is not a URL that starts with http:// or https:// and has no user name.
        // prints: a ResponseFormatException: The link to the next page is not a URL that starts with http:// or https:// and has no user name.
        // prints: a ResponseFormatException: The link to the next page is not a URL that starts with http:// or https:// and has no user name.
        // prints: a ResponseFormatException: The link to the next page is not a URL that starts with http:// or https:// and has no user name.
        // prints: a
        // prints: https://s.test/v1/pets?p=2&api_key=k

        // A list that leads back to a page before it would never end.
        foreach (string[] links in new[] { new[] { "/v1/pets" }, new[] { "?p=2", "?p=2" }, new[] { "?p=2", "?p=3", "?p=4", "?p=2", "?p=3", "?p=4", "?p=2" } })
        {
            foreach (string link in links)
            {
                server.Answer($"{{\"value\":[{{\"name\":\"a\"}}],\"nextLink\":\"{link}\"}}");
            }
            await PrintAsync(client.Pets.GetAllAsync(), pet => pet.Name);
        }
        // prints: a ResponseFormatException: Page 1 of the list leads back to a page before it, so the list would never end.
        // prints: a a ResponseFormatException: Page 2 of the list leads back to a page before it, so the list would never end.
        // prints: a a a a a a a ResponseFormatException: Page 7 of the list leads back to a page before it, so the list would never end.

        // Cancellation counts at every page.
        server.Answer("{\"value\":[{\"name\":\"a\"}],\"nextLink\":\"?p=2\"}");
        using var cancellation = new CancellationTokenSource();
        try
        {
            await foreach (Pet pet in client.Pets.GetAllAsync().WithCancellation(cancellation.Token))
            {
                cancellation.Cancel();
                output.WriteLine(pet.Name);
            }
        }
        catch (OperationCanceledException)
        {
            output.WriteLine(server.Request);
        }
        // prints: a
        // prints: GET /v1/pets?api_key=k

        // Names with dots and at signs, links that are URLs, one page only.
        server.Answer("{\"users\":[\"a\",null],\"@odata.nextLink\":\"https://s.test/v1/users?$skip=2\"}");
        server.Answer("{\"users\":[\"b\"]}");
#pragma warning disable CS0618 // the document deprecates the operation
        await PrintAsync(client.Users.GetAllAsync(), name => name ?? "null");
#pragma warning restore CS0618
        server.Answer("{\"kinds\":[\"a\"],\"nextLink\":\"?p=2\"}");
        await PrintAsync(client.Kinds.GetAllAsync(), name => name);
        output.WriteLine(server.Request);
        // prints: a null b
        // prints: a
        // prints: GET /v1/kinds?api_key=k

        // A link is requested with GET and without the body, unless the document says otherwise.
        for (int i = 0; i < 2; i++)
        {
            server.Answer("{\"value\":[1],\"paging\":{\"next\":\"?p=2\"}}");
            server.Answer("{\"value\":[2],\"paging\":{}}");
        }
        await PrintAsync(client.Find.PostAllAsync(new Filter { Text = "t" }), number => number);
        output.WriteLine(server.Request);
        await PrintAsync(client.FindAgain.PostAllAsync(new Filter { Text = "t" }), number => number);
        output.WriteLine(server.Request);
        // prints: 1 2
        // prints: GET /v1/find?p=2&api_key=k
        // prints: 1 2
        // prints: POST /v1/find-again?p=2&api_key=k application/json {"text":"t"}

        // A link that is the parameter of another operation.
        server.Answer("{\"parts\":[\"a\"],\"odata.nextLink\":\"next?page=2\"}");
        server.Answer("{\"parts\":[\"b\"],\"odata.nextLink\":\"../../..//evil.test\"}");
        await PrintAsync(client.Tenants["t/1"].Parts.GetAllAsync("1 0"), name => name);
        output.WriteLine(server.Request);
        // prints: a b ResponseFormatException: The link to the next page cannot be a part of its URL: it is empty or leaves the path.
        // prints: GET /v1/tenants/t%2F1/parts/next?api-version=1%200&page=2&api_key=k

        // The header Link.
        server.Answer("[\"a\"]", 200, "application/json", "Link: </v1/owners/1/repos?page=2>; rel=\"next\", </v1/x>; rel=last");
        server.Answer("[\"b\"]", 200, "application/json", "Link: </v1/owners/1/repos?page=1>; rel=\"prev\"");
        await PrintAsync(client.Owners["o"].Repos.GetAllAsync("b"), name => name);
        output.WriteLine(server.Request);
        server.Answer("{\"runs\":[{\"name\":\"a\"}]}", 200, "application/json", "Link: <?p=2>; rel=next");
        server.Answer("", 404);
        await PrintAsync(client.Runs.GetAllAsync(), run => run.Name);
        output.WriteLine($"{client.Pairs.GetType().GetMethod("GetAllAsync") is null} {client.Docs.GetType().GetMethod("GetAllAsync") is null}");
        // prints: a b
        // prints: GET /v1/owners/1/repos?page=2&api_key=k
        // prints: a ApiResultException: The server answered with NotFound (404), which is not a success.
        // prints: True True

        // Links of OpenAPI: a cursor in the body, a number in a header.
        server.Answer("{\"events\":[\"a\"],\"meta\":{\"next/id\":12}}");
        server.Answer("{\"events\":[\"b\"],\"meta\":{\"next/id\":null}}");
        await PrintAsync(client.Events.GetAllAsync(r => r.QueryParameters.Limit = 1), name => name);
        output.WriteLine(server.Request);
        server.Answer("[1]", 200, "application/json", "X-Next-Page: 2");
        server.Answer("[2]", 200, "application/json", "X-Next-Page: many");
        await PrintAsync(client.Ids.GetAllAsync(), number => number);
        output.WriteLine(server.Request);
        // prints: a b
        // prints: GET /v1/events?after=12&limit=1&api_key=k
        // prints: 1 2 ResponseFormatException: The cursor of the next page is not a number.
        // prints: GET /v1/ids?page=2&api_key=k

        async Task PrintAsync<TResult, TItem>(ApiPages<TResult, TItem> pages, Func<TItem, object?> show)
            where TResult : ApiResult
        {
            var shown = new List<object?>();
            try
            {
                await foreach (TItem item in pages)
                {
                    shown.Add(show(item));
                }
            }
            catch (Exception e)
            {
                shown.Add(e.GetType().Name + ": " + e.Message);
            }
            output.WriteLine(string.Join(' ', shown));
        }
    }
}
