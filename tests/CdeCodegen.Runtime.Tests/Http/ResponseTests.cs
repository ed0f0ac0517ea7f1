using System.Net;
using System.Text;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>Response bodies: encodings, content types, format errors and limits.</summary>
public class ResponseTests
{
    private static readonly Dictionary<string, object?> s_expected = new() { ["a"] = "ä€😀" };
    private const string Text = """{"a":"ä€😀"}""";

    public static TheoryData<string?, string, bool> Encodings => new()
    {
        { "application/json", "utf-8", false },
        { "application/json; charset=utf-8", "utf-8", false },
        { "application/json;charset=\"UTF-8\"", "utf-8", true },
        { "text/json", "utf-8", true },
        { "application/problem+json; charset=utf8", "utf-8", false },
        { "APPLICATION/VND.API+JSON", "utf-8", false },
        { "application/json; charset=utf-16", "utf-16", false },
        { "application/json", "utf-16", true },
        { "application/json", "utf-16BE", true },
        { "application/json; charset=utf-32", "utf-32", false },
        { null, "utf-8", false },
        { null, "utf-8", true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task JSON_is_decoded_in_every_encoding(string? contentType, string encoding, bool hasMark)
    {
        var by = Encoding.GetEncoding(encoding);
        byte[] body = [.. hasMark ? by.GetPreamble() : [], .. by.GetBytes(Text)];

        Probe result = await TestApi.Over(StubHandler.Bytes(body, contentType)).Get(Probe.Json);

        Assert.Equal(s_expected, result.Value);
    }

    [Fact]
    public async Task JSON_in_Latin_1_is_decoded()
    {
        byte[] body = Encoding.Latin1.GetBytes("""{"a":"äöü"}""");

        Probe result = await TestApi.Over(StubHandler.Bytes(body, "application/json; charset=ISO-8859-1")).Get(Probe.Json);

        Assert.Equal("äöü", ((Dictionary<string, object?>)result.Value!)["a"]);
    }

    [Fact]
    public async Task Text_and_binary_bodies_are_read()
    {
        byte[] latin = Encoding.Latin1.GetBytes("größe");
        Assert.Equal("größe", (await TestApi.Over(StubHandler.Bytes(latin, "text/plain; charset=latin1")).Get(Probe.Text)).Value);
        Assert.Equal("größe", (await TestApi.Over(StubHandler.Bytes(Encoding.UTF8.GetBytes("\ufeffgröße"), "text/plain")).Get(Probe.Text)).Value);
        Assert.Equal("", (await TestApi.Over(StubHandler.Bytes([], null)).Get(Probe.Text)).Value);
        Assert.Equal(latin, (await TestApi.Over(StubHandler.Bytes(latin, "image/png")).Get(Probe.Bytes)).Value);
    }

    [Theory]
    [InlineData("null", true)]
    [InlineData(" \r\n null\t", true)]
    [InlineData("", true)]
    [InlineData("{}", false)]
    public async Task A_null_or_empty_body_is_recognized(string body, bool isNull)
        => Assert.Equal(isNull, (await TestApi.Over(StubHandler.Json(body)).Get(Probe.NullableJson)).Value is null);

    [Theory]
    [InlineData("text/html", "<html>", "expected JSON but the content type is 'text/html'")]
    [InlineData("application/jsonx", "{}", "expected JSON but the content type is 'application/jsonx'")]
    [InlineData("application/json", "", "expected JSON but the body is empty")]
    [InlineData("application/json; charset=utf-7", "{}", "its charset is not supported: 'application/json; charset=utf-7'")]
    [InlineData("application/json; charset=klingon", "{}", "its charset is not supported: 'application/json; charset=klingon'")]
    public async Task A_body_other_than_JSON_is_a_format_error(string contentType, string body, string what)
    {
        ResponseFormatException error = await Malformed(StubHandler.Bytes(Encoding.UTF8.GetBytes(body), contentType), Probe.Json);

        Assert.Equal($"The body of the response (status 200) is not what the API's document describes: {what}.", error.Message);
        Assert.Null(error.JsonPath);
        Assert.Null(error.ByteOffset);
        Assert.Equal(body, error.ResponseBody);
    }

    [Theory]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":5}""", "$.name", 52, "expected a string but found a number")]
    [InlineData("""{"id":"secret","name":"n"}""", "$.id", 6, "the string is not a UUID")]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"n","tags":["a",null]}""", "$.tags[1]", 68, "expected a string but found null")]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"n","created-at":"secret"}""", "$['created-at']", 69, "the string is not a date-time")]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"n","children":[{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"n"},{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce"}]}""", "$.children[1]", 169, "required member 'name' is missing")]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"n","by_key":{"it's":{"x":[[1],[2,{"y":3}]]}}}""", "$.by_key['it\\'s']", 95, "required members 'id', 'name' are missing")]
    [InlineData("""[]""", "$", 0, "expected an object but found an array")]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"n"}x""", "$", 56, "it is not valid JSON")]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"sec""", "$.name", 56, "it is not valid JSON: it ends too early")]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"n","x":{"y":[1,tru]}}""", "$.x.y[1]", 71, "it is not valid JSON")]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"n","count":2147483648}""", "$.count", 64, "the value is not a 32-bit integer")]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"\ud83d"}""", "$.name", 52, "a string contains an unpaired surrogate")]
    public async Task A_format_error_has_its_JSON_path_and_offset(string body, string path, long offset, string what)
    {
        foreach (string mark in new[] { "", "\ufeff" })
        {
            ResponseFormatException error = await Malformed(StubHandler.Json(mark + body, HttpStatusCode.Created), Probe.Thing);

            Assert.Equal(path, error.JsonPath);
            Assert.Equal(offset + (mark.Length * 3), error.ByteOffset);
            Assert.Equal($"The body of the response (status 201) is not what the API's document describes: {what}, at {path} (byte {error.ByteOffset}).", error.Message);
            Assert.Equal(mark + body, error.ResponseBody);
            Assert.Equal(201, error.StatusCode);
            Assert.Equal(201, error.ResponseStatusCode);
            Assert.DoesNotContain("secret", error.ToString());
        }
    }

    [Fact]
    public async Task Invalid_UTF_8_has_its_JSON_path_and_offset()
    {
        byte[] body = [.. """{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"a"""u8, 0xFF, .. "\"}"u8];

        ResponseFormatException error = await Malformed(StubHandler.Bytes(body, "application/json"), Probe.Thing);

        Assert.Equal(body.AsSpan().IndexOf((byte)0xFF), error.ByteOffset);
        Assert.Equal("$.name", error.JsonPath);
    }

    [Fact]
    public async Task Every_truncation_of_a_body_is_a_format_error()
    {
        byte[] body = """{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"né\u00e9","extra":{"a":[1.5,true]},"tags":["x"],"unknown":[{"y":null}],"count":12}"""u8.ToArray();
        for (int length = 1; length < body.Length; length++)
        {
            ResponseFormatException error = await Malformed(StubHandler.Bytes(body[..length], "application/json"), Probe.Thing);
            Assert.InRange(error.ByteOffset!.Value, 0, length);
        }
    }

    [Fact]
    public async Task An_unexpected_status_carries_the_start_of_the_body_but_does_not_print_it()
    {
        string body = "secret" + new string('x', 20_000);
        var stub = StubHandler.Bytes(Encoding.UTF8.GetBytes(body), "text/plain", HttpStatusCode.InternalServerError);

        UnexpectedStatusException error = await Assert.ThrowsAsync<UnexpectedStatusException>(() => TestApi.Over(stub).Get(Probe.Unexpected));

        Assert.Equal(500, error.StatusCode);
        Assert.Equal(500, error.ResponseStatusCode);
        Assert.Equal(body[..8192], error.ResponseBody);
        Assert.Equal("text/plain", error.Headers.GetValue("content-type"));
        Assert.Equal(["text/plain"], error.ResponseHeaders["Content-Type"]);
        Assert.DoesNotContain("secret", error.ToString());
        Assert.Contains("500", error.Message);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    [InlineData(100_000, false)]
    public async Task Bodies_are_limited_with_and_without_a_Content_Length(int length, bool fits)
    {
        foreach (bool announced in new[] { true, false })
        {
            byte[] body = Encoding.ASCII.GetBytes(new string('s', length));
            var stub = new StubHandler(_ => new HttpResponseMessage { Content = announced ? new ByteArrayContent(body) : new StreamContent(new UnknownLength(body)) });
            ApiClientCore core = TestApi.Over(stub, o => o.MaxResponseBodyBytes = 100);

            if (fits)
            {
                Assert.Equal(body, (await core.Get(Probe.Bytes)).Value);
            }
            else
            {
                ResponseTooLargeException error = await Assert.ThrowsAsync<ResponseTooLargeException>(() => core.Get(Probe.Bytes));
                Assert.Equal(100, error.MaxResponseBodyBytes);
                Assert.Contains("100 bytes", error.Message);
                Assert.Contains("MaxResponseBodyBytes", error.Message);
            }
        }
    }

    [Fact]
    public async Task Large_bodies_are_complete()
    {
        byte[] body = new byte[3_000_000];
        new Random(9).NextBytes(body);
        foreach (HttpContent content in new HttpContent[] { new ByteArrayContent(body), new StreamContent(new UnknownLength(body)) })
        {
            Assert.Equal(body, (await TestApi.Over(new StubHandler(_ => new HttpResponseMessage { Content = content })).Get(Probe.Bytes)).Value);
        }
    }

    [Fact]
    public async Task The_response_is_disposed_and_its_headers_stay_readable()
    {
        HttpResponseMessage? response = null;
        var content = new DisposalContent();
        var stub = new StubHandler(_ => response = new HttpResponseMessage { Content = content, Headers = { { "X-Many", ["a", "b"] } } });

        Probe result = await TestApi.Over(stub).Get(Probe.Bytes);

        Assert.True(content.IsDisposed);
        Assert.Null(response!.RequestMessage);
        Assert.Equal(["a", "b"], result.Headers["x-many"]);
        Assert.Equal("application/x-test", result.Headers.GetValue("CONTENT-TYPE"));
        await Assert.ThrowsAsync<UnexpectedStatusException>(() => TestApi.Over(new StubHandler(_ => new HttpResponseMessage { Content = content = new DisposalContent() })).Get(Probe.Unexpected));
        Assert.True(content.IsDisposed);
    }

    [Fact]
    public async Task A_response_without_content_has_an_empty_body()
    {
        Probe result = await TestApi.Over(new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.NoContent))).Get(Probe.Bytes);

        Assert.Equal(204, result.StatusCode);
        Assert.Empty((byte[])result.Value!);
        Assert.Empty(result.Headers);
    }

    private static Task<ResponseFormatException> Malformed(StubHandler stub, Func<ApiResponse, Probe> read)
        => Assert.ThrowsAsync<ResponseFormatException>(() => TestApi.Over(stub).Get(read));

    private sealed class DisposalContent : ByteArrayContent
    {
        public DisposalContent()
            : base([1, 2, 3])
            => Headers.TryAddWithoutValidation("Content-Type", "application/x-test");

        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    /// <summary>Returns a few bytes per read.</summary>
    private sealed class UnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(buffer.Length, 977)], cancellationToken);
    }
}
