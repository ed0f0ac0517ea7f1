using System.Text;

namespace CdeCodegen.Generator.Reading;

/// <summary>Formats parts of a document for messages.</summary>
internal static class Excerpt
{
    /// <summary>The text on one line, without control characters, and with a bounded length.</summary>
    public static string Of(string text, int most = 60)
    {
        var excerpt = new StringBuilder();
        for (int i = 0; i < text.Length && i < most; i++)
        {
            excerpt.Append(char.IsControl(text[i]) ? ' ' : text[i]);
        }

        return text.Length > most ? excerpt.Append('…').ToString() : excerpt.ToString();
    }
}
