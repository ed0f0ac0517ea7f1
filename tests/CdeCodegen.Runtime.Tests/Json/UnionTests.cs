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
    [InlineData("""{"c":2,"d":{"a":1}}""", -1)]
    [InlineData("""{"x":[{"a":1,"c":2}]}""", 2)]
    [InlineData("{}", 2)]
    [InlineData("""{"\u0061":1,"c":2}""", 1)]
    [InlineData("1", 4)]
    [InlineData("-1", 4)]
    [InlineData("-9223372036854775808", 4)]
    [InlineData("9223372036854775808", 3)]
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

    private static readonly JsonShape[] s_ruled =
    [
        new(JsonTokens.Object, [], ["t", "v"], new JsonRule("t", JsonTokens.String | JsonTokens.Number | JsonTokens.Boolean, ["a", "1", "true"])),
        new(JsonTokens.Object, [], ["t", "v", "w"], new JsonRule("t", JsonTokens.String, ["b"]), new JsonRule("v", JsonTokens.Object, [])),
        new(JsonTokens.Object, ["f"], ["f"], new JsonRule("f", JsonTokens.String, [], "ipv4")),
        new(JsonTokens.Object, ["f"], ["f"], new JsonRule("f", JsonTokens.String, [], "ipv6")),
        new(JsonTokens.Object, ["f"], ["f"], new JsonRule("f", JsonTokens.String, [], "uuid")),
        new(JsonTokens.Object, ["f"], ["f"], new JsonRule("f", JsonTokens.String, [], "date")),
        new(JsonTokens.Object, ["f"], ["f"], new JsonRule("f", JsonTokens.String, [], "date-time")),
        new(JsonTokens.Object, ["f"], ["f"], new JsonRule("f", JsonTokens.Array, [])),
    ];

    [Theory]
    [InlineData("""{"t":"a"}""", 0)]
    [InlineData("""{"t":1}""", 0)]
    [InlineData("""{"t":true}""", 0)]
    [InlineData("""{"t":"\u0062"}""", 1)]
    [InlineData("""{"t":"c"}""", -1)]
    [InlineData("""{"t":null,"w":1}""", 1)]
    [InlineData("""{"t":"b","v":1}""", -1)]
    [InlineData("""{"t":"b","v":{}}""", 1)]
    [InlineData("""{"f":"10.0.0.1"}""", 2)]
    [InlineData("""{"f":"10"}""", -1)]
    [InlineData("""{"f":"2001:db8::1"}""", 3)]
    [InlineData("""{"f":"1b4e28ba-2fa1-41d2-883f-0016d3cca427"}""", 4)]
    [InlineData("""{"f":"2024-05-06"}""", 5)]
    [InlineData("""{"f":"2024-05-06T07:08:09Z"}""", 6)]
    [InlineData("""{"f":[1]}""", 7)]
    public void Members_exclude_alternatives_that_do_not_allow_their_values(string json, int expected)
    {
        var r = new JsonReader(Encoding.UTF8.GetBytes(json));

        Assert.Equal(expected, JsonValues.Shape(in r, s_ruled));
        Assert.Equal(0, r.Position);
    }

    [Fact]
    public void The_shape_selects_among_some_alternatives()
    {
        var r = new JsonReader("""{"x":1}"""u8.ToArray());

        Assert.Equal(2, JsonValues.Shape(in r, s_shapes, 1, 2));
        Assert.Equal(-1, JsonValues.Shape(in r, s_shapes, 1));
    }

    [Theory]
    [InlineData("""{"a":"x","b":1}""", 0)]
    [InlineData("""{"a":1}""", 1)]
    [InlineData("""{"a":null}""", 0)]
    [InlineData("""{"a":true}""", -1)]
    [InlineData("""{"known":1}""", 2)]
    [InlineData("{}", 0)]
    public void The_first_value_tells_maps_apart(string json, int expected)
    {
        JsonShape[] shapes =
        [
            new(JsonTokens.Object, [], [], new JsonRule("", JsonTokens.String, [])),
            new(JsonTokens.Object, [], [], new JsonRule("", JsonTokens.Number, [])),
            new(JsonTokens.Object, ["known"], ["known"]),
        ];
        var r = new JsonReader(Encoding.UTF8.GetBytes(json));

        Assert.Equal(expected, JsonValues.Shape(in r, shapes));
        Assert.Equal(0, r.Position);
    }

    [Fact]
    public void A_constant_with_another_value_is_malformed()
    {
        var r = new JsonReader("""["a",1,true,null,null,null,"b"]"""u8.ToArray());
        JsonValues.StartArray(ref r);
        JsonValues.NextItem(ref r);
        JsonValues.Constant(ref r, "a");
        JsonValues.NextItem(ref r);
        JsonValues.Constant(ref r, 1);
        JsonValues.NextItem(ref r);
        JsonValues.Constant(ref r, true);
        JsonValues.NextItem(ref r);
        JsonValues.ConstantOrNull(ref r, "a");
        JsonValues.NextItem(ref r);
        JsonValues.ConstantOrNull(ref r, 1);
        JsonValues.NextItem(ref r);
        JsonValues.ConstantOrNull(ref r, true);
        JsonValues.NextItem(ref r);

        int offset = r.Position;
        try
        {
            JsonValues.Constant(ref r, "a");
            Assert.Fail("The value is not the constant.");
        }
        catch (JsonFormatException e)
        {
            Assert.Equal(offset, e.ByteOffset);
            Assert.DoesNotContain("b'", e.Message, StringComparison.Ordinal);
        }
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
