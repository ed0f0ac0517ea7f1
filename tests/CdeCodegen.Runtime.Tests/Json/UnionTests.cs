using System.Text;

namespace CdeCodegen.Runtime.Tests.Json;

public class UnionTests
{
    private static readonly JsonShape[] s_shapes =
    [
        new(JsonTokens.Object, ["a"], ["a", "b"]),
        new(JsonTokens.Object, ["a", "c"], ["a", "c", "d"]),
        new(JsonTokens.Object, [], ["x", "y", "z"]),
        new(JsonTokens.Number, [], []),
        new(JsonTokens.Integer, [], []),
        new(JsonTokens.String | JsonTokens.Boolean, [], []),
    ];

    [Theory]
    [InlineData("""{"a":1}""", 0)]
    [InlineData("""{"a":1,"b":2}""", 0)]
    [InlineData("""{"a":1,"c":2}""", 1)]
    [InlineData("""{"c":2,"d":{"a":1}}""", 2)]
    [InlineData("""{"x":[{"a":1,"c":2}]}""", 2)]
    [InlineData("{}", 2)]
    [InlineData("""{"\u0061":1,"c":2}""", 1)]
    [InlineData("1", 4)]
    [InlineData("-1", 4)]
    [InlineData("1.0", 4)]
    [InlineData("1.5", 3)]
    [InlineData("1e3", 3)]
    [InlineData("\"text\"", 5)]
    [InlineData("true", 5)]
    [InlineData("[]", -1)]
    public void The_shape_selects_the_alternative(string json, int expected)
    {
        var r = new JsonReader(Encoding.UTF8.GetBytes(json));

        Assert.Equal(expected, JsonValues.Shape(in r, s_shapes));
        Assert.Equal(0, r.Position);
    }

    [Theory]
    [InlineData("""{"kind":"cat"}""", "cat")]
    [InlineData("""{"a":{"kind":"dog"},"kind":"cat","b":[1]}""", "cat")]
    [InlineData("""{"kind":"dog","kind":"cat"}""", "cat")]
    [InlineData("""{"\u006bind":"c\u0061t"}""", "cat")]
    [InlineData("""{"kind":7}""", "7")]
    [InlineData("""{"kind":true}""", "true")]
    [InlineData("""{"kind":null}""", null)]
    [InlineData("""{"kind":{}}""", null)]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    [InlineData("\"kind\"", null)]
    public void The_discriminator_is_read_without_moving(string json, string? expected)
    {
        var r = new JsonReader(Encoding.UTF8.GetBytes(json));

        Assert.Equal(expected, JsonValues.Discriminator(in r, "kind"));
        Assert.Equal(0, r.Position);
    }

    [Theory]
    [InlineData("""{"a":1,"kind":tru}""")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":"\ud83d","\ud83d":1}""")]
    public void Invalid_JSON_in_a_union_has_an_offset(string json)
    {
        JsonFormatException error = Assert.Throws<JsonFormatException>(() =>
        {
            var r = new JsonReader(Encoding.UTF8.GetBytes(json));
            JsonValues.Shape(in r, s_shapes);
        });

        Assert.InRange(error.ByteOffset, 6, json.Length);
    }
}
