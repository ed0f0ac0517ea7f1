using System.Text;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>What a <c>Content-Type</c> header says.</summary>
public class MediaTypeTests
{
    [Theory]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON ; charset=utf-8", true)]
    [InlineData(" application/json;charset=utf-8", true)]
    [InlineData("text/json", true)]
    [InlineData("TEXT/JSON", true)]
    [InlineData("application/problem+JSON", true)]
    [InlineData("", true)]
    [InlineData(" ; charset=utf-8", true)]
    [InlineData("; charset=utf-8", true)]
    [InlineData("application/jsonl", false)]
    [InlineData("application/json+xml", false)]
    [InlineData("text/plain", false)]
    [InlineData("text/plain; note=+json", false)]
    public void JSON_is_recognized(string contentType, bool expected) => Assert.Equal(expected, MediaTypes.IsJson(contentType));

    [Theory]
    [InlineData("text/plain", true)]
    [InlineData("Text/Plain; charset=utf-8", true)]
    [InlineData("text/plainer", false)]
    [InlineData("text/csv", false)]
    [InlineData("", false)]
    public void Plain_text_is_recognized(string contentType, bool expected) => Assert.Equal(expected, MediaTypes.IsPlainText(contentType));

    [Theory]
    [InlineData("", "text/csv", true)]
    [InlineData("text/csv", "text/csv", true)]
    [InlineData("TEXT/CSV; charset=utf-8", "text/csv", true)]
    [InlineData("text/plain", "text/csv", true)]
    [InlineData("text/html", "text/csv", false)]
    [InlineData("TEXT/HTML", "text/csv", false)]
    [InlineData("text/html", "text/csv,text/html", true)]
    [InlineData("text/json", "text/csv", false)]
    [InlineData("text/x+json", "text/csv", false)]
    [InlineData("text/json", "text/csv,text/json", true)]
    [InlineData("application/xml", "text/csv", false)]
    [InlineData("application/xml", "application/xml", true)]
    public void Any_text_but_HTML_and_JSON_passes_for_text(string contentType, string expected, bool isText)
        => Assert.Equal(isText, MediaTypes.IsText(contentType, expected));

    [Theory]
    [InlineData("", "application/pdf", true)]
    [InlineData("application/pdf", "application/pdf", true)]
    [InlineData("Application/PDF;x=y", "application/pdf", true)]
    [InlineData("Application/Octet-Stream", "application/pdf", true)]
    [InlineData("application/zip", "application/pdf", false)]
    [InlineData("application/zip", "application/pdf,application/zip", true)]
    [InlineData("image/png", "image/*", true)]
    [InlineData("IMAGE/png", "application/pdf,image/*", true)]
    [InlineData("imageset/png", "image/*", false)]
    [InlineData("image", "image/*", false)]
    [InlineData("application/pdfx", "application/pdf", false)]
    public void A_file_is_of_an_expected_type_or_an_octet_stream(string contentType, string expected, bool isStream)
    {
        Assert.Equal(isStream, MediaTypes.IsStream(contentType, expected));
        if (!contentType.Contains("octet-stream", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Equal(isStream, MediaTypes.IsOneOf(contentType, expected));
        }
    }

    [Fact]
    public void An_octet_stream_is_no_event_stream() => Assert.False(MediaTypes.IsOneOf("application/octet-stream", "text/event-stream"));

    [Theory]
    [InlineData("application/json", "utf-8")]
    [InlineData("", "utf-8")]
    [InlineData("text/plain", "utf-8")]
    [InlineData("text/plain; charset=UTF8", "utf-8")]
    [InlineData("text/plain; CHARSET=Utf-8", "utf-8")]
    [InlineData("text/plain; charset=", "utf-8")]
    [InlineData("text/plain; charset=; x=y", "utf-8")]
    [InlineData("text/plain; charset=\"iso-8859-1\"", "iso-8859-1")]
    [InlineData("text/plain; charset='iso-8859-1' ; x=utf-8", "iso-8859-1")]
    [InlineData("text/plain;charset=utf-16;x=y", "utf-16")]
    [InlineData("text/plain; charset=us-ascii", "us-ascii")]
    [InlineData("charset=us-ascii", "us-ascii")]
    [InlineData("text/plain; charset=utf-7", null)]
    [InlineData("text/plain; charset=klingon", null)]
    public void The_charset_selects_the_encoding(string contentType, string? expected)
        => Assert.Equal(expected, MediaTypes.FindEncoding(contentType)?.WebName);

    [Fact]
    public void The_encoding_of_UTF_8_writes_no_mark_into_text()
        => Assert.Equal(Encoding.UTF8, MediaTypes.FindEncoding("text/plain; charset=utf-8"));
}
