using System.Globalization;
using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Formats and parses ISO 8601 durations of weeks, days, hours, minutes and seconds.</summary>
internal static class DurationText
{
    private static readonly string[] s_units = ["W", "D", "H", "M", "S"];
    private static readonly long[] s_ticks = [7 * TimeSpan.TicksPerDay, TimeSpan.TicksPerDay, TimeSpan.TicksPerHour, TimeSpan.TicksPerMinute, TimeSpan.TicksPerSecond];

    internal static string Format(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
        {
            return "PT0S";
        }

        // The most negative value has no positive counterpart.
        ulong ticks = value.Ticks < 0 ? (ulong)-(value.Ticks + 1) + 1 : (ulong)value.Ticks;
        var text = new StringBuilder(value.Ticks < 0 ? "-P" : "P");
        Append(text, ticks / (ulong)TimeSpan.TicksPerDay, 'D');
        ulong time = ticks % (ulong)TimeSpan.TicksPerDay;
        if (time > 0)
        {
            text.Append('T');
            Append(text, time / (ulong)TimeSpan.TicksPerHour, 'H');
            Append(text, time / (ulong)TimeSpan.TicksPerMinute % 60, 'M');
            ulong seconds = time % (ulong)TimeSpan.TicksPerMinute;
            if (seconds > 0)
            {
                text.Append((seconds / (decimal)TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture)).Append('S');
            }
        }

        return text.ToString();
    }

    /// <summary>Parses a duration. Years and months may be there if they are zero.</summary>
    /// <param name="text">The duration.</param>
    /// <param name="overflows">Whether the text is a duration, but longer than a <see cref="TimeSpan"/>.</param>
    /// <returns>Null if the text is no duration of fixed length, or overflows.</returns>
    internal static TimeSpan? Parse(string text, out bool overflows)
    {
        overflows = false;
        int at = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        if (at >= text.Length || text[at] != 'P' || at + 1 == text.Length || text[^1] == 'T')
        {
            return null;
        }

        decimal ticks = 0;
        bool isTime = false;
        int unit = -1;
        for (at++; at < text.Length;)
        {
            if (text[at] == 'T' && !isTime)
            {
                isTime = true;
                unit = Math.Max(unit, 1);
                at++;
                continue;
            }

            int end = at;
            while (end < text.Length && text[end] is (>= '0' and <= '9') or '.' or ',')
            {
                end++;
            }

            if (end == text.Length
                || !decimal.TryParse(text[at..end].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
            {
                return null;
            }

            at = end + 1;
            if (!isTime && text[end] is 'Y' or 'M')
            {
                if (number != 0 || unit >= 0)
                {
                    return null;
                }

                continue;
            }

            int next = Array.IndexOf(s_units, text[end].ToString(), unit + 1);
            bool hasFraction = decimal.Truncate(number) != number;
            if (next < 0 || isTime != (next >= 2) || (hasFraction && at < text.Length))
            {
                return null;
            }

            unit = next;
            if (number > long.MaxValue / s_ticks[unit])
            {
                overflows = true;
                return null;
            }

            ticks += decimal.Truncate(number * s_ticks[unit]);
        }

        overflows = ticks > long.MaxValue;
        return overflows ? null : new TimeSpan((long)(text[0] == '-' ? -ticks : ticks));
    }

    private static void Append(StringBuilder text, ulong number, char unit)
    {
        if (number > 0)
        {
            text.Append(number.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }
    }
}
