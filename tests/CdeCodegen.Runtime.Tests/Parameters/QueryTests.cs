using System.Collections;
using System.Text.Json;

namespace CdeCodegen.Runtime.Tests.Parameters;

/// <summary>Query parameters in all styles of OpenAPI.</summary>
public class QueryTests
{
    private static readonly string[] s_list = ["blue,1", "black&", "bröwn"];
    private static readonly Dictionary<string, object?> s_map = new() { ["R"] = 100, ["G k"] = 2.5, ["B"] = null };

    [Fact]
    public async Task Scalars_are_encoded_and_null_is_omitted()
        => Assert.Equal("?a=x%26y%3Dz&n=5&none-set=&t=2026-05-11T00%3A00%3A00%2B02%3A00&f=1E%2B20", await QueryOf((ref ApiRequest r) =>
        {
            r.Query("skip", (string?)null);
            r.Query("a", "x&y=z");
            r.Query("skip", (int?)null);
            r.Query("n", (int?)5);
            r.Query("none-set", "");
            r.Query("t", (DateTimeOffset?)new DateTimeOffset(2026, 5, 11, 0, 0, 0, TimeSpan.FromHours(2)));
            r.Query("f", 1e20);
            r.Query("skip", (Guid?)null);
            r.Query<JsonElement?>("skip", null);
        }));

    [Fact]
    public async Task Without_values_there_is_no_query() => Assert.Equal("", await QueryOf((ref ApiRequest r) => r.Query("skip", (bool?)null)));

    [Theory]
    [InlineData(ApiParameterStyle.Exploded, "?c=blue%2C1&c=black%26&c=br%C3%B6wn")]
    [InlineData(ApiParameterStyle.Comma, "?c=blue%2C1,black%26,br%C3%B6wn")]
    [InlineData(ApiParameterStyle.Simple, "?c=blue%2C1,black%26,br%C3%B6wn")]
    [InlineData(ApiParameterStyle.Space, "?c=blue%2C1%20black%26%20br%C3%B6wn")]
    [InlineData(ApiParameterStyle.Pipe, "?c=blue%2C1%7Cblack%26%7Cbr%C3%B6wn")]
    [InlineData(ApiParameterStyle.Tab, "?c=blue%2C1%09black%26%09br%C3%B6wn")]
    [InlineData(ApiParameterStyle.DeepObject, "?c%5B0%5D=blue%2C1&c%5B1%5D=black%26&c%5B2%5D=br%C3%B6wn")]
    [InlineData(ApiParameterStyle.Json, "?c=%5B%22blue%2C1%22%2C%22black%26%22%2C%22br%C3%B6wn%22%5D")]
    public async Task Lists_are_formatted_in_every_style(ApiParameterStyle style, string expected)
        => Assert.Equal(expected, await QueryOf((ref ApiRequest r) => r.Query<IReadOnlyList<string>>("c", s_list, style)));

    [Theory]
    [InlineData(ApiParameterStyle.Exploded, "?R=100&G%20k=2.5")]
    [InlineData(ApiParameterStyle.Comma, "?c=R,100,G%20k,2.5")]
    [InlineData(ApiParameterStyle.Space, "?c=R%20100%20G%20k%202.5")]
    [InlineData(ApiParameterStyle.DeepObject, "?c%5BR%5D=100&c%5BG%20k%5D=2.5")]
    [InlineData(ApiParameterStyle.Json, "?c=%7B%22R%22%3A100%2C%22G%20k%22%3A2.5%2C%22B%22%3Anull%7D")]
    public async Task Maps_are_formatted_in_every_style(ApiParameterStyle style, string expected)
        => Assert.Equal(expected, await QueryOf((ref ApiRequest r) => r.Query<IReadOnlyDictionary<string, object?>>("c", s_map, style)));

    [Fact]
    public async Task Empty_collections_are_omitted()
    {
        foreach (ApiParameterStyle style in Enum.GetValues<ApiParameterStyle>().Where(s => s != ApiParameterStyle.Json))
        {
            Assert.Equal("", await QueryOf((ref ApiRequest r) =>
            {
                r.Query<IReadOnlyList<int>>("c", [], style);
                r.Query<IReadOnlyDictionary<string, int>>("c", new Dictionary<string, int>(), style);
                r.Query<IReadOnlyList<int>?>("c", null, style);
            }));
        }
    }

    [Fact]
    public async Task Objects_are_formatted_in_every_style()
    {
        Assert.Equal("?f%5Ba%5D=1&f%5Bb%5D%5Bc%5D=x%26y&f%5Bb%5D%5Bd%5D%5B0%5D=true&f%5Bb%5D%5Bd%5D%5B1%5D=false", await ObjectIn(ApiParameterStyle.DeepObject));
        Assert.Equal("?a=1&b=%7B%22c%22%3A%22x%26y%22%2C%22d%22%3A%5Btrue%2Cfalse%5D%7D", await ObjectIn(ApiParameterStyle.Exploded));
        Assert.Equal("?f=%7B%22a%22%3A1%2C%22b%22%3A%7B%22c%22%3A%22x%26y%22%2C%22d%22%3A%5Btrue%2Cfalse%5D%7D%2C%22n%22%3Anull%7D", await ObjectIn(ApiParameterStyle.Json));

        static Task<string> ObjectIn(ApiParameterStyle style) => QueryOf((ref ApiRequest r) =>
        {
            JsonWriter w = r.StartJson();
            w.Start();
            w.Name("a").Int32(1);
            w.Name("b").Start();
            w.Name("c").String("x&y");
            w.Name("d").Booleans([true, false]);
            w.End();
            w.Name("n").Null();
            w.End();
            r.QueryJson("f", w, style);
        });
    }

    [Fact]
    public async Task Reserved_characters_can_stay_but_never_end_the_parameter()
        => Assert.Equal("?u=https://x/y?z=%C3%A4%20%26a%23%2B%5B%5D%2Fdone", await QueryOf((ref ApiRequest r) =>
            r.Query("u", "https://x/y?z=ä &a#+[]%2Fdone", ApiParameterStyle.Exploded, allowReserved: true)));

    [Fact]
    public async Task Dictionaries_of_other_types_are_maps()
    {
        Assert.Equal("?m=a,1", await QueryOf((ref ApiRequest r) => r.Query<IReadOnlyDictionary<string, int>>("m", new OwnMap(), ApiParameterStyle.Comma)));
        Assert.Equal("?l=1&l=2", await QueryOf((ref ApiRequest r) => r.Query("l", Enumerable.Range(1, 2))));
    }

    [Fact]
    public async Task Long_URLs_are_complete()
    {
        string value = new('x', 100_000);
        Assert.Equal("?v=" + value, await QueryOf((ref ApiRequest r) => r.Query("v", value)));
    }

    [Fact]
    public async Task Unsupported_parameter_types_throw()
        => await Assert.ThrowsAsync<NotSupportedException>(() => QueryOf((ref ApiRequest r) => r.Query("v", new object())));

    private static async Task<string> QueryOf(TestApi.FillRequest fill)
    {
        string url = (await TestApi.Sent(fill)).Url;
        Assert.StartsWith("https://api.example.com/v1/things", url);
        return url["https://api.example.com/v1/things".Length..];
    }

    private sealed class OwnMap : IReadOnlyDictionary<string, int>
    {
        public int Count => 1;

        public IEnumerable<string> Keys => ["a"];

        public IEnumerable<int> Values => [1];

        public int this[string key] => 1;

        public bool ContainsKey(string key) => true;

        public bool TryGetValue(string key, out int value)
        {
            value = 1;
            return true;
        }

        public IEnumerator<KeyValuePair<string, int>> GetEnumerator()
        {
            yield return new("a", 1);
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
