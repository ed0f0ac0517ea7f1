using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;
using CdeCodegen.Runtime;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        var json = JsonDocument.Parse("""{"hello":"world"}""").RootElement;
        await run.Ok(client.Mediatypes.Analyze.PostAsync(new Acme.Models.SourcePath { Source = "foo" }));
        await run.Ok(client.Mediatypes.Analyze.PostAsync(Text("PDF")));
        await run.Ok(client.Mediatypes.AnalyzeNoAccept.PostAsync(new Acme.Models.SourcePath { Source = "foo" }));
        await run.Ok(client.Mediatypes.AnalyzeNoAccept.PostAsync(Text("PDF")));
        await run.Ok(client.Mediatypes.ContentTypeWithEncoding.PostAsync("any"));
        await run.Sent(client.Mediatypes.BinaryBodyTwoContentTypes.PostAsync(Text("hello, world")));
        await run.Sent(client.Mediatypes.BinaryBodyThreeContentTypes.PostAsync(Text("hello, world")));
        await run.Sent(client.Mediatypes.BodyThreeTypes.PostAsync(json));
        await run.Sent(client.Mediatypes.BodyThreeTypes.PostAsync(Text("hello, world")));

        static Stream Text(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));
    }
}
