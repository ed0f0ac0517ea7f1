using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Tests.Json;

/// <summary>The reader accepts and rejects the same JSON as System.Text.Json, and returns the same values.</summary>
public class GrammarTests
{
    private static readonly string[] s_seeds =
    [
        """{"a":1,"b":[true,false,null],"c":{"d":"text","e":-0.5e3}}""",
        """ [ 1 , 2.50 , -3 , 0 , 1e5 , "\u00e9\n\"" , { } , [ ] , {"":""} ] """,
        """"plain text"""",
        """{"name":"Größe ✓ 😀","n":123456789012345678901234567890,"escaped\/name":"\ud83d\ude00"}""",
        "{\n  \"a\" : [\n    {\"x\":1},\r\n\t{\"x\":2}\n  ]\n}",
        "12",
        "null",
        "true",
    ];

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("{]")]
    [InlineData("[}")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1 2]")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{,\"a\":1}")]
    [InlineData("{\"a\":1 \"b\":2}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{a:1}")]
    [InlineData("{'a':1}")]
    [InlineData("{1:1}")]
    [InlineData("{null:1}")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("-01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("+1")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("tru")]
    [InlineData("truex")]
    [InlineData("nul")]
    [InlineData("nullx")]
    [InlineData("[nullnull]")]
    [InlineData("\"")]
    [InlineData("\"abc")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"a\tb\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\")]
    [InlineData("1 2")]
    [InlineData("{}{}")]
    [InlineData("[1]//comment")]
    [InlineData("/**/1")]
    [InlineData("\v1")]
    [InlineData("1\0")]
    [InlineData("\u00a01")]
    public void Invalid_JSON_is_rejected(string text)
    {
        Assert.False(LibraryTakes(Encoding.UTF8.GetBytes(text)));
        Assert.Throws<JsonFormatException>(() => AnyJson.Read(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Damaged_documents_are_accepted_or_rejected_as_by_System_Text_Json()
    {
        var random = new Random(20260511);
        const string Noise = "{}[]:,\"\\ \n\t0123456789-+.eEtrufalsn/u";
        int taken = 0;
        for (int i = 0; i < 40_000; i++)
        {
            var text = new StringBuilder(s_seeds[random.Next(s_seeds.Length)]);
            for (int damage = random.Next(1, 4); damage > 0 && text.Length > 0; damage--)
            {
                int at = random.Next(text.Length);
                switch (random.Next(3))
                {
                    case 0: text.Remove(at, 1); break;
                    case 1: text.Insert(at, Noise[random.Next(Noise.Length)]); break;
                    default: text[at] = Noise[random.Next(Noise.Length)]; break;
                }
            }

            string json = text.ToString();
            if (!IsText(json))
            {
                continue;
            }

            byte[] bytes = Encoding.UTF8.GetBytes(json);
            if (Reads(bytes, out object? value))
            {
                taken++;
                Assert.True(LibraryTakes(bytes), json);
                using var document = JsonDocument.Parse(bytes);
                AssertSame(document.RootElement, value, json);
            }
            else
            {
                // System.Text.Json keeps numbers as text, so it accepts numbers that no double can hold.
                Assert.True(!LibraryTakes(bytes) || HasHugeNumber(bytes) || HasBadEscape(bytes), json);
            }
        }

        Assert.InRange(taken, 1_000, 39_000);
    }

    [Fact]
    public void Random_documents_have_the_same_values_as_in_System_Text_Json()
    {
        var random = new Random(7);
        for (int i = 0; i < 500; i++)
        {
            var options = new JsonSerializerOptions { WriteIndented = i % 2 == 0 };
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(RandomJson.Value(random, depth: 5), options);
            using var document = JsonDocument.Parse(json);
            AssertSame(document.RootElement, AnyJson.Read(json), Encoding.UTF8.GetString(json));
        }
    }

    [Fact]
    public void Repeated_strings_of_a_large_body_are_one_instance()
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? "created" : "gelöscht " + (i % 6)));

        var items = (List<object?>)AnyJson.Read(json)!;

        Assert.Equal(400, items.Count);
        Assert.Equal("gelöscht 3", items[399]);
        Assert.Same(items[0], items[398]);
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Nesting_is_limited(int depth, bool isTaken)
    {
        byte[] arrays = Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));
        byte[] objects = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string('}', depth - 1));

        Assert.Equal(isTaken, Reads(arrays, out _));
        Assert.Equal(isTaken, Reads(objects, out _));
    }

    [Fact]
    public void Nesting_is_limited_inside_kept_and_skipped_values()
    {
        string deep = new string('[', 127) + new string(']', 127);

        Assert.Equal(JsonValueKind.Array, ReadExtra($$"""{"id":"{{Guid.Empty}}","name":"","extra":{{deep}}}""").ValueKind);
        Assert.Throws<JsonFormatException>(() => ReadExtra($$"""{"id":"{{Guid.Empty}}","name":"","extra":[{{deep}}]}"""));
        Assert.Throws<JsonFormatException>(() => ReadExtra($$"""{"id":"{{Guid.Empty}}","name":"","unknown":[{{deep}}]}"""));
    }

    private static JsonElement ReadExtra(string json)
    {
        var r = new JsonReader(Encoding.UTF8.GetBytes(json));
        return new Thing(ref r).Extra!.Value;
    }

    private static bool Reads(byte[] json, out object? value)
    {
        try
        {
            value = AnyJson.Read(json);
            return true;
        }
        catch (JsonFormatException)
        {
            value = null;
            return false;
        }
    }

    private static bool LibraryTakes(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasHugeNumber(byte[] json) => Tokens(json, (ref Utf8JsonReader r)
        => r.TokenType == JsonTokenType.Number && (!r.TryGetDouble(out double number) || !double.IsFinite(number)));

    private static bool HasBadEscape(byte[] json) => Tokens(json, (ref Utf8JsonReader r) =>
    {
        try
        {
            _ = r.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? r.GetString() : null;
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    });

    private static bool Tokens(byte[] json, TokenTest test)
    {
        var r = new Utf8JsonReader(json);
        while (r.Read())
        {
            if (test(ref r))
            {
                return true;
            }
        }

        return false;
    }

    private delegate bool TokenTest(ref Utf8JsonReader r);

    /// <summary>Damage can split a surrogate pair of the text, which then cannot be encoded as UTF-8.</summary>
    private static bool IsText(string text)
    {
        try
        {
            new UTF8Encoding(false, true).GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private static void AssertSame(JsonElement expected, object? actual, string json)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Dictionary<string, object?> map = Assert.IsType<Dictionary<string, object?>>(actual);
                var members = new Dictionary<string, JsonElement>();
                foreach (JsonProperty property in expected.EnumerateObject())
                {
                    members[property.Name] = property.Value;
                }

                Assert.Equal(members.Keys.Order(StringComparer.Ordinal), map.Keys.Order(StringComparer.Ordinal));
                foreach ((string name, JsonElement value) in members)
                {
                    AssertSame(value, map[name], json);
                }

                break;
            case JsonValueKind.Array:
                List<object?> list = Assert.IsType<List<object?>>(actual);
                Assert.Equal(expected.GetArrayLength(), list.Count);
                for (int i = 0; i < list.Count; i++)
                {
                    AssertSame(expected[i], list[i], json);
                }

                break;
            case JsonValueKind.String:
                Assert.Equal(expected.GetString(), actual);
                break;
            case JsonValueKind.Number:
                Assert.Equal(expected.GetDouble(), actual);
                break;
            case JsonValueKind.Null:
                Assert.Null(actual);
                break;
            default:
                Assert.Equal(expected.GetBoolean(), actual);
                break;
        }
    }
}
