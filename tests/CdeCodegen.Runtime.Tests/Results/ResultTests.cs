using System.Text.Json;
using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Runtime.Tests.Results;

public class ResultTests
{
    [Fact]
    public void ToString_contains_the_case_and_its_status_only()
    {
        var missing = new Answer.NotFound("secret");

        Assert.Equal(404, missing.StatusCode);
        Assert.False(missing.IsSuccess);
        Assert.Same(ApiResponseHeaders.Empty, missing.Headers);
        Assert.Equal("NotFound (404)", missing.ToString());
        Assert.True(new Answer.Ok(299).IsSuccess);
        Assert.False(new Answer.Ok(300).IsSuccess);
        Assert.False(new Answer.Ok(199).IsSuccess);
    }

    [Fact]
    public void ApiResultException_carries_the_case()
    {
        var missing = new Answer.NotFound("secret", new ApiResponseHeaders([new("X-Id", "7")]));
        ApiException error = new ApiResultException(missing);

        Assert.Same(missing, ((ApiResultException)error).Result);
        Assert.Equal(404, error.ResponseStatusCode);
        Assert.Equal(["7"], error.ResponseHeaders["x-id"]);
        Assert.Contains("NotFound (404)", error.Message);
        Assert.DoesNotContain("secret", error.ToString());
    }

    [Fact]
    public void Headers_have_several_values_and_case_insensitive_names()
    {
        var headers = new ApiResponseHeaders([new("Set-Cookie", "a=1"), new("set-cookie", "b=2"), new("X", "")]);

        Assert.Equal(2, headers.Count);
        Assert.Equal(["a=1", "b=2"], headers["SET-COOKIE"]);
        Assert.Equal("a=1, b=2", headers.GetValue("Set-Cookie"));
        Assert.Equal("", headers.GetValue("x"));
        Assert.Null(headers.GetValue("none"));
        Assert.Empty(headers["none"]);
        Assert.True(headers.Contains("x"));
        Assert.False(headers.TryGetValues("none", out _));
        Assert.Equal(["Set-Cookie", "X"], headers.Select(h => h.Key));
        Assert.DoesNotContain("a=1", headers.ToString());
    }

    [Fact]
    public async Task Headers_contain_those_of_the_response_and_its_content()
    {
        HttpResponseMessage response = StubHandler.Response("{}"u8.ToArray(), "application/json");
        response.Headers.TryAddWithoutValidation("X-Many", ["1", "2"]);
        response.Headers.TryAddWithoutValidation("X-One", "a, b");
        Probe result = await TestApi.Over(new StubHandler(_ => response)).Get(Probe.Status);

        Assert.Equal(["1", "2"], result.Headers["x-many"]);
        Assert.Equal("a, b", result.Headers.GetValue("x-one"));
        Assert.Equal("application/json", result.Headers.GetValue("content-type"));
        Assert.False(result.Headers.Contains("not a name"));
        Assert.False(result.Headers.Contains(""));
        Assert.Equal(result.Headers.Count, result.Headers.Count());
        Assert.Contains(result.Headers, h => h.Key == "X-Many" && h.Value.SequenceEqual(["1", "2"]));
    }

    [Theory]
    [InlineData("<https://a.test/?p=2>; rel=\"next\", <https://a.test/?p=9>; rel=\"last\"", "next", "https://a.test/?p=2")]
    [InlineData("<https://a.test/?p=2>; rel=\"next\", <https://a.test/?p=9>; rel=\"last\"", "last", "https://a.test/?p=9")]
    [InlineData("<https://a.test/?x=1,2>; title=\"<b>, rel=next\"; REL = Next", "next", "https://a.test/?x=1,2")]
    [InlineData("</p/3>;rel=\"prev  next\"", "next", "/p/3")]
    [InlineData("</a>; title=\"\\\", </b>; rel=next\"; rel=prev", "next", null)]
    [InlineData("</a>; anchor=\"#x\"", "next", null)]
    [InlineData("</a", "next", null)]
    [InlineData("<>; rel=next", "prev", null)]
    [InlineData("", "next", null)]
    public void A_link_is_found_by_its_relation_type(string header, string relation, string? expected)
        => Assert.Equal(expected, new ApiResponseHeaders([new("Link", header)]).GetLink(relation)?.OriginalString);

    [Fact]
    public void Typed_headers_are_parsed_or_null()
    {
        var headers = new ApiResponseHeaders(
        [
            new("N", " 5 "), new("Text", "a,b"), new("Flag", "True"), new("Id", "019e16f4-abc0-7901-9c6e-97ad896c94ce"), new("Link", "/next?x=1"),
            new("Modified", "Mon, 11 May 2026 14:13:14 GMT"), new("At", "2026-05-11T14:13:14+02:00"), new("Price", "1.10"), new("Data", "AQID"), new("List", "1, 2,3"), new("Bad", "x"),
        ]);

        Assert.Equal(5, headers.Get<int?>("n"));
        Assert.Equal(5L, headers.Get<long?>("n"));
        Assert.Equal(5.0, headers.Get<double?>("n"));
        Assert.Equal("a,b", headers.Get<string>("Text"));
        Assert.Equal(true, headers.Get<bool?>("Flag"));
        Assert.Equal(Guid.Parse("019e16f4-abc0-7901-9c6e-97ad896c94ce"), headers.Get<Guid?>("Id"));
        Assert.Equal("/next?x=1", headers.Get<Uri>("Link")!.OriginalString);
        Assert.Equal(new DateTimeOffset(2026, 5, 11, 14, 13, 14, TimeSpan.Zero), headers.Get<DateTimeOffset?>("Modified"));
        Assert.Equal(TimeSpan.FromHours(2), headers.Get<DateTimeOffset?>("At")!.Value.Offset);
        Assert.Equal(1.10m, headers.Get<decimal?>("Price"));
        Assert.Equal([1, 2, 3], headers.Get<byte[]>("Data"));
        Assert.Equal([1, 2, 3], headers.Get<IReadOnlyList<int>>("List"));
        Assert.Equal(["a", "b"], headers.Get<IReadOnlyList<string>>("Text"));
        Assert.Null(headers.Get<int?>("Bad"));
        Assert.Null(headers.Get<IReadOnlyList<int>>("Bad"));
        Assert.Null(headers.Get<DateTimeOffset?>("Bad"));
        Assert.Null(headers.Get<int?>("none"));
    }

    [Fact]
    public void Attributes_keep_the_status_as_documented()
    {
        Assert.Equal("404", new ApiResultCaseAttribute(404).Status);
        Assert.Equal("4XX", new ApiResultCaseAttribute("4XX").Status);
        Assert.Equal("op", new ApiResultAttribute { Operation = "op" }.Operation);
    }

    [Fact]
    public void Absent_null_and_value_are_distinct()
    {
        Optional<string?> absent = default;
        Optional<string?> none = null;
        Optional<string?> text = "text";
        Optional<int?> number = 5;
        Optional<JsonElement> json = JsonSerializer.SerializeToElement(1);

        Assert.False(absent.HasValue);
        Assert.True(none.HasValue);
        Assert.Null(none.Value);
        Assert.Equal("text", text.Value);
        Assert.Equal(5, number.Value);
        Assert.True(json.HasValue);
        Assert.Throws<InvalidOperationException>(() => absent.Value);
        Assert.Null(absent.GetValueOrDefault());
        Assert.True(absent != none);
        Assert.True(text == new Optional<string?>("text"));
        Assert.NotEqual(absent.GetHashCode(), none.GetHashCode());
        Assert.DoesNotContain("text", text.ToString());
    }

    private abstract class Answer : ApiResult
    {
        private Answer(int statusCode, ApiResponseHeaders? headers)
            : base(statusCode, headers)
        {
        }

        public sealed class Ok(int statusCode) : Answer(statusCode, null);

        public sealed class NotFound(string body, ApiResponseHeaders? headers = null) : Answer(404, headers)
        {
            public string Body { get; } = body;
        }
    }
}
