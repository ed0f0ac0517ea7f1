using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>The encoding of request bodies.</summary>
public class BodyTests
{
    [Fact]
    public async Task A_JSON_body_has_the_given_content_type()
    {
        StubHandler stub = await Post((ref ApiRequest r) =>
        {
            JsonWriter w = r.Json("application/json");
            w.Start();
            w.Name("text").String(new string('ü', 10_000));
            w.End();
        });

        Assert.Equal("{\"text\":\"" + new string('ü', 10_000) + "\"}", stub.Body);
        Assert.Equal("application/json", stub.Request.Content!.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Text_is_sent_as_UTF_8_with_its_charset()
    {
        StubHandler stub = await Post((ref ApiRequest r) => r.Text("größe", "text/csv"));

        Assert.Equal("größe", stub.Body);
        Assert.Equal("text/csv; charset=utf-8", stub.Request.Content!.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_stream_is_sent_from_its_position_and_stays_open()
    {
        var stream = new MemoryStream([1, 2, 3, 4]) { Position = 1 };

        StubHandler stub = await Post((ref ApiRequest r) => r.Binary(stream, "application/octet-stream"));

        Assert.Equal([2, 3, 4], stub.Bodies[0]);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task Form_fields_are_encoded()
    {
        StubHandler stub = await Post((ref ApiRequest r) =>
        {
            JsonWriter w = r.Form();
            w.Start();
            w.Name("name &").String("a b&c=ü");
            w.Name("a").Int32(1);
            w.Name("l").Strings(["x", "y"]);
            w.Name("o").Start();
            w.Name("k").String("v");
            w.End();
            w.Name("n").Null();
            w.End();
        });

        Assert.Equal("name%20%26=a%20b%26c%3D%C3%BC&a=1&l=x&l=y&o=%7B%22k%22%3A%22v%22%7D", stub.Body);
        Assert.Equal("application/x-www-form-urlencoded", stub.Request.Content!.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Form_fields_have_their_styles()
    {
        StubHandler stub = await Post((ref ApiRequest r) =>
        {
            r.FormStyle(ApiParameterStyle.Simple, false, "commas");
            r.FormStyle(ApiParameterStyle.Exploded, true, "reserved", "none");
            r.FormStyle(ApiParameterStyle.DeepObject, false, "deep");
            JsonWriter w = r.Form();
            w.Start();
            w.Name("commas").Strings(["x", "y"]);
            w.Name("reserved").String("a/b?c");
            w.Name("plain").String("a/b?c");
            w.Name("none").Null();
            w.Name("deep").Start();
            w.Name("k").String("v");
            w.End();
            w.End();
        });

        Assert.Equal("commas=x,y&reserved=a/b?c&plain=a%2Fb%3Fc&deep%5Bk%5D=v", stub.Body);
    }

    [Fact]
    public async Task A_form_of_no_object_has_no_fields()
    {
        StubHandler stub = await Post((ref ApiRequest r) => r.Form().Null());

        Assert.Equal("", stub.Body);
        Assert.Equal("application/x-www-form-urlencoded", stub.ContentType);
    }

    [Theory]
    [InlineData("multipart/form-data", "form-data; name=\"a%22%0D%0Ab\"", "form-data; name=\"f\"; filename=\"x%22%0D%0A.txt\"")]
    [InlineData("multipart/mixed", null, "attachment; filename=\"x%22%0D%0A.txt\"")]
    [InlineData("Multipart/Form-Data", "form-data; name=\"a%22%0D%0Ab\"", "form-data; name=\"f\"; filename=\"x%22%0D%0A.txt\"")]
    public async Task Names_of_parts_cannot_end_their_header(string mediaType, string? field, string file)
    {
        StubHandler stub = await Post((ref ApiRequest r) =>
        {
            r.StartMultipart(mediaType);
            r.MultipartText("a\"\r\nb", "1", "text/csv");
            r.MultipartFile("f", new FilePart(new MemoryStream([49]), "x\"\r\n.txt"), "text/html");
        });

        Assert.StartsWith(mediaType + "; boundary=", stub.ContentType);
        string[] parts = stub.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["Content-Type: text/csv", "Content-Type: text/html"], parts.Where(line => line.StartsWith("Content-Type", StringComparison.Ordinal)));
        Assert.Equal(
            new[] { field, file }.Where(value => value is not null).Select(value => "Content-Disposition: " + value),
            parts.Where(line => line.StartsWith("Content-Disposition", StringComparison.Ordinal)));
        Assert.Equal(2, parts.Count(line => line == "1"));
    }

    [Fact]
    public async Task A_form_without_fields_has_the_content_type_of_a_form()
    {
        StubHandler stub = await Post((ref ApiRequest r) =>
        {
            JsonWriter w = r.Form();
            w.Start();
            w.End();
        });

        Assert.Equal("", stub.Body);
        Assert.Equal("application/x-www-form-urlencoded", stub.Request.Content!.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Multipart_fields_and_files_are_encoded()
    {
        StubHandler stub = await Post((ref ApiRequest r) =>
        {
            r.StartMultipart();
            r.MultipartField("title", "größe");
            r.MultipartField("none", (string?)null);
            r.MultipartField("ids", new[] { 1, 2 });
            r.MultipartFile("logo", new FilePart(new MemoryStream([1, 2, 3]), "Logo \"ü\".png", "image/png"));
            r.MultipartFile("none", null);
            r.MultipartFiles("more", [new FilePart(new MemoryStream([4]), "a"), new FilePart(new MemoryStream([5]), "b")], "application/pdf");
            JsonWriter w = r.StartJson();
            w.Start();
            w.End();
            r.MultipartJson("meta", w);
        });

        List<(string Disposition, string? Type, string Body)> parts = await ReadParts(stub);
        Assert.Equal(
            [
                ("form-data; name=\"title\"", null, "größe"),
                ("form-data; name=\"ids\"", null, "1"),
                ("form-data; name=\"ids\"", null, "2"),
                ("form-data; name=\"logo\"; filename=\"Logo %22ü%22.png\"", "image/png", "\u0001\u0002\u0003"),
                ("form-data; name=\"more\"; filename=\"a\"", "application/pdf", "\u0004"),
                ("form-data; name=\"more\"; filename=\"b\"", "application/pdf", "\u0005"),
                ("form-data; name=\"meta\"", "application/json", "{}"),
            ],
            parts);
    }

    [Fact]
    public async Task A_file_without_media_type_is_an_octet_stream()
    {
        StubHandler stub = await Post((ref ApiRequest r) =>
        {
            r.StartMultipart();
            r.MultipartFile("f", new FilePart(new MemoryStream([1]), "f"));
        });

        (_, string? type, _) = Assert.Single(await ReadParts(stub));
        Assert.Equal("application/octet-stream", type);
    }

    [Fact]
    public async Task Files_are_streamed_instead_of_buffered()
    {
        // The stream generates a gigabyte on demand, so buffering it would be noticed.
        var endless = new CountedStream(1L << 30);
        var stub = new StreamingHandler();
        var request = new ApiRequest(TestApi.Over(stub), "POST", $"/things");
        request.StartMultipart();
        request.MultipartFile("f", new FilePart(endless, "f"));
        long before = GC.GetTotalAllocatedBytes();

        await request.SendAsync(Probe.Status, default);

        Assert.InRange(stub.Length, 1L << 30, (1L << 30) + 1000);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64L << 20);
    }

    private static Task<StubHandler> Post(TestApi.FillRequest fill) => TestApi.Sent(fill, "POST");

    private static async Task<List<(string Disposition, string? Type, string Body)>> ReadParts(StubHandler stub)
    {
        var type = MediaTypeHeaderValue.Parse(stub.Request.Content!.Headers.ContentType!.ToString());
        Assert.Equal("multipart/form-data", type.MediaType.ToString());
        Assert.DoesNotContain("\"", type.Boundary.ToString());
        var reader = new MultipartReader(type.Boundary.ToString(), new MemoryStream(stub.Bodies[0]));
        var parts = new List<(string, string?, string)>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            using var body = new StreamReader(section.Body, Encoding.UTF8);
            parts.Add((section.ContentDisposition!, section.ContentType, await body.ReadToEndAsync()));
        }

        return parts;
    }

    private sealed class StreamingHandler : HttpMessageHandler
    {
        public long Length { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var sink = new CountedStream(0);
            await request.Content!.CopyToAsync(sink, cancellationToken);
            Length = sink.WrittenBytes;
            return StubHandler.Response("{}"u8.ToArray(), "application/json");
        }
    }

    private sealed class CountedStream(long length) : Stream
    {
        private long _read;

        public long WrittenBytes { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int now = (int)Math.Min(count, length - _read);
            _read += now;
            return now;
        }

        public override void Write(byte[] buffer, int offset, int count) => WrittenBytes += count;

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
