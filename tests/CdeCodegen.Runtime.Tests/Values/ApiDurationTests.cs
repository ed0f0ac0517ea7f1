using System.Text.Json;

namespace CdeCodegen.Runtime.Tests.Values;

public class ApiDurationTests
{
    [Theory]
    [InlineData("PT36H", "1.12:00:00")]
    [InlineData("P1DT12H", "1.12:00:00")]
    [InlineData("P2W", "14.00:00:00")]
    [InlineData("P0Y0M1D", "1.00:00:00")]
    [InlineData("PT0S", "00:00:00")]
    [InlineData("PT1.5S", "00:00:01.5000000")]
    [InlineData("PT0,5H", "00:30:00")]
    [InlineData("P1DT2H3M4S", "1.02:03:04")]
    [InlineData("-PT5M", "-00:05:00")]
    [InlineData("+PT5M", "00:05:00")]
    [InlineData("PT0.00000001S", "00:00:00")]
    public void A_duration_of_fixed_length_is_a_time_span(string text, string expected)
    {
        var duration = new ApiDuration(text);

        Assert.Equal(TimeSpan.ParseExact(expected, "c", null), duration.ToTimeSpan());
        Assert.Equal(TimeSpan.ParseExact(expected, "c", null), (TimeSpan)duration);
        Assert.True(duration.TryToTimeSpan(out _));
        Assert.Equal(text, duration.ToString());
    }

    [Theory]
    [InlineData("P1Y")]
    [InlineData("P2M")]
    [InlineData("P1Y2M10DT2H30M")]
    [InlineData("1h30m")]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("-")]
    [InlineData("P1")]
    [InlineData("P1DT")]
    [InlineData("PT1M1H")]
    [InlineData("PT1.5M1S")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("PT1S2S")]
    [InlineData("P1D0M")]
    [InlineData("P-1D")]
    [InlineData("PT.S")]
    [InlineData("00:05:00")]
    public void Any_other_text_is_kept(string text)
    {
        var duration = new ApiDuration(text);

        Assert.False(duration.TryToTimeSpan(out _));
        Assert.Throws<FormatException>(() => duration.ToTimeSpan());
        Assert.Equal(text, duration.ToString());
    }

    [Theory]
    [InlineData("P10675200D")]
    [InlineData("PT99999999999999999999S")]
    [InlineData("P10675199DT24H")]
    public void A_duration_longer_than_a_time_span_overflows(string text)
    {
        Assert.False(new ApiDuration(text).TryToTimeSpan(out _));
        Assert.Throws<OverflowException>(() => new ApiDuration(text).ToTimeSpan());
    }

    [Theory]
    [InlineData("00:00:00", "PT0S")]
    [InlineData("1.12:00:00", "P1DT12H")]
    [InlineData("00:00:00.0000001", "PT0.0000001S")]
    [InlineData("-00:01:30.5000000", "-PT1M30.5S")]
    [InlineData("2.00:00:00", "P2D")]
    [InlineData("-10675199.02:48:05.4775808", "-P10675199DT2H48M5.4775808S")]
    public void A_time_span_is_written_as_a_duration(string value, string expected)
    {
        var span = TimeSpan.ParseExact(value, "c", null);

        Assert.Equal(expected, ((ApiDuration)span).ToString());
    }

    [Fact]
    public void Durations_are_equal_if_their_lengths_are_or_their_texts()
    {
        Assert.True(new ApiDuration("PT36H") == new ApiDuration("P1DT12H"));
        Assert.True(new ApiDuration("PT36H") == TimeSpan.FromHours(36));
        Assert.Equal(new ApiDuration("PT36H").GetHashCode(), new ApiDuration("P1DT12H").GetHashCode());
        Assert.True(new ApiDuration("P1M") == "P1M");
        Assert.True(new ApiDuration("P1M") != "P30D");
        Assert.False(new ApiDuration("P1M").Equals((object)"P1M"));
        Assert.Equal(default, default(ApiDuration));
        Assert.NotEqual(default, new ApiDuration("PT0S"));
        Assert.Equal("", default(ApiDuration).ToString());
    }

    [Fact]
    public void The_serializer_of_the_platform_reads_and_writes_the_text()
    {
        Dictionary<string, ApiDuration> read = JsonSerializer.Deserialize<Dictionary<string, ApiDuration>>("""{"a":"P1Y"}""")!;

        Assert.Equal("""{"a":"P1Y"}""", JsonSerializer.Serialize(read));
    }
}
