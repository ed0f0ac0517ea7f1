using System;
using System.IO;
using System.Linq;
using System.Text;
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
        var person = new Person { Name = "Ann" };

        await client.Person.PostAsync(person);
        output.WriteLine(server.Request);
        await client.Person.PostAsync("Ann");
        output.WriteLine(server.Request);
        await client.Person.PostAsync(new CreatePersonMultipartRequest { Info = person, Picture = new FilePart(Bytes("PNG"), "a.png") });
        output.WriteLine(server.Request.Contains("""{"name":"Ann"}""") && server.Request.Contains("filename=\"a.png\"") && server.Request.Contains("multipart/form-data"));
        // prints: POST /person application/json {"name":"Ann"}
        // prints: POST /person text/plain; charset=utf-8 Ann
        // prints: True

        await client.Raw.PutAsync(person);
        output.WriteLine(server.Request);
        await client.Raw.PutAsync(Bytes("OCTETS"));
        output.WriteLine(server.Request);
        await client.Raw.PutAsync(Bytes("JPEG"), contentType: "image/jpeg");
        output.WriteLine(server.Request);
        // prints: PUT /raw application/json {"name":"Ann"}
        // prints: PUT /raw application/octet-stream OCTETS
        // prints: PUT /raw image/jpeg JPEG

        // Only one overload can be called without a body.
        await client.Optional.PostAsync();
        output.WriteLine(server.Request.TrimEnd());
        await client.Optional.PostAsync(person);
        output.WriteLine(server.Request);
        await client.Optional.PostAsync(new OptionalFormRequest { User = "a b" });
        output.WriteLine(server.Request);
        // prints: POST /optional
        // prints: POST /optional application/json {"name":"Ann"}
        // prints: POST /optional application/x-www-form-urlencoded user=a%20b

        // One C# type is one overload. It exists for each shape of the response.
        server.Answer("\"x\"");
        output.WriteLine((await client.String.PostAsync("a\"b")).EnsureSuccess());
        output.WriteLine(server.Request);
        server.Answer("x,y", mediaType: "text/csv");
        output.WriteLine((await client.String.PostAsCsvAsync("c")).EnsureSuccess());
        output.WriteLine(server.Request);
        // prints: x
        // prints: POST /string application/json "a\"b"
        // prints: x,y
        // prints: POST /string application/json "c"

        await client.Wild.PostAsync(Bytes("GIF"), "image/gif");
        output.WriteLine(server.Request);
        // prints: POST /wild image/gif GIF
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
