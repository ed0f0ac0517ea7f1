using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Runtime;

public static class FormCalls
{
    public static async Task RunAsync(AcmeClient client, HttpClient http, Uri address, TextWriter output)
    {
#if !NSWAG
        // NSwag describes the forms of minimal APIs as queries.
        output.WriteLine((await client.Forms.Profile.PostAsync(new Profile { Name = "A & B", Age = 3, Color = Color.DarkBlue, Born = new DateOnly(2026, 1, 2), Tags = new[] { "x", "y z" } })).EnsureSuccess());
        output.WriteLine((await client.Forms.Profile.PostAsync(new Profile { Name = "ü", Age = 0 })).EnsureSuccess());
        // prints: A & B 3 DarkBlue 2026-01-02 x,y z
        // prints: ü 0   

        output.WriteLine((await client.Forms.Fields.PostAsync(new PostFieldsRequest { Name = "n=1", Count = 7, IsSet = true })).EnsureSuccess());
        output.WriteLine((await client.Forms.Fields.PostAsync(new PostFieldsRequest { Name = "n", Count = -7 })).EnsureSuccess());
        // prints: n=1 7 True
        // prints: n -7 

        output.WriteLine((await client.Forms.Uploads.PostAsync(new UploadFilesRequest { Files = [File("one", "1.txt"), File("two", "2.txt")], Count = 2 })).EnsureSuccess());
        // prints: 2 one two

        output.WriteLine((await client.Forms.Avatar.PostAsync(new Avatar { Owner = "Ada", Picture = File("png", "a.png", "image/png") })).EnsureSuccess());
        // prints: Ada a.png png
#endif

        output.WriteLine((await client.Forms.Upload.PostAsync(new UploadFileRequest { File = File("content", "ü.txt", "text/plain") })).EnsureSuccess());
        // prints: file ü.txt text/plain content

        output.WriteLine((await client.Forms.Raw.PostAsync(new MemoryStream(Encoding.UTF8.GetBytes("raw bytes")))).EnsureSuccess());
        // prints: raw bytes
    }

    private static FilePart File(string text, string name, string? type = null) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, type);
}
