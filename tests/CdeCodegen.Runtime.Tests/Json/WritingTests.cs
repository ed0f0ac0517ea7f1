using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Tests.Json;

/// <summary>The writer writes JSON that System.Text.Json reads with the same values.</summary>
public class WritingTests
{
    private static readonly JsonNames s_names = new("plain", "with-dash", "größe", "quote\"back\\slash", "line\nbreak");

    [Fact]
    public void A_required_member_of_free_form_JSON_without_a_value_is_refused()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Written.BytesBy(w =>
        {
            w.Start();
            w.Element(s_names[1], default(JsonElement));
        }));

        Assert.Contains("\"with-dash\"", exception.Message);
    }

    [Fact]
    public void Random_strings_round_trip()
    {
        var random = new Random(1);
        for (int i = 0; i < 3_000; i++)
        {
            string text = RandomJson.Text(random);
            Assert.Equal(text, JsonSerializer.Deserialize<string>(Written.BytesBy(w => w.String(text))));
        }
    }

    [Fact]
    public void Every_character_round_trips()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            if (!char.IsSurrogate((char)c))
            {
                string text = "a" + (char)c;
                Assert.Equal(text, JsonSerializer.Deserialize<string>(Written.BytesBy(w => w.String(text))));
            }
        }
    }

    [Fact]
    public void Long_strings_are_written_completely()
    {
        var random = new Random(2);
        foreach (int length in new[] { 1, 511, 1023, 1024, 1025, 2048, 5000, 100_000 })
        {
            var text = new StringBuilder();
            while (text.Length < length)
            {
                text.Append(random.Next(3) == 0 ? "😀" : "\u0001");
            }

            string expected = text.ToString();
            Assert.Equal(expected, JsonSerializer.Deserialize<string>(Written.BytesBy(w => w.String(expected))));
            Assert.Equal("x" + expected, JsonSerializer.Deserialize<string>(Written.BytesBy(w => w.String("x" + expected))));
        }
    }

    [Fact]
    public void Only_required_characters_are_escaped()
        => Assert.Equal("\"<a href='x'>&+é😀/\\\"\\\\\\n\\t\\r\\b\\f\\u001f\u007f\"", Written.By(w => w.String("<a href='x'>&+é😀/\"\\\n\t\r\b\f\u001f\u007f")));

    [Fact]
    public void Unpaired_surrogates_throw()
    {
        // Attributes store strings as UTF-8, which would replace an unpaired surrogate.
        foreach (string text in new[] { "\ud83d", "\ude00 first", "a\ud83db", new string('a', 1023) + "\ud83d" + new string('b', 50) })
        {
            Assert.Throws<ArgumentException>(() => Written.By(w => w.String(text)));
            Assert.Throws<ArgumentException>(() => Written.By(w =>
            {
                w.Start();
                w.Name(text);
            }));
        }
    }

    [Fact]
    public void Infinity_and_NaN_throw()
    {
        foreach (double number in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Assert.Throws<ArgumentException>(() => Written.By(w => w.Double(number)));
            Assert.Throws<ArgumentException>(() => Written.By(w => w.Single((float)number)));
        }
    }

    [Fact]
    public void Random_numbers_round_trip()
    {
        var random = new Random(4);
        for (int i = 0; i < 3_000; i++)
        {
            double number = RandomJson.Number(random);
            float single = (float)(random.NextDouble() * Math.Pow(10, random.Next(-30, 30)));
            decimal exact = new(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29));
            long whole = random.NextInt64(long.MinValue, long.MaxValue);
            Assert.Equal(number, JsonSerializer.Deserialize<double>(Written.BytesBy(w => w.Double(number))));
            Assert.Equal(single, JsonSerializer.Deserialize<float>(Written.BytesBy(w => w.Single(single))));
            Assert.Equal(exact, JsonSerializer.Deserialize<decimal>(Written.BytesBy(w => w.Decimal(exact))));
            Assert.Equal(whole, JsonSerializer.Deserialize<long>(Written.BytesBy(w => w.Int64(whole))));
            Assert.Equal((int)whole, JsonSerializer.Deserialize<int>(Written.BytesBy(w => w.Int32((int)whole))));
        }
    }

    [Fact]
    public void Members_of_every_kind_are_written()
    {
        string json = Written.By(w =>
        {
            w.Start();
            w.String(s_names[0], "a");
            w.StringOrNull(s_names[1], null);
            w.Int32(s_names[2], (int?)null);
            w.Int32OrNull(s_names[2], 5);
            w.BooleanOrNull(s_names[3], null);
            w.Boolean(s_names[3], false);
            w.DateOrNull(s_names[4], new DateOnly(2026, 1, 2));
            w.Time(s_names[4], new TimeOnly(1, 2, 3, 450));
            w.Uri(s_names[0], null);
            w.UriOrNull(s_names[0], new Uri("../x?y=\"", UriKind.Relative));
            w.Bytes(s_names[0], [1, 2, 3]);
            w.BytesOrNull(s_names[0], null);
            w.Element(s_names[0], (JsonElement?)default(JsonElement));
            w.Element(s_names[0], null);
            w.Element(s_names[0], JsonSerializer.SerializeToElement(new { a = "<", b = new[] { 1.50m } }));
            w.ElementOrNull(s_names[0], null);
            w.Name("free \"name\"").Start();
            w.End();
            w.StartArray(s_names[0]);
            w.Null();
            w.String(null);
            w.Int32(1);
            w.StartArray();
            w.EndArray();
            w.EndArray();
            w.End();
        });

        Assert.Equal(
            """{"plain":"a","with-dash":null,"größe":5,"quote\"back\\slash":null,"quote\"back\\slash":false,"line\nbreak":"2026-01-02","line\nbreak":"01:02:03.45","plain":"../x?y=\"","plain":"AQID","plain":null,"plain":{"a":"<","b":[1.50]},"plain":null,"free \"name\"":{},"plain":[null,null,1,[]]}""",
            json);
    }

    [Fact]
    public void Lists_of_every_scalar_are_written()
    {
        var time = new DateTimeOffset(2026, 5, 11, 14, 13, 14, TimeSpan.FromHours(2));
        string json = Written.By(w =>
        {
            w.Start();
            w.Strings(s_names[0], ["a", "b\""]);
            w.Booleans(s_names[0], [true]);
            w.Int32s(s_names[0], [1, -2]);
            w.Int64s(s_names[0], [3]);
            w.Singles(s_names[0], [1.5f]);
            w.Doubles(s_names[0], [1e300]);
            w.Decimals(s_names[0], [1.10m]);
            w.Guids(s_names[0], [Guid.Empty]);
            w.DateTimeOffsets(s_names[0], [time]);
            w.Dates(s_names[0], [new DateOnly(2026, 5, 11)]);
            w.Times(s_names[0], [new TimeOnly(1, 2)]);
            w.Uris(s_names[0], [new Uri("a", UriKind.Relative)]);
            w.BytesList(s_names[0], [[1, 2, 3]]);
            w.Elements(s_names[0], [default, JsonSerializer.SerializeToElement("x")]);
            w.Strings(s_names[0], null);
            w.StringsOrNull(s_names[0], null);
            w.Strings(s_names[0], []);
            w.End();
        });

        Assert.Equal(
            """{"plain":["a","b\""],"plain":[true],"plain":[1,-2],"plain":[3],"plain":[1.5],"plain":[1E+300],"plain":[1.10],"plain":["00000000-0000-0000-0000-000000000000"],"plain":["2026-05-11T14:13:14+02:00"],"plain":["2026-05-11"],"plain":["01:02:00"],"plain":["a"],"plain":["AQID"],"plain":[null,"x"],"plain":null,"plain":[]}""",
            json);
    }

    [Fact]
    public void Arbitrary_values_are_written_without_comments()
    {
        using var document = JsonDocument.Parse(
            """{ "a": [1.0, /* two */ 2e2], "b": "\u00e9\/" }""", new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });

        Assert.Equal("""{"a":[1.0,2e2],"b":"é/"}""", Written.By(w => w.Element(document.RootElement)));
    }

    [Fact]
    public void Nesting_is_limited()
    {
        Assert.Equal(256, Written.By(w => Nest(w, 128)).Length);
        Assert.Throws<InvalidOperationException>(() => Written.By(w => Nest(w, 129)));

        static void Nest(JsonWriter w, int depth)
        {
            for (int i = 0; i < depth; i++)
            {
                w.StartArray();
            }

            for (int i = 0; i < depth; i++)
            {
                w.EndArray();
            }
        }
    }

    [Fact]
    public void Large_bodies_are_written_completely()
    {
        string json = Written.By(w =>
        {
            w.StartArray();
            for (int i = 0; i < 50_000; i++)
            {
                w.Int32(i);
            }

            w.EndArray();
        });

        Assert.Equal(Enumerable.Range(0, 50_000), JsonSerializer.Deserialize<int[]>(json));
    }
}
