using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>RFC 6265, 4.1.1: what a cookie may hold.</summary>
internal static class CookieEncoder
{
    /// <summary>Percent-encodes what a cookie cannot hold: controls, blanks, quotation marks, commas, semicolons, backslashes, the percent sign and all beyond ASCII.</summary>
    internal static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~') && text.AsSpan().IndexOfAny("\",;\\%") < 0)
        {
            return text;
        }

        var escaped = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isPlain = rune.Value is > ' ' and <= '~' && "\",;\\%".IndexOf((char)rune.Value) < 0;
            escaped.Append(isPlain ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return escaped.ToString();
    }
}
