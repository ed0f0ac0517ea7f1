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

        // JSON is the default.
        server.Answer("""[{"id":"a"}]""");
        ExportResult json = await client.Export.GetAsync();
        output.WriteLine(json switch
        {
            ExportResult.Ok ok => ok.Body[0].Id,
            ExportResult.NotFound e => e.Body.Title,
            _ => "",
        });
        output.WriteLine(server.Headers["Accept"]);
        // prints: a
        // prints: application/json

        // Each other shape has a method and a result of its own, with the same parameters and errors.
        server.Answer("id\na", mediaType: "text/csv; charset=utf-8");
        ExportAsCsvResult csv = await client.Export.GetAsCsvAsync(c => c.QueryParameters.N = 3);
        output.WriteLine(csv switch
        {
            ExportAsCsvResult.Ok ok => ok.Body.Replace('\n', '|'),
            ExportAsCsvResult.NotFound e => e.Body.Title,
            _ => "",
        });
        output.WriteLine(server.Request + " " + server.Headers["Accept"]);
        // prints: id|a
        // prints: GET /export?n=3 text/csv, application/json;q=0.9

        server.Answer("%PDF", 200, "application/pdf", "Content-Disposition: attachment; filename=\"../x.pdf\"; filename*=UTF-8''b%20%C3%A4.pdf");
        var pdf = (ExportAsPdfResult.Ok)await client.Export.GetAsPdfAsync();
        await using (Stream body = pdf.Body)
        {
            output.WriteLine($"{new StreamReader(body).ReadToEnd()} {pdf.FileName} {pdf.ContentType} {server.Headers["Accept"]}");
        }
        // prints: %PDF b ä.pdf application/pdf application/pdf, application/json;q=0.9

        // reports: CDE0007 The schema of a body that is application/xml is not supported; the body is a stream (at #/paths/~1export/get/responses/200/content/application~1xml)
        server.Answer("<a/>", mediaType: "application/xml");
        await using (Stream body = (await client.Export.GetAsXmlAsync()).EnsureSuccess())
        {
            output.WriteLine(new StreamReader(body).ReadToEnd());
        }
        // prints: <a/>

        server.Answer("""{"title":"none"}""", 404);
        output.WriteLine(((ExportAsPdfResult.NotFound)await client.Export.GetAsPdfAsync()).Body.Title);
        // prints: none

        // What was not asked for is not taken for what was.
        server.Answer("%PDF", mediaType: "application/pdf");
        server.Answer("""[{"id":"a"}]""");
        server.Answer("<html>", mediaType: "text/html");
        foreach (Func<Task> call in new Func<Task>[] { () => client.Statement.GetAsync(), () => client.Export.GetAsPdfAsync(), () => client.Export.GetAsCsvAsync() })
        {
            try
            {
                await call();
            }
            catch (ResponseFormatException e)
            {
                output.WriteLine($"{e.StatusCode()} {e.ResponseBody}");
            }
        }
        // prints: 200 %PDF
        // prints: 200 [{"id":"a"}]
        // prints: 200 <html>

        server.Answer("a,b", mediaType: "text/csv");
        output.WriteLine((await client.Statement.GetAsync()).EnsureSuccess() + " " + server.Headers["Accept"]);
        server.Answer("%PDF", mediaType: "application/octet-stream");
        await using (Stream body = (await client.Statement.GetAsPdfAsync()).EnsureSuccess())
        {
            output.WriteLine(new StreamReader(body).ReadToEnd());
        }
        // prints: a,b text/csv
        // prints: %PDF

        // Untyped content in several formats is one shape.
        server.Answer("JPEG", mediaType: "image/jpeg");
        var picture = (PictureResult.Ok)await client.Picture.GetAsync();
        await using (Stream body = picture.Body)
        {
            output.WriteLine($"{new StreamReader(body).ReadToEnd()} {picture.ContentType} {picture.FileName is null} {server.Headers["Accept"]}");
        }
        output.WriteLine(string.Join(' ', client.Picture.GetType().GetMethods().Where(m => m.Name.EndsWith("Async")).Select(m => m.Name)));
        // prints: JPEG image/jpeg True image/png, image/jpeg, application/octet-stream
        // prints: GetAsync

        // JSON with another schema is another shape. A success that has only one shape keeps it.
        server.Answer("""{"id":"a","size":3}""", mediaType: "application/vnd.acme.full+json");
        output.WriteLine(((ViewsAsAcmeFullJsonResult.Ok)await client.Views.GetAsAcmeFullJsonAsync()).Body.Size + " " + server.Headers["Accept"]);
        server.Answer("""{"id":"b"}""", 206);
        output.WriteLine(((ViewsAsAcmeFullJsonResult.PartialContent)await client.Views.GetAsAcmeFullJsonAsync()).Body.Id);
        // prints: 3 application/vnd.acme.full+json, application/json;q=0.9
        // prints: b

        // The same schema as text, as old servers document it, is the same shape, and each documented type is read.
        foreach (string type in new[] { "text/plain", "text/json; charset=utf-8", "application/json" })
        {
            server.Answer("""{"id":"old"}""", mediaType: type);
            output.WriteLine((await client.Old.GetAsync()).EnsureSuccess().Id);
            server.Answer(type == "text/plain" ? "a \"b\"" : "\"a \\\"b\\\"\"", mediaType: type);
            output.WriteLine((await client.Old.PostAsync()).EnsureSuccess());
        }
        output.WriteLine(string.Join(' ', client.Old.GetType().GetMethods().Where(m => m.Name.EndsWith("Async")).Select(m => m.Name)));
        // prints: old
        // prints: a "b"
        // prints: old
        // prints: a "b"
        // prints: old
        // prints: a "b"
        // prints: GetAsync PostAsync

        // A string that is described as JSON, as NSwag describes the strings of minimal APIs, may come as text, but a page of a proxy is no string.
        foreach (string type in new[] { "text/plain; charset=utf-8", "application/json", "text/html" })
        {
            server.Answer(type == "application/json" ? "\"a \\\"b\\\"\"" : "a \"b\"", mediaType: type);
            try
            {
                output.WriteLine((await client.Note.GetAsync()).EnsureSuccess());
            }
            catch (ResponseFormatException)
            {
                output.WriteLine("refused");
            }
        }
        // prints: a "b"
        // prints: a "b"
        // prints: refused

        // Text of a type.
        server.Answer("42", mediaType: "text/plain");
        output.WriteLine((await client.Count.GetAsync()).EnsureSuccess() + 1);
        server.Answer("2026-01-02", mediaType: "text/plain");
        output.WriteLine((await client.Day.GetAsync()).EnsureSuccess().Day);
        // prints: 43
        // prints: 2

        // A body that the document does not mention is at hand.
        server.Answer("surprise", mediaType: "text/plain");
        NothingResult nothing = await client.Nothing.GetAsync();
        output.WriteLine($"{nothing is NothingResult.Ok} {Encoding.UTF8.GetString(nothing.RawBytes.Span)}");
        server.Answer("", mediaType: "text/plain");
        output.WriteLine((await client.Nothing.GetAsync()).RawBytes.Length);
        // prints: True surprise
        // prints: 0
    }

    private static int StatusCode(this ResponseFormatException e) => e.ResponseStatusCode;
}
