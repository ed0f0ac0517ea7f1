using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Tests.Json;

/// <summary>The fast paths of the reader return what the slow ones do: for short and long arrays, runs of white space, texts that repeat, and plain numbers.</summary>
public class FastPathTests
{
    private delegate T Reader<T>(ref JsonReader r);

    [Fact]
    public void Arrays_of_any_length_are_read_whole()
    {
        for (int length = 0; length <= 40; length++)
        {
            int[] numbers = [.. Enumerable.Range(0, length)];
            string[] texts = [.. numbers.Select(number => "text " + number)];
            Assert.Equal(numbers, Read(JsonSerializer.Serialize(numbers), JsonValues.Int32s));
            Assert.Equal(texts, Read(JsonSerializer.Serialize(texts), JsonValues.Strings));
        }
    }

    [Fact]
    public void White_space_of_any_length_is_skipped()
    {
        for (int length = 0; length <= 40; length++)
        {
            string blanks = new(' ', length);
            foreach (string space in new[] { blanks, "\n" + blanks, "\r\n" + blanks, "\t" + blanks + "\n", blanks + "\r\n\t" })
            {
                Assert.Equal([1, 2], Read($"{space}[{space}1{space},{space}2{space}]{space}", JsonValues.Int32s));
                Assert.Throws<JsonFormatException>(() => Read($"[1{space} 2]", JsonValues.Int32s));
                Assert.Throws<JsonFormatException>(() => Read($"[1,{space}\u00a02]", JsonValues.Int32s));
            }
        }
    }

    [Fact]
    public void Texts_are_right_whether_they_repeat_or_not()
    {
        IEnumerable<string> different = Enumerable.Range(0, 300).Select(i => i % 7 == 0 ? $"größe {i} 😀" : $"text number {i}");
        string[] texts = [.. Enumerable.Repeat("open", 100), .. different, .. Enumerable.Repeat("open", 100), .. different, "", new string('x', 200), "\u00ff", "\u0080"];
        string json = JsonSerializer.Serialize(texts, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Equal(texts, Read(json, JsonValues.Strings));
    }

    /// <summary>Pieces in any order make valid and invalid strings of any length, across the limits at which the reader takes other memory.</summary>
    [Fact]
    public void Strings_with_escapes_are_what_Utf8JsonReader_makes_of_them()
    {
        string[] valid =
        [
            "a", "text ", "größe", "😀", new('x', 70), new('y', 1500), "\\n", "\\\"", "\\\\", "\\/", "\\b\\f\\r\\t", "\\u0041", "\\u00fC", "\\u0000", "\\ud83d\\ude00", "\\uD83D\\uDE00",
        ];
        string[] invalid = ["\\", "\\x", "\\u", "\\u12", "\\u00g0", "\\u+041", "\\u 041", "\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\ud83d\\ud83d", "\\ud83dx", "\n", "\0", "\""];
        var random = new Random(11);
        int rejected = 0;
        for (int i = 0; i < 6000; i++)
        {
            var text = new StringBuilder("\\n");
            for (int pieces = random.Next(12); pieces > 0; pieces--)
            {
                string[] kind = random.Next(25) == 0 ? invalid : valid;
                text.Append(kind[random.Next(kind.Length)]);
            }

            rejected += AssertReadAlike($"[\"{text}\", \"next\"]") ? 0 : 1;
        }

        Assert.InRange(rejected, 500, 3000);
        AssertReadAlike($"[\"\\n{new string('z', 600_000)}\\t\"]");
        AssertReadAlike("[\"\\u004");
    }

    /// <summary>Bits, because a decimal keeps its scale and zero its sign.</summary>
    [Fact]
    public void Plain_numbers_are_the_same_bits_as_those_of_Utf8JsonReader()
    {
        var random = new Random(7);
        var numbers = new List<string> { "0", "-0", "0.0", "-0.0", "0.5", "-1", "100", "1.50", "0.000000000000001", "999999999999999", "9999999999999999", "9007199254740993" };
        for (int i = 0; i < 20_000; i++)
        {
            string whole = random.Next(3) == 0 ? "0" : random.NextInt64((long)Math.Pow(10, random.Next(1, 18))).ToString(CultureInfo.InvariantCulture);
            string fraction = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(3) == 0 ? 0 : random.Next(10)));
            numbers.Add((random.Next(2) == 0 ? "-" : "") + whole + (fraction.Length > 0 ? "." + fraction : ""));
        }

        foreach (string number in numbers)
        {
            var expected = new Utf8JsonReader(Encoding.UTF8.GetBytes(number));
            expected.Read();
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected.GetDouble()), BitConverter.DoubleToInt64Bits(Read(number, JsonValues.Double)));
            Assert.Equal(decimal.GetBits(expected.GetDecimal()), decimal.GetBits(Read(number, JsonValues.Decimal)));
        }
    }

    [Theory]
    [InlineData("01")]
    [InlineData("-01.5")]
    [InlineData("1.")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("1.5.2")]
    [InlineData("+1")]
    [InlineData("1x")]
    [InlineData("1.5x")]
    [InlineData("--1")]
    public void Malformed_numbers_are_rejected(string json)
    {
        Assert.Throws<JsonFormatException>(() => Read(json, JsonValues.Double));
        Assert.Throws<JsonFormatException>(() => Read(json, JsonValues.Decimal));
    }

    /// <returns>Whether the JSON is valid.</returns>
    private static bool AssertReadAlike(string json)
    {
        try
        {
            string[] expected = JsonSerializer.Deserialize<string[]>(json)!;
            Assert.Equal(expected, Read(json, JsonValues.Strings));
            return true;
        }
        catch (JsonException)
        {
            Assert.Throws<JsonFormatException>(() => Read(json, JsonValues.Strings));
            return false;
        }
    }

    private static T Read<T>(string json, Reader<T> read)
    {
        var r = new JsonReader(Encoding.UTF8.GetBytes(json));
        T value = read(ref r);
        r.End();
        return value;
    }
}
