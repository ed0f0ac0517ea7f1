using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Tests.Json;

/// <summary>Which scalar values are read or rejected, and the error messages.</summary>
public class ScalarTests
{
    private delegate T Reader<T>(ref JsonReader r);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("1.0", 1)]
    [InlineData("1.000", 1)]
    [InlineData("1e3", 1000)]
    [InlineData("12.5e1", 125)]
    [InlineData("100e-2", 1)]
    [InlineData("0e999", 0)]
    [InlineData("0.000e-999", 0)]
    [InlineData("1000000000000000000000000000000000000000e-39", 1)]
    [InlineData("-1.20e1", -12)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2147483647.0", int.MaxValue)]
    public void Integers_are_read_in_any_spelling(string json, int expected) => Assert.Equal(expected, Read(json, JsonValues.Int32));

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("1.5")]
    [InlineData("1e10")]
    [InlineData("1e400")]
    [InlineData("1e-999")]
    [InlineData("1e-30")]
    [InlineData("0.0000000000000000000000000000000000001")]
    [InlineData("1e99999999999999")]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("123456789012345678901234567890123456789012345")]
    [InlineData("40000000000000000000000000000000000000")]
    [InlineData("4e38")]
    public void Numbers_that_are_not_32_bit_integers_are_rejected(string json)
        => Assert.Equal("the value is not a 32-bit integer", ReadError(json, JsonValues.Int32));

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("999999999999999999", 999999999999999999)]
    [InlineData("1000000000000000000", 1000000000000000000)]
    [InlineData("9007199254740993.0", 9007199254740993)]
    public void Long_integers_are_read_exactly(string json, long expected) => Assert.Equal(expected, Read(json, JsonValues.Int64));

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("1e19")]
    public void Numbers_that_are_not_64_bit_integers_are_rejected(string json)
        => Assert.Equal("the value is not a 64-bit integer", ReadError(json, JsonValues.Int64));

    [Fact]
    public void Fractional_numbers_out_of_range_are_rejected()
    {
        Assert.Equal("the value is not within the range of double precision", ReadError("1e309", JsonValues.Double));
        Assert.Equal("the value is not within the range of single precision", ReadError("1e39", JsonValues.Single));
        Assert.Equal("the value is not within the range and precision of a decimal", ReadError("1e29", JsonValues.Decimal));
        Assert.Equal(double.MaxValue, Read("1.7976931348623157E+308", JsonValues.Double));
        Assert.Equal(0.1m, Read("0.1", JsonValues.Decimal));
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-7.9228162514264337593543950335")]
    [InlineData("1e28")]
    [InlineData("1e-28")]
    [InlineData("100000000000000000000000000000e-29")]
    [InlineData("0.1000000000000000000000000000000000000000")]
    [InlineData("0e-99")]
    [InlineData("0.00000000000000000000000000000000000000")]
    public void Decimals_are_read_exactly(string json)
        => Assert.Equal(decimal.Parse(json, NumberStyles.Float, CultureInfo.InvariantCulture), Read(json, JsonValues.Decimal));

    [Theory]
    [InlineData("3.14159265358979323846264338327950288")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("7.92281625142643375935439503351")]
    [InlineData("1e-29")]
    [InlineData("1e-999")]
    [InlineData("123456789012345678901234567890123456789012345")]
    public void Decimals_that_would_lose_digits_are_rejected(string json)
        => Assert.Equal("the value is not within the range and precision of a decimal", ReadError(json, JsonValues.Decimal));

    [Fact]
    public void Fractional_numbers_that_would_become_zero_are_rejected()
    {
        Assert.Equal("the value is not within the range of double precision", ReadError("1e-999", JsonValues.Double));
        Assert.Equal("the value is not within the range of single precision", ReadError("1e-60", JsonValues.Single));
        Assert.Equal(0, Read("0e-999", JsonValues.Double));
        Assert.Equal(0, Read("-0.000", JsonValues.Single));
        Assert.Equal(5e-324, Read("5e-324", JsonValues.Double));
    }

    [Fact]
    public void Integers_agree_with_arbitrary_precision_arithmetic()
    {
        var random = new Random(15);
        for (int i = 0; i < 20_000; i++)
        {
            int exponent = random.Next(-25, 25);
            BigInteger digits = new BigInteger(random.NextInt64() >> random.Next(63)) * BigInteger.Pow(10, random.Next(12));
            string sign = random.Next(2) == 0 ? "-" : "";
            var scale = BigInteger.Pow(10, Math.Abs(exponent));
            BigInteger value = (exponent < 0 ? digits / scale : digits * scale) * (sign == "-" ? -1 : 1);
            bool isInteger = exponent >= 0 || digits % scale == 0;
            string json = $"{sign}{digits}e{exponent}";
            if (isInteger && value >= long.MinValue && value <= long.MaxValue)
            {
                Assert.Equal((long)value, Read(json, JsonValues.Int64));
            }
            else
            {
                ReadError(json, JsonValues.Int64);
            }
        }
    }

    [Theory]
    [InlineData("{}", "an object")]
    [InlineData("[]", "an array")]
    [InlineData("\"1\"", "a string")]
    [InlineData("true", "a boolean")]
    [InlineData("null", "null")]
    public void Errors_name_the_expected_and_the_actual_kind(string json, string found)
    {
        Assert.Equal($"expected a number but found {found}", ReadError(json, JsonValues.Int32));
        Assert.Equal($"expected a number but found {found}", ReadError(json, JsonValues.Double));
        if (found != "a string")
        {
            Assert.Equal($"expected a string but found {found}", ReadError(json, JsonValues.String));
            Assert.Equal($"expected a UUID but found {found}", ReadError(json, JsonValues.Guid));
            Assert.Equal($"expected a date-time but found {found}", ReadError(json, JsonValues.DateTimeOffset));
            Assert.Equal($"expected base64 but found {found}", ReadError(json, JsonValues.Bytes));
        }

        if (found != "a boolean")
        {
            Assert.Equal($"expected a boolean but found {found}", ReadError(json, JsonValues.Boolean));
        }

        if (found != "an array")
        {
            Assert.Equal($"expected an array but found {found}", ReadError(json, JsonValues.Strings));
        }

        if (found != "an object")
        {
            Assert.Equal($"expected an object but found {found}", ReadError(json, (ref JsonReader r) => new Thing(ref r)));
        }
    }

    [Fact]
    public void Null_is_read_where_it_is_allowed()
    {
        Assert.Null(Read("null", JsonValues.StringOrNull));
        Assert.Null(Read("null", JsonValues.Int32OrNull));
        Assert.Null(Read("null", JsonValues.BytesOrNull));
        Assert.Null(Read("null", JsonValues.ElementOrNull));
        Assert.Equal(JsonValueKind.Null, Read("null", JsonValues.Element).ValueKind);
    }

    [Theory]
    [InlineData("019e16f4-abc0-7901-9c6e-97ad896c94ce")]
    [InlineData("019E16F4-ABC0-7901-9C6E-97AD896C94CE")]
    [InlineData("019e16f4abc079019c6e97ad896c94ce")]
    [InlineData("\\u0030\\u0031\\u0039e16f4-abc0-7901-9c6e-97ad896c94ce")]
    public void UUIDs_are_read_with_and_without_hyphens(string text) => Assert.Equal(Guid.Parse("019e16f4-abc0-7901-9c6e-97ad896c94ce"), Read($"\"{text}\"", JsonValues.Guid));

    [Theory]
    [InlineData("")]
    [InlineData("019e16f4-abc0-7901-9c6e-97ad896c94c")]
    [InlineData("019e16f4-abc0-7901-9c6e-97ad896c94ce0")]
    [InlineData("{019e16f4-abc0-7901-9c6e-97ad896c94ce}")]
    [InlineData(" 019e16f4-abc0-7901-9c6e-97ad896c94ce")]
    [InlineData("019e16f4-abc0-7901-9c6e-97ad896c94ce\\n")]
    [InlineData("0x9e16f4-abc0-7901-9c6e-97ad896c94ce")]
    public void Invalid_UUIDs_are_rejected(string text) => Assert.Equal("the string is not a UUID", ReadError($"\"{text}\"", JsonValues.Guid));

    [Theory]
    [InlineData("", "")]
    [InlineData("AQID", "010203")]
    [InlineData("+/8=", "FBFF")]
    [InlineData("-_8=", "FBFF")]
    [InlineData("-_8", "FBFF")]
    [InlineData("+\\/8", "FBFF")]
    public void Base64_and_its_variants_are_decoded(string text, string hex) => Assert.Equal(hex, Convert.ToHexString(Read($"\"{text}\"", JsonValues.Bytes)));

    [Fact]
    public void Invalid_base64_is_rejected() => Assert.Equal("the string is not base64", ReadError("\"a?b\"", JsonValues.Bytes));

    [Fact]
    public void URIs_keep_their_text()
    {
        Assert.Equal("https://example.com/a b?q=ü", Read("\"https://example.com/a b?q=ü\"", JsonValues.Uri).OriginalString);
        Assert.False(Read("\"../up\"", JsonValues.Uri).IsAbsoluteUri);
        Assert.Equal("the string is not a URI", ReadError("\"http://\"", JsonValues.Uri));
    }

    [Theory]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"\\ude00\"")]
    [InlineData("\"\\uD83Dx\"")]
    public void Unpaired_surrogates_are_rejected(string json)
    {
        const string Message = "a string contains an unpaired surrogate";
        Assert.Equal(Message, ReadError(json, JsonValues.String));
        Assert.Equal(Message, ReadError($"[{json}]", JsonValues.Element));
        Assert.Equal(Message, ReadError($$"""{{{json}}:1}""", JsonValues.Element));
        Assert.Equal(Message, ReadError($$"""{{{json}}:1}""", (ref JsonReader r) => AnyJson.Read(ref r)));
    }

    [Fact]
    public void Surrogate_pairs_are_read() => Assert.Equal("😀", Read("[\"\\ud83d\\ude00\"]", JsonValues.Element)[0].GetString());

    [Fact]
    public void Empty_lists_share_one_instance()
    {
        Assert.Same(Read("[]", JsonValues.Strings), Read("[ ]", JsonValues.Strings));
        Assert.Same(Read("[]", JsonValues.Elements), Read("[\n]", JsonValues.Elements));
    }

    [Fact]
    public void Lists_of_every_scalar_are_read()
    {
        Assert.Equal(["a", "b"], Read("""["a","b"]""", JsonValues.Strings));
        Assert.Equal([true, false], Read("[true , false]", JsonValues.Booleans));
        Assert.Equal(Enumerable.Range(0, 1000), Read("[" + string.Join(',', Enumerable.Range(0, 1000)) + "]", JsonValues.Int32s));
        Assert.Equal([1L << 40], Read("[1099511627776]", JsonValues.Int64s));
        Assert.Equal([1.5f], Read("[1.5]", JsonValues.Singles));
        Assert.Equal([-2.5e-3], Read("[-2.5e-3]", JsonValues.Doubles));
        Assert.Equal([0.10m], Read("[0.10]", JsonValues.Decimals));
        Assert.Equal([Guid.Empty], Read($"[\"{Guid.Empty}\"]", JsonValues.Guids));
        Assert.Equal([new DateTimeOffset(2026, 5, 11, 14, 13, 14, TimeSpan.FromHours(2))], Read("""["2026-05-11T14:13:14+02:00"]""", JsonValues.DateTimeOffsets));
        Assert.Equal([new DateOnly(2026, 5, 11)], Read("""["2026-05-11"]""", JsonValues.Dates));
        Assert.Equal([new TimeOnly(14, 13)], Read("""["14:13"]""", JsonValues.Times));
        Assert.Equal([new Uri("a", UriKind.Relative)], Read("""["a"]""", JsonValues.Uris));
        Assert.Equal([1, 2, 3], Assert.Single(Read("""["AQID"]""", JsonValues.BytesList)));
        Assert.Equal(2, Read("""[{"a":1},null]""", JsonValues.Elements).Count);
        Assert.Equal("expected a string but found null", ReadError("""["a",null]""", JsonValues.Strings));
    }

    private static T Read<T>(string json, Reader<T> read)
    {
        var r = new JsonReader(Encoding.UTF8.GetBytes(json));
        T value = read(ref r);
        r.End();
        return value;
    }

    private static string ReadError<T>(string json, Reader<T> read) => Assert.Throws<JsonFormatException>(() => Read(json, read)).Message;
}
