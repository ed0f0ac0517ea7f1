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
        await run.Sent(client.Formdata.Stream.Uploadfile.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes("content"))));
        await run.Sent(client.Formdata.Stream.Uploadfile.PostAsync(new Acme.Models.FormdataUploadFileRequest
        {
            FileContent = new FilePart(new MemoryStream(Encoding.UTF8.GetBytes("content")), "sample.png"),
            FileName = "sample.png",
        }));
    }
}
