using System.Globalization;
using System.Text;

namespace CdeCodegen.Generator.Emission;

/// <summary>C# literals and URL text made of the document's strings. Nothing in a string can end its literal.</summary>
internal static class Literals
{
    private const string Hex = "0123456789ABCDEF";

    /// <summary>A regular string literal; what is not printable, or turns the text around it, is written as an escape.</summary>
    public static string Quote(string value)
    {
        if (IsPlain(value))
        {
            return "\"" + value + "\"";
        }

        var text = new StringBuilder(value.Length + 16);
        text.Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                    {
                        text.Append(c).Append(value[++i]);
                    }
                    else if (IsPrintable(c))
                    {
                        text.Append(c);
                    }
                    else
                    {
                        text.Append("\\u").Append(Hex[c >> 12]).Append(Hex[(c >> 8) & 15]).Append(Hex[(c >> 4) & 15]).Append(Hex[c & 15]);
                    }

                    break;
            }
        }

        return text.Append('"').ToString();
    }

    public static string QuoteOrNull(string? value) => value is null ? "null" : Quote(value);

    /// <summary>A query parameter's name as it stands in a URL: everything but RFC 3986's unreserved characters percent-encoded as UTF-8.</summary>
    public static string EscapeUrl(string value)
    {
        bool plain = true;
        foreach (char c in value)
        {
            plain &= IsUnreserved(c);
        }

        if (plain)
        {
            return value;
        }

        // Uri.EscapeDataString throws on an unpaired surrogate where the compiler runs on .NET Framework.
        var text = new StringBuilder(value.Length * 3);
        foreach (byte b in Encoding.UTF8.GetBytes(value))
        {
            if (IsUnreserved((char)b))
            {
                text.Append((char)b);
            }
            else
            {
                text.Append('%').Append(Hex[b >> 4]).Append(Hex[b & 15]);
            }
        }

        return text.ToString();
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Bits(ulong value) => "0x" + value.ToString("X", CultureInfo.InvariantCulture) + "UL";

    private static bool IsPlain(string value)
    {
        foreach (char c in value)
        {
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPrintable(char c) => c < 127
        ? c >= ' '
        : char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static bool IsUnreserved(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~';
}
