using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Encodes cookie names and values (RFC 6265, section 4.1.1).</summary>
internal static class CookieEncoder
{
    /// <summary>
    /// Percent-encodes the characters that a cookie cannot contain: control characters, spaces, quotation marks, commas, semicolons, backslashes, percent signs
    /// and non-ASCII characters.
    /// </summary>
    internal static string Encode(string text)
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
