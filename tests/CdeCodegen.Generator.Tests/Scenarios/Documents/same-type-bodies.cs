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
    }
}
