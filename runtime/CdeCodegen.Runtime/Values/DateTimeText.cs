using System.Globalization;
using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Formats dates and times as RFC 3339, and parses RFC 3339 and the variants that servers are known to send.</summary>
/// <remarks>
/// Accepted variants: a space instead of <c>T</c>, lower case, a comma before the fraction, a fraction finer than 100 ns (truncated), no seconds,
/// an offset without colon or minutes, no offset (UTC, so that the result does not depend on the local time zone), a date alone, a leap second
/// (the first second of the next minute), and RFC 1123.
/// </remarks>
internal static class DateTimeText
{
    /// <summary>The longest accepted text, in bytes.</summary>
    internal const int MaxText = 64;

    private const int DateLength = 10;

    internal static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (!TryParseDate(text, out DateTime date))
        {
            return text.Length is > 0 and <= MaxText && text[0] is >= (byte)'A' and <= (byte)'z'
                && DateTimeOffset.TryParseExact(Encoding.ASCII.GetString(text), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
        }

        text = text[DateLength..];
        if (text.IsEmpty)
        {
            value = new DateTimeOffset(date, TimeSpan.Zero);
            return true;
        }

        if (text[0] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !TryParseTime(text[1..], out long ticks, out int used)
            || !TryParseOffset(text[(1 + used)..], out int minutes))
        {
            return false;
        }

        ticks += date.Ticks;
        long utc = ticks - (minutes * TimeSpan.TicksPerMinute);
        if (utc < 0 || utc > DateTime.MaxValue.Ticks || ticks < 0 || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset(ticks, new TimeSpan(minutes * TimeSpan.TicksPerMinute));
        return true;
    }

    /// <summary>Parses a date-time whose offset says something: with one the value is in UTC, without one its kind is unspecified.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        if (!TryParse(text, out DateTimeOffset instant))
        {
            return false;
        }

        value = HasOffset(text) ? instant.UtcDateTime : instant.DateTime;
        return true;
    }

    internal static bool TryParse(ReadOnlySpan<byte> text, out DateOnly value)
    {
        if (TryParseDate(text, out DateTime date) && (text.Length == DateLength || TryParse(text, out DateTimeOffset _)))
        {
            value = DateOnly.FromDateTime(date);
            return true;
        }

        value = default;
        return false;
    }

    internal static bool TryParse(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (!TryParseTime(text, out long ticks, out int used) || ticks >= TimeSpan.TicksPerDay || !TryParseOffset(text[used..], out _))
        {
            return false;
        }

        value = new TimeOnly(ticks);
        return true;
    }

    /// <summary>Writes at most 33 bytes and returns their number. UTC is <c>Z</c>, which every server accepts.</summary>
    internal static int Format(DateTimeOffset value, Span<byte> target)
    {
        DateTime local = value.DateTime;
        int length = Format(DateOnly.FromDateTime(local), target);
        target[length++] = (byte)'T';
        length += Format(TimeOnly.FromDateTime(local), target[length..]);
        int minutes = (int)(value.Offset.Ticks / TimeSpan.TicksPerMinute);
        if (minutes == 0)
        {
            target[length] = (byte)'Z';
            return length + 1;
        }

        target[length++] = minutes < 0 ? (byte)'-' : (byte)'+';
        minutes = Math.Abs(minutes);
        WriteTwoDigits(minutes / 60, target[length..]);
        target[length + 2] = (byte)':';
        WriteTwoDigits(minutes % 60, target[(length + 3)..]);
        return length + 5;
    }

    /// <summary>Writes at most 33 bytes and returns their number. Without a kind there is no offset.</summary>
    internal static int Format(DateTime value, Span<byte> target)
    {
        if (value.Kind != DateTimeKind.Unspecified)
        {
            return Format(new DateTimeOffset(value), target);
        }

        int length = Format(DateOnly.FromDateTime(value), target);
        target[length++] = (byte)'T';
        return length + Format(TimeOnly.FromDateTime(value), target[length..]);
    }

    /// <summary>Writes ten bytes and returns their number.</summary>
    internal static int Format(DateOnly value, Span<byte> target)
    {
        WriteTwoDigits(value.Year / 100, target);
        WriteTwoDigits(value.Year % 100, target[2..]);
        target[4] = (byte)'-';
        WriteTwoDigits(value.Month, target[5..]);
        target[7] = (byte)'-';
        WriteTwoDigits(value.Day, target[8..]);
        return DateLength;
    }

    /// <summary>Writes at most 16 bytes and returns their number.</summary>
    internal static int Format(TimeOnly value, Span<byte> target)
    {
        WriteTwoDigits(value.Hour, target);
        target[2] = (byte)':';
        WriteTwoDigits(value.Minute, target[3..]);
        target[5] = (byte)':';
        WriteTwoDigits(value.Second, target[6..]);
        int fraction = (int)(value.Ticks % TimeSpan.TicksPerSecond);
        if (fraction == 0)
        {
            return 8;
        }

        target[8] = (byte)'.';
        int length = 9;
        for (int unit = (int)TimeSpan.TicksPerSecond / 10; fraction != 0; unit /= 10)
        {
            target[length++] = (byte)('0' + (fraction / unit));
            fraction %= unit;
        }

        return length;
    }

    /// <summary>Whether a valid date-time ends in an offset: letters are those of RFC 1123 or <c>Z</c>, and a sign stands behind the time only.</summary>
    private static bool HasOffset(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> time = text.Length > DateLength + 1 ? text[(DateLength + 1)..] : default;
        return !TryParseDate(text, out _) || time.IndexOfAny("+-Zz"u8) >= 0;
    }

    private static void WriteTwoDigits(int value, Span<byte> target)
    {
        target[1] = (byte)('0' + (value % 10));
        target[0] = (byte)('0' + (value / 10));
    }

    private static bool TryParseDate(ReadOnlySpan<byte> text, out DateTime date)
    {
        date = default;
        if (text.Length < DateLength
            || text[4] != '-'
            || text[7] != '-'
            || !TryParseTwoDigits(text, out int century)
            || !TryParseTwoDigits(text[2..], out int year)
            || !TryParseTwoDigits(text[5..], out int month)
            || !TryParseTwoDigits(text[8..], out int day))
        {
            return false;
        }

        year += century * 100;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateTime(year, month, day);
        return true;
    }

    /// <summary>Parses <c>HH:mm[:ss[.fraction]]</c>. A leap second becomes the first second of the next minute.</summary>
    private static bool TryParseTime(ReadOnlySpan<byte> text, out long ticks, out int used)
    {
        ticks = 0;
        used = 5;
        if (text.Length < 5
            || text[2] != ':'
            || !TryParseTwoDigits(text, out int hour)
            || !TryParseTwoDigits(text[3..], out int minute)
            || hour > 23
            || minute > 59)
        {
            return false;
        }

        ticks = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        if (text.Length < 6 || text[5] != ':')
        {
            return true;
        }

        if (!TryParseTwoDigits(text[6..], out int second) || second > 60)
        {
            return false;
        }

        ticks += second * TimeSpan.TicksPerSecond;
        used = 8;
        if (text.Length < 9 || text[8] is not ((byte)'.' or (byte)','))
        {
            return true;
        }

        used = 9;
        for (long unit = TimeSpan.TicksPerSecond / 10; used < text.Length && (uint)(text[used] - '0') < 10; unit /= 10)
        {
            ticks += (text[used++] - '0') * unit;
        }

        return used > 9;
    }

    /// <summary>Parses <c>Z</c>, <c>±HH:mm</c>, <c>±HHmm</c> or <c>±HH</c>, optionally after a space, or nothing.</summary>
    private static bool TryParseOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (!text.IsEmpty && text[0] == ' ')
        {
            text = text[1..];
        }

        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
        {
            return true;
        }

        if (text.Length < 3 || text[0] is not ((byte)'+' or (byte)'-') || !TryParseTwoDigits(text[1..], out int hours))
        {
            return false;
        }

        int rest = 0;
        ReadOnlySpan<byte> tail = text[3..];
        if (!tail.IsEmpty)
        {
            tail = tail[0] == ':' ? tail[1..] : tail;
            if (tail.Length != 2 || !TryParseTwoDigits(tail, out rest) || rest > 59)
            {
                return false;
            }
        }

        minutes = (hours * 60) + rest;
        if (minutes > 14 * 60)
        {
            return false;
        }

        minutes = text[0] == '-' ? -minutes : minutes;
        return true;
    }

    private static bool TryParseTwoDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        if (text.Length < 2)
        {
            return false;
        }

        uint high = (uint)(text[0] - '0');
        uint low = (uint)(text[1] - '0');
        value = (int)((high * 10) + low);
        return high < 10 && low < 10;
    }
}
