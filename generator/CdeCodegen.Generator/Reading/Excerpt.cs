using System.Text;

namespace CdeCodegen.Generator.Reading;

/// <summary>Pieces of a document that stand in a message.</summary>
internal static class Excerpt
{
    private const int Most = 60;

    /// <summary>The text on one line, without control characters, and not longer than a message can bear.</summary>
    public static string Of(string text)
    {
        var excerpt = new StringBuilder();
        for (int i = 0; i < text.Length && i < Most; i++)
        {
            excerpt.Append(char.IsControl(text[i]) ? ' ' : text[i]);
        }

        return text.Length > Most ? excerpt.Append('…').ToString() : excerpt.ToString();
    }
}
