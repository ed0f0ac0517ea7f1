using System.Text;

namespace CdeCodegen.Generator.Reading;

/// <summary>Pieces of a document that stand in a message.</summary>
internal static class Excerpt
{
    /// <summary>The text on one line, without control characters, and not longer than a message can bear.</summary>
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
