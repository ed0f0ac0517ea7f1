using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>Creates incomplete code, as it occurs while the user types.</summary>
public static class Broken
{
    /// <summary>Returns the code truncated before each token.</summary>
    public static IEnumerable<string> Cuts(string code)
    {
        foreach (Microsoft.CodeAnalysis.SyntaxToken token in SyntaxFactory.ParseTokens(code))
        {
            if (token.SpanStart > 0)
            {
                yield return code[..token.SpanStart];
            }
        }
    }

    /// <summary>Removes, duplicates or swaps one to three tokens.</summary>
    public static string Garble(string code, Random random)
    {
        var tokens = SyntaxFactory.ParseTokens(code).Select(static token => token.ToString()).Where(static text => text.Length > 0).ToList();
        for (int edits = 1 + random.Next(3); edits > 0 && tokens.Count > 1; edits--)
        {
            int at = random.Next(tokens.Count);
            int other = random.Next(tokens.Count);
            switch (random.Next(3))
            {
                case 0: tokens.RemoveAt(at); break;
                case 1: tokens.Insert(at, tokens[other]); break;
                default: (tokens[at], tokens[other]) = (tokens[other], tokens[at]); break;
            }
        }

        return string.Join(' ', tokens);
    }
}
