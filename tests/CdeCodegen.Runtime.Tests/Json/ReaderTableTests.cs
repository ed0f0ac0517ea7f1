using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Tests.Json;

/// <summary>Every reader of a scalar: its value, null, what it says of another kind, and lists.</summary>
public class ReaderTableTests
{
    private static readonly JsonNames s_names = new("plain");

    private delegate T Reader<T>(ref JsonReader r);

    [Fact]
    public void Each_reader_with_null_reads_both()
    {
        Nullable("true", true, JsonValues.BooleanOrNull);
        Nullable("-5", -5, JsonValues.Int32OrNull);
        Nullable("-5000000000", -5_000_000_000, JsonValues.Int64OrNull);
        Nullable("1.5", 1.5f, JsonValues.SingleOrNull);
        Nullable("1e300", 1e300, JsonValues.DoubleOrNull);
        Nullable("1.10", 1.10m, JsonValues.DecimalOrNull);
        Nullable("\"019e16f4-abc0-7901-9c6e-97ad896c94ce\"", new Guid("019e16f4-abc0-7901-9c6e-97ad896c94ce"), JsonValues.GuidOrNull);
        Nullable("\"2026-05-11T14:13:14+02:00\"", new DateTimeOffset(2026, 5, 11, 14, 13, 14, TimeSpan.FromHours(2)), JsonValues.DateTimeOffsetOrNull);
        Nullable("\"2026-05-11\"", new DateOnly(2026, 5, 11), JsonValues.DateOrNull);
        Nullable("\"01:02:03\"", new TimeOnly(1, 2, 3), JsonValues.TimeOrNull);
        Nullable("\"2026-05-11T14:13:14\"", new DateTime(2026, 5, 11, 14, 13, 14), JsonValues.DateTimeOrNull);
        Nullable("\"1.02:03:04\"", new TimeSpan(1, 2, 3, 4), JsonValues.TimeSpanOrNull);
        Nullable("5", 5, JsonValues.Int32OrTextOrNull);
        Nullable("\"5\"", 5L, JsonValues.Int64OrTextOrNull);
        Nullable("\"1e3\"", 1e3, JsonValues.DoubleOrTextOrNull);
        Nullable("\"1.50\"", 1.50m, JsonValues.DecimalOrTextOrNull);
        Assert.Equal(new Uri("a", UriKind.Relative), Read("\"a\"", JsonValues.UriOrNull));
        Assert.Null(Read("null", JsonValues.UriOrNull));
        Assert.Equal([1, 2, 3], Read("\"AQID\"", JsonValues.BytesOrNull)!);
        Assert.Null(Read("null", JsonValues.BytesOrNull));
        Assert.Equal("a", Read("\"a\"", JsonValues.StringOrNull));
        Assert.Null(Read("null", JsonValues.StringOrNull));
        Assert.Equal(JsonValueKind.Null, Read("null", JsonValues.Element).ValueKind);
        Assert.Equal("1.0", Read("1.0", JsonValues.Element).GetRawText());
    }

    [Fact]
    public void Each_reader_says_what_it_expects()
    {
        Refuses("a boolean", JsonValues.Boolean);
        Refuses("a string", JsonValues.String);
        Refuses("a string or null", JsonValues.StringOrNull);
        Refuses("a date-time", JsonValues.DateTimeOffset);
        Refuses("a date", JsonValues.Date);
        Refuses("a time", JsonValues.Time);
        Refuses("a date-time", JsonValues.DateTime);
        Refuses("a span of time", JsonValues.TimeSpan);
        Refuses("an array", JsonValues.Strings);
        Refuses("a number", JsonValues.Double);
    }

    [Fact]
    public void Text_that_is_no_value_of_the_type_is_refused()
    {
        foreach (string json in new[] { "\"1.02:03:04x\"", "\"\"", "\"PT1H\"", "\"24:00:00:00:00\"" })
        {
            Assert.Throws<JsonFormatException>(() => Read(json, JsonValues.TimeSpan));
        }

        foreach (string json in new[] { "\"2026-05-11x\"", "\"tomorrow\"", "\"\"" })
        {
            Assert.Throws<JsonFormatException>(() => Read(json, JsonValues.Date));
            Assert.Throws<JsonFormatException>(() => Read(json, JsonValues.DateTime));
            Assert.Throws<JsonFormatException>(() => Read(json, JsonValues.DateTimeOffset));
            Assert.Throws<JsonFormatException>(() => Read(json, JsonValues.Time));
        }
    }

    [Fact]
    public void Numbers_are_read_from_numbers_and_from_text()
    {
        Assert.Equal(5, Read("5", JsonValues.Int32OrText));
        Assert.Equal(-5, Read("\"-5\"", JsonValues.Int32OrText));
        Assert.Equal(5_000_000_000, Read("5000000000", JsonValues.Int64OrText));
        Assert.Equal(5_000_000_000, Read("\"5000000000\"", JsonValues.Int64OrText));
        Assert.Equal(0.5, Read("0.5", JsonValues.DoubleOrText));
        Assert.Equal(0.5, Read("\"0.5\"", JsonValues.DoubleOrText));
        Assert.Equal(0.50m, Read("0.50", JsonValues.DecimalOrText));
        Assert.Equal(0.50m, Read("\"0.50\"", JsonValues.DecimalOrText));
        Assert.Equal(double.NaN, Read("\"NaN\"", JsonValues.DoubleOrText));
        Assert.Equal(double.PositiveInfinity, Read("\"Infinity\"", JsonValues.DoubleOrText));
        Assert.Equal(double.NegativeInfinity, Read("\"-Infinity\"", JsonValues.DoubleOrText));
        RefusesText("a 32-bit integer", JsonValues.Int32OrText);
        RefusesText("a 64-bit integer", JsonValues.Int64OrText);
        RefusesText("a number of double precision", JsonValues.DoubleOrText);
        RefusesText("a decimal number", JsonValues.DecimalOrText);

        static void RefusesText<T>(string expected, Reader<T> read)
        {
            foreach (string json in new[] { "\"\"", "\" 5\"", "\"5 \"", "\"5x\"", "\"x\"", "\"null\"" })
            {
                JsonFormatException error = Assert.Throws<JsonFormatException>(() => Read("  " + json, read));
                Assert.Equal("the string is not " + expected, error.Message);
                Assert.Equal(2, error.ByteOffset);
            }
        }
    }

    [Fact]
    public void Lists_of_times_are_read()
    {
        Assert.Equal([new DateTime(2026, 5, 11), new DateTime(1, 1, 1)], Read("[\"2026-05-11T00:00:00\",\"0001-01-01T00:00:00\"]", JsonValues.DateTimes));
        Assert.Equal([TimeSpan.FromHours(1), TimeSpan.Zero], Read("[\"01:00:00\",\"00:00:00\"]", JsonValues.TimeSpans));
        Assert.Empty(Read("[]", JsonValues.DateTimes));
        Assert.Empty(Read("[ ]", JsonValues.TimeSpans));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    [InlineData(128 * 1024)]
    [InlineData((128 * 1024) + 1)]
    public void Lists_of_any_length_are_complete(int length)
    {
        string json = "[" + string.Join(',', Enumerable.Range(0, length)) + "]";

        Assert.Equal(Enumerable.Range(0, length), Read(json, JsonValues.Int32s));
        Assert.Equal(Enumerable.Range(0, length), Read(json, JsonValues.Int32s));
    }

    [Fact]
    public void Constants_are_compared()
    {
        Accepts("\"a\"", static (ref JsonReader r) => JsonValues.Constant(ref r, "a"), nullIsRead: false);
        Accepts("7", static (ref JsonReader r) => JsonValues.Constant(ref r, 7), nullIsRead: false);
        Accepts("true", static (ref JsonReader r) => JsonValues.Constant(ref r, true), nullIsRead: false);
        Accepts("7", static (ref JsonReader r) => JsonValues.Constant(ref r, 7d), nullIsRead: false);
        Accepts("7", static (ref JsonReader r) => JsonValues.Constant(ref r, 7.0m), nullIsRead: false);
        Accepts("7", static (ref JsonReader r) => JsonValues.ConstantOrNull(ref r, 7d), nullIsRead: true);
        Accepts("7", static (ref JsonReader r) => JsonValues.ConstantOrNull(ref r, 7.0m), nullIsRead: true);
        Accepts("\"a\"", static (ref JsonReader r) => JsonValues.ConstantOrNull(ref r, "a"), nullIsRead: true);
        Accepts("7", static (ref JsonReader r) => JsonValues.ConstantOrNull(ref r, 7), nullIsRead: true);
        Accepts("true", static (ref JsonReader r) => JsonValues.ConstantOrNull(ref r, true), nullIsRead: true);

        static void Accepts(string json, Constant read, bool nullIsRead)
        {
            Assert.Null(Error(json, read));
            foreach (string other in new[] { "\"b\"", "8", "false" })
            {
                Assert.NotNull(Error(other, read));
            }

            string same = json switch { "7" => "8", "true" => "false", _ => "\"b\"" };
            Assert.Equal("the value is not the documented constant", Error(same, read)!.Message);
            Assert.Equal(nullIsRead, Error("null", read) is null);
        }

        static JsonFormatException? Error(string json, Constant read) => Record.Exception(() =>
        {
            var r = new JsonReader(Encoding.UTF8.GetBytes(json));
            read(ref r);
            r.End();
        }) as JsonFormatException;
    }

    private delegate void Constant(ref JsonReader r);

    [Theory]
    [InlineData("[1", "it is not valid JSON: it ends too early", 2)]
    [InlineData("[1,", "it is not valid JSON: it ends too early", 3)]
    [InlineData("[1;", "it is not valid JSON", 2)]
    [InlineData("{\"a\":1", "it is not valid JSON: it ends too early", 6)]
    [InlineData("{\"a\" 1}", "it is not valid JSON", 5)]
    [InlineData("\"a", "it is not valid JSON: it ends too early", 2)]
    [InlineData("{\"a\":{\"b\":tru}}", "it is not valid JSON", 13)]
    public void Invalid_JSON_is_told_from_JSON_that_ends_early(string json, string message, int offset)
    {
        JsonFormatException error = Assert.Throws<JsonFormatException>(() => AnyJson.Read(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(message, error.Message);
        Assert.Equal(offset, error.ByteOffset);
    }

    [Fact]
    public void Numbers_that_JSON_has_none_for_are_written_as_text()
    {
        Assert.Equal("[\"NaN\",\"Infinity\",\"-Infinity\",0.5]", Written.By(w =>
        {
            w.StartArray();
            w.DoubleOrText(double.NaN);
            w.DoubleOrText(double.PositiveInfinity);
            w.DoubleOrText(double.NegativeInfinity);
            w.DoubleOrText(0.5);
            w.EndArray();
        }));
    }

    [Fact]
    public void Members_with_and_without_a_value_of_their_own_are_written()
    {
        var others = new Dictionary<string, JsonElement> { ["x"] = JsonSerializer.SerializeToElement(1), ["y\""] = JsonSerializer.SerializeToElement("z") };

        Assert.Equal("{\"plain\":null,\"plain\":[],\"x\":1,\"y\\\"\":\"z\"}", Written.By(w =>
        {
            w.Start();
            Assert.False(w.NotNull(s_names[0], null));
            Assert.True(w.NotNull(s_names[0], new object()));
            w.StartArray();
            w.EndArray();
            w.Others(others);
            w.End();
        }));
    }

    private static T Read<T>(string json, Reader<T> read)
    {
        var r = new JsonReader(Encoding.UTF8.GetBytes(json));
        T value = read(ref r);
        r.End();
        return value;
    }

    private static void Nullable<T>(string json, T expected, Reader<T?> read)
        where T : struct
    {
        Assert.Equal(expected, Read(json, read));
        Assert.Null(Read("null", read));
    }

    private static void Refuses<T>(string expected, Reader<T> read)
    {
        JsonFormatException error = Assert.Throws<JsonFormatException>(() => Read("{}", read));

        Assert.Contains(expected + " but", error.Message);
    }
}
