using System;
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
        async Task Sent(Task call)
        {
            await call;
            output.WriteLine(server.Request.TrimEnd());
        }

        // Parameters in a segment, and path styles.
        await Sent(client.Reports.WithYearMinusMonthDotFormat(2026, 1, ReportFormat.Csv).GetAsync());
        await Sent(client.Styles[["a", "b"]][[1, 2]][["c", "d/e"]].GetAsync());
        // prints: GET /reports/2026-1.csv
        // prints: GET /styles/.a,b/;matrix=1;matrix=2/c,d%2Fe

        // Query styles. The parameter of the operation overrides that of the path. An empty value is sent, an absent one is not.
        await Sent(client.Query.GetAsync(c =>
        {
            c.QueryParameters.Form = ["a", "b&c"];
            c.QueryParameters.Comma = ["a", "b"];
            c.QueryParameters.Space = ["a", "b"];
            c.QueryParameters.Pipe = ["a", "b"];
            c.QueryParameters.Deep = new QueryDeep { A = 1 };
            c.QueryParameters.Json = new QueryJson { A = 2 };
            c.QueryParameters.Reserved = "a/b?c";
            c.QueryParameters.Empty = "";
            c.QueryParameters.XList = [1, 2];
            c.QueryParameters.Cookie = "d";
        }));
        output.WriteLine(server.Headers["X-List"] + " " + server.Headers["Cookie"]);
        await Sent(client.Query.GetAsync());
        await Sent(client.String.GetAsync(c => { c.QueryParameters.Q = new QueryStringQ { A = "x", B = [1, 2] }; }));
        // prints: GET /query?form=a&form=b%26c&comma=a,b&space=a%20b&pipe=a%7Cb&deep%5Ba%5D=1&json=%7B%22a%22%3A2%7D&reserved=a/b?c&empty=
        // prints: 1,2 cookie=d
        // prints: GET /query
        // prints: GET /string?a=x&b=1&b=2

        // Parameters of one name in three places.
        await Sent(client.Same["p"].GetAsync("q", "h"));
        output.WriteLine(server.Headers["id"]);
        // prints: GET /same/p?id=q
        // prints: h

        // Bodies of GET and DELETE, merge patch with null, a vendor type with parameters, XML as text.
        await Sent(client.Bodies.GetAsync(new T { X = 1 }));
        await Sent(client.Bodies.DeleteAsync());
        await Sent(client.Bodies.PatchAsync(new MergePatchRequest { X = null }));
        await Sent(client.Bodies.PutAsync(new T { X = 1 }));
        await Sent(client.Bodies.PostAsync("<a/>"));
        // prints: GET /bodies application/json {"x":1}
        // prints: DELETE /bodies
        // prints: PATCH /bodies application/merge-patch+json {"x":null}
        // prints: PUT /bodies application/vnd.acme+json; version=2; charset=utf-8 {"x":1}
        // prints: POST /bodies application/xml; charset=utf-8 <a/>

        // Each kind of response is its case: several successes, a redirect, errors of every kind, a range, the default; statuses can be numbers in YAML.
        foreach ((int status, string body, string type) in new[]
        {
            (200, "{\"x\":1}", "application/json"), (202, "", "text/plain"), (303, "", "text/plain"), (400, "bad", "text/plain"), (401, "[\"a\"]", "application/json"),
            (403, "7", "application/json"), (404, "{\"x\":4}", "application/json"), (404, "\"gone\"", "application/json"), (409, "", "text/plain"),
            (503, "{\"x\":5}", "application/json"), (418, "{\"x\":6}", "application/json"),
        })
        {
            server.Answer(body, status, type, "Location: https://s.test/x");
            ErrorsResult result = await client.Errors.GetAsync();
            output.WriteLine(result switch
            {
                ErrorsResult.Ok ok => $"ok {ok.Body.X}",
                ErrorsResult.Accepted => "accepted",
                ErrorsResult.SeeOther other => $"see {other.Location}",
                ErrorsResult.BadRequest e => $"text {e.Body}",
                ErrorsResult.Unauthorized e => $"list {e.Body[0]}",
                ErrorsResult.Forbidden e => $"scalar {e.Body}",
                ErrorsResult.NotFound e => $"union {e.Body.GetType().Name}",
                ErrorsResult.Conflict => "conflict",
                ErrorsResult.ServerError e => $"range {e.StatusCode} {e.Body.X}",
                ErrorsResult.Default e => $"default {e.StatusCode} {e.Body.X}",
                _ => "",
            });
        }
        // prints: ok 1
        // prints: accepted
        // prints: see https://s.test/x
        // prints: text bad
        // prints: list a
        // prints: scalar 7
        // prints: union T
        // prints: union String
        // prints: conflict
        // prints: range 503 5
        // prints: default 418 6

        // Every method.
        server.Answer("", 200, "application/json", "X-Count: 3");
        output.WriteLine(((HeadResult.Ok)await client.Methods.HeadAsync()).XCount);
        await Sent(client.Methods.OptionsAsync());
        await Sent(client.Methods.TraceAsync());
        await Sent(client.Methods.QueryAsync(new T { X = 1 }));
        await Sent(client.Methods.CopyAsync());
        // prints: 3
        // prints: OPTIONS /methods
        // prints: TRACE /methods
        // prints: QUERY /methods application/json {"x":1}
        // prints: COPY /methods

        // Paths that differ in case, a trailing slash, the name of a parameter, a query or a fragment.
        await Sent(client.Case.GetAsync());
        await Sent(client.Case2.GetAsync());
        await Sent(client.Names["1"].X.GetAsync());
        await Sent(client.Names["1"].Y.GetAsync());
        // prints: GET /Case
        // prints: GET /case
        // prints: GET /names/1/x
        // prints: GET /names/1/y

        // A long-running operation.
        server.Answer("", 202, "text/plain", "Operation-Location: https://s.test/jobs/1", "Retry-After: 5");
        output.WriteLine(await client.Jobs.PostAsync() is StartJobResult.Accepted running ? $"{running.OperationLocation} {running.RetryAfter}" : "");
        // prints: https://s.test/jobs/1 5
    }
}
