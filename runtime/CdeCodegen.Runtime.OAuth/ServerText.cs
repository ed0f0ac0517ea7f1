using System.Globalization;
using System.Text;

namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// Makes text of the authorization server fit for exception messages and logs. A server can send 100 KB, control characters, or the client's own secret.
/// </summary>
internal static class ServerText
{
    /// <summary>Longer than the descriptions of known servers, short enough for one log entry.</summary>
    private const int MaxLength = 500;

    private const string Redacted = "***";

    /// <summary>Removes the secrets of the request, replaces non-printable characters with spaces, and shortens the result to 500 characters.</summary>
    /// <param name="text">The text of the server.</param>
    /// <param name="secrets">The secrets that the request sent. Null and empty entries are ignored.</param>
    /// <returns>Null for a text that is null or empty.</returns>
    public static string? Clean(string? text, params ReadOnlySpan<string?> secrets)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        // Before shortening, which would leave the first half of a secret.
        foreach (string? secret in secrets)
        {
            if (!string.IsNullOrEmpty(secret))
            {
                text = text.Replace(secret, Redacted, StringComparison.Ordinal)
                    .Replace(Uri.EscapeDataString(secret), Redacted, StringComparison.OrdinalIgnoreCase);
            }
        }

        var clean = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > MaxLength)
            {
                return clean.Append('…').ToString();
            }

            clean.Append(IsPrintable(rune) ? rune.ToString() : " ");
        }

        return clean.ToString();
    }

    /// <summary>Format characters are not printable here: they include those that reverse the direction of text.</summary>
    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
