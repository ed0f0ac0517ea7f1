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
        var person = new Person { Name = "A b", Age = 3 };

        // One C# type in several encodings: JSON is the default, each other encoding has a method, also for each shape of the response.
        server.Answer("{\"name\":\"x\"}");
        await client.Person.PostAsync(person);
        output.WriteLine(server.Request);
        server.Answer("{\"name\":\"x\"}");
        await client.Person.PostFormAsync(person);
        output.WriteLine(server.Request);
        server.Answer("{\"name\":\"x\"}");
        await client.Person.PostMultipartAsync(person);
        output.WriteLine(server.Request.StartsWith("POST /person multipart/form-data; boundary=") && server.Request.Contains("name=\"age\"") && server.Request.Contains("\r\n\r\nA b\r\n"));
        server.Answer("x", mediaType: "text/csv");
        output.WriteLine((await client.Person.PostFormAsCsvAsync(person)).EnsureSuccess() + " " + server.Request);
        // prints: POST /person application/json {"name":"A b","age":3}
        // prints: POST /person application/x-www-form-urlencoded name=A%20b&age=3
        // prints: True
        // prints: x POST /person application/x-www-form-urlencoded name=A%20b&age=3

        await client.Text.PostAsync("<a/>");
        output.WriteLine(server.Request);
        await client.Text.PostXmlAsync("<a/>");
        output.WriteLine(server.Request);
        // prints: POST /text application/json "<a/>"
        // prints: POST /text application/xml; charset=utf-8 <a/>

        // Several kinds of JSON without a plain one: the caller chooses.
        await client.Patch.PatchAsync(person);
        output.WriteLine(server.Request);
        await client.Patch.PatchAsync(person, contentType: "application/merge-patch+json");
        output.WriteLine(server.Request);
        // prints: PATCH /patch application/json-patch+json {"name":"A b","age":3}
        // prints: PATCH /patch application/merge-patch+json {"name":"A b","age":3}

        await client.Spelled.PutAsync(person);
        output.WriteLine(server.Request + " " + client.Spelled.GetType().GetMethods().Count(m => m.Name.EndsWith("Async")));
        // prints: PUT /spelled application/json {"name":"A b","age":3} 1

        // The same schema is another type in JSON where it holds a file. It is reported.
        // reports: CDE0007 A body in multipart/form-data that equals the one in application/json is not supported; it is sent as application/json (at #/paths/~1file/post/requestBody/content/multipart~1form-data)
        output.WriteLine(client.File.GetType().GetMethods().Count(m => m.Name.EndsWith("Async")));
        // prints: 1

        // A number, a date or another scalar is sent and read as text.
        server.Answer("42", mediaType: "text/plain");
        output.WriteLine((await client.Counter.PutAsync(-7)).EnsureSuccess() + 1);
        output.WriteLine(server.Request);
        // prints: 43
        // prints: PUT /counter text/plain; charset=utf-8 -7
        server.Answer("2026-01-03", mediaType: "text/plain");
        output.WriteLine((await client.Day.PutAsync(new DateOnly(2026, 1, 2))).EnsureSuccess().DayOfWeek);
        output.WriteLine(server.Request);
        server.Answer("2026-01-03", mediaType: "text/plain");
        await client.Day.PutAsync();
        output.WriteLine(server.Request.Trim());
        // prints: Saturday
        // prints: PUT /day text/plain; charset=utf-16 2026-01-02
        // prints: PUT /day
        server.Answer("off", mediaType: "text/plain");
        output.WriteLine((await client.State.PutAsync(State.On)).EnsureSuccess() == State.Off);
        output.WriteLine(server.Request);
        // prints: True
        // prints: PUT /state text/plain; charset=utf-8 on
        server.Answer("PT5M", mediaType: "text/plain");
        output.WriteLine((await client.Span.PutAsync(TimeSpan.FromHours(1))).EnsureSuccess());
        output.WriteLine(server.Request);
        // prints: PT5M
        // prints: PUT /span text/plain; charset=utf-8 PT1H
        server.Answer("https://b.test/", mediaType: "text/plain");
        output.WriteLine((await client.Link.PutAsync(new Uri("https://a.test/x"))).EnsureSuccess().Host);
        output.WriteLine(server.Request);
        // prints: b.test
        // prints: PUT /link text/plain; charset=utf-8 https://a.test/x
        server.Answer("true", mediaType: "text/plain");
        output.WriteLine((await client.Flag.PutAsync(false)).EnsureSuccess());
        output.WriteLine(server.Request);
        // prints: True
        // prints: PUT /flag text/plain; charset=utf-8 false
        server.Answer("1.5", mediaType: "text/plain");
        output.WriteLine((await client.Rate.PutAsync(1.50m)).EnsureSuccess());
        output.WriteLine(server.Request);
        // prints: 1.5
        // prints: PUT /rate application/json 1.50
    }
}
