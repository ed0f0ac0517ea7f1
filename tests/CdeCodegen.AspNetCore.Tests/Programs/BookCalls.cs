using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Runtime;
#if NSWAG
using AddBookResult = Acme.BooksAddResult;
using GetBookResult = Acme.BooksGetResult;
using PostCoverRequest = Acme.Models.BooksCoverRequest;
using PostCoversRequest = Acme.Models.BooksCoversRequest;
#endif

public static class BookCalls
{
    public static async Task RunAsync(AcmeClient client, HttpClient http, Uri address, TextWriter output)
    {
        foreach (int id in new[] { 1, 404 })
        {
            output.WriteLine(await client.Books[id].GetAsync() switch
            {
                GetBookResult.Ok ok => string.Create(CultureInfo.InvariantCulture, $"{ok.Body.Id} {ok.Body.Title} {ok.Body.Price} {ok.Body.Language}"),
                GetBookResult.NotFound missing => $"{missing.Body.Status} {missing.Body.Title}",
                { } other => other.GetType().Name,
            });
        }
        // prints: 1 T 9.99 1
        // prints: 404 Not Found

        foreach (string title in new[] { "Title", "" })
        {
            output.WriteLine(await client.Books.PostAsync(new Book { Id = 5, Title = title, Price = 1, Language = 1 }) switch
            {
                AddBookResult.Created created => $"{new Uri(created.Headers["Location"].Single()).AbsolutePath} {created.Body.Title}",
                AddBookResult.BadRequest bad => $"{bad.Body.Status} {string.Join(',', bad.Body.Errors!.Keys)}",
                { } other => other.GetType().Name,
            });
        }
        // prints: /books/5 Title
        // prints: 400 Title

        output.WriteLine((await client.Books.GetAsync(c =>
        {
            c.QueryParameters.Author = "A";
            c.QueryParameters.MinPrice = 2;
            c.QueryParameters.Language = 1;
            c.QueryParameters.Tags = ["x", "y z"];
            c.QueryParameters.XTrace = "t";
        })).EnsureSuccess().Single());
        // prints: A 2 English x,y z t

        output.WriteLine((await client.Books.Title.GetAsync()).EnsureSuccess());
        output.WriteLine((await client.Books.Price.GetAsync()).EnsureSuccess().ToString(CultureInfo.InvariantCulture));
        // prints: A title
        // prints: 9.99

        output.WriteLine((await client.Books.Cover.PostAsync(new PostCoverRequest { BookId = 3, File = File("jpg") })).EnsureSuccess());
        output.WriteLine((await client.Books.Covers.PostAsync(new PostCoversRequest { Files = [File("1"), File("2")] })).EnsureSuccess());
        // prints: 3 c.jpg jpg
        // prints: 2

        output.WriteLine((await client.Books[65].Pages.GetAsync()).EnsureSuccess().ReadByte());
        // prints: 65

        output.WriteLine((await client.Books[1].DeleteAsync()).StatusCode);
        // prints: 401
    }

    private static FilePart File(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "c.jpg", "image/jpeg");
}
