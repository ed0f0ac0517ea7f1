using System.Globalization;
using System.Text;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Makes C# literals and URL text from strings of the document. No string can end its literal.</summary>
internal static class Literals
{
    private const string Hex = "0123456789ABCDEF";

    /// <summary>Returns a regular string literal. Characters that are not printable, or that reorder the text around them, are escaped.</summary>
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

    /// <summary>Returns a constant of the document as a literal of its type, or of the type of an enumeration's values.</summary>
    /// <param name="type">The type of the constant.</param>
    /// <param name="value">The literal, without quotes if it is a string.</param>
    public static string Constant(TypeRef type, string value) =>
        type.Kind == TypeKind.String || (type.Kind == TypeKind.Enum && type.EnumValue == TypeKind.String) ? Quote(value) : value;

    public static string QuoteOrNull(string? value) => value is null ? "null" : Quote(value);

    /// <summary>Percent-encodes the name of a query parameter as UTF-8, except the unreserved characters of RFC 3986.</summary>
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

        // On .NET Framework, where the compiler may run, Uri.EscapeDataString throws on an unpaired surrogate.
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
