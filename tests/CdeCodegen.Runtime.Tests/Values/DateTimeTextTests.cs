using System.Text;

namespace CdeCodegen.Runtime.Tests.Values;

public class DateTimeTextTests
{
    [Theory]
    [InlineData("2026-05-11T14:13:14+02:00", "2026-05-11T14:13:14.0000000+02:00")]
    [InlineData("2026-05-11T14:13:14Z", "2026-05-11T14:13:14.0000000+00:00")]
    [InlineData("2026-05-11t14:13:14z", "2026-05-11T14:13:14.0000000+00:00")]
    [InlineData("2026-05-11 14:13:14+02:00", "2026-05-11T14:13:14.0000000+02:00")]
    [InlineData("2026-05-11T14:13:14.5Z", "2026-05-11T14:13:14.5000000+00:00")]
    [InlineData("2026-05-11T14:13:14,25-03:30", "2026-05-11T14:13:14.2500000-03:30")]
    [InlineData("2026-05-11T14:13:14.123456789Z", "2026-05-11T14:13:14.1234567+00:00")]
    [InlineData("2026-05-11T14:13:14+0200", "2026-05-11T14:13:14.0000000+02:00")]
    [InlineData("2026-05-11T14:13:14+02", "2026-05-11T14:13:14.0000000+02:00")]
    [InlineData("2026-05-11T14:13:14", "2026-05-11T14:13:14.0000000+00:00")]
    [InlineData("2026-05-11T14:13Z", "2026-05-11T14:13:00.0000000+00:00")]
    [InlineData("2026-05-11", "2026-05-11T00:00:00.0000000+00:00")]
    [InlineData("2024-02-29T00:00:00-00:00", "2024-02-29T00:00:00.0000000+00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.0000000+00:00")]
    [InlineData("Mon, 11 May 2026 14:13:14 GMT", "2026-05-11T14:13:14.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    public void Date_times_and_their_variants_are_parsed(string text, string expected)
    {
        Assert.True(DateTimeText.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset value));
        Assert.Equal(expected, value.ToString("O"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("2026")]
    [InlineData("2026-5-11T14:13:14Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2026-05-11X14:13:14Z")]
    [InlineData("2026-05-11T")]
    [InlineData("2026-05-11T24:00:00Z")]
    [InlineData("2026-05-11T14:60:14Z")]
    [InlineData("2026-05-11T14:13:61Z")]
    [InlineData("2026-05-11T14:13:14.Z")]
    [InlineData("2026-05-11T14:13:14+15:00")]
    [InlineData("2026-05-11T14:13:14+2:00")]
    [InlineData("2026-05-11T14:13:14+02:0")]
    [InlineData("2026-05-11T14:13:14+02:60")]
    [InlineData("2026-05-11T14:13:14ZZ")]
    [InlineData("2026-05-11T14:13:14Z ")]
    [InlineData("9999-12-31T23:59:60Z")]
    [InlineData("0001-01-01T00:00:00+02:00")]
    [InlineData("9999-12-31T23:00:00-02:00")]
    [InlineData("2026-05-1१T14:13:14Z")]
    public void Invalid_date_times_are_rejected(string text) => Assert.False(DateTimeText.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset _));

    [Theory]
    [InlineData("2026-05-11T14:13:14+00:00", "2026-05-11T14:13:14Z")]
    [InlineData("2026-05-11T14:13:14.5Z", "2026-05-11T14:13:14.5Z")]
    [InlineData("2026-05-11T14:13:14+02:00", "2026-05-11T14:13:14+02:00")]
    [InlineData("2026-05-11T14:13:14.1234567-05:30", "2026-05-11T14:13:14.1234567-05:30")]
    public void Date_times_are_formatted_with_their_offset(string text, string expected)
    {
        Assert.True(DateTimeText.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset value));
        Span<byte> target = stackalloc byte[DateTimeText.MaxText];
        Assert.Equal(expected, Encoding.ASCII.GetString(target[..DateTimeText.Format(value, target)]));
    }

    [Theory]
    [InlineData("2026-05-11", true)]
    [InlineData("2026-05-11T23:59:59-05:00", true)]
    [InlineData("2026-05-11x", false)]
    [InlineData("20260511", false)]
    public void Dates_are_parsed_or_rejected(string text, bool isDate)
    {
        Assert.Equal(isDate, DateTimeText.TryParse(Encoding.UTF8.GetBytes(text), out DateOnly value));
        Assert.Equal(isDate ? new DateOnly(2026, 5, 11) : default, value);
    }

    [Theory]
    [InlineData("14:13:14", "14:13:14.0000000")]
    [InlineData("14:13", "14:13:00.0000000")]
    [InlineData("14:13:14.25", "14:13:14.2500000")]
    [InlineData("14:13:14Z", "14:13:14.0000000")]
    [InlineData("14:13:14+02:00", "14:13:14.0000000")]
    [InlineData("24:00", null)]
    [InlineData("23:59:60", null)]
    [InlineData("14:13:14x", null)]
    [InlineData("", null)]
    public void Times_are_parsed_or_rejected(string text, string? expected)
    {
        Assert.Equal(expected is not null, DateTimeText.TryParse(Encoding.UTF8.GetBytes(text), out TimeOnly value));
        Assert.Equal(expected ?? "00:00:00.0000000", value.ToString("O"));
    }

    [Fact]
    public void Formatted_date_times_round_trip()
    {
        var random = new Random(5);
        byte[] text = new byte[DateTimeText.MaxText];
        for (int i = 0; i < 5_000; i++)
        {
            var offset = TimeSpan.FromMinutes(random.Next(-14 * 60, (14 * 60) + 1));
            long ticks = random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
            ticks -= ticks % (long)Math.Pow(10, random.Next(8));
            var value = new DateTimeOffset(ticks, offset);

            int length = DateTimeText.Format(value, text);

            Assert.True(DateTimeText.TryParse(text.AsSpan(0, length), out DateTimeOffset again));
            Assert.Equal(value, again);
            Assert.Equal(value.Offset, again.Offset);
            string expected = System.Text.Json.JsonSerializer.SerializeToElement(value).GetString()!;
            Assert.Equal(expected.EndsWith("+00:00", StringComparison.Ordinal) ? expected[..^6] + "Z" : expected, Encoding.ASCII.GetString(text, 0, length));
        }
    }
}
