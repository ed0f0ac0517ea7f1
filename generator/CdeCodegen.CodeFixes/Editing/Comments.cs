using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Comments of tokens that an edit takes away have to find another place.</summary>
internal static class Comments
{
    /// <summary>The trivia where there is a comment or a directive in it, and nothing where it is only white space.</summary>
    public static SyntaxTriviaList Of(SyntaxTriviaList trivia) => IsIn(trivia) ? trivia : default;

    public static bool IsIn(IEnumerable<SyntaxTrivia> trivia)
    {
        foreach (SyntaxTrivia item in trivia)
        {
            if (!item.IsKind(SyntaxKind.WhitespaceTrivia) && !item.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What comes before the first comment: empty lines and indentation.</summary>
    public static (SyntaxTriviaList Space, SyntaxTriviaList Others) Split(SyntaxTriviaList trivia)
    {
        int at = 0;
        while (at < trivia.Count && (trivia[at].IsKind(SyntaxKind.WhitespaceTrivia) || trivia[at].IsKind(SyntaxKind.EndOfLineTrivia)))
        {
            at++;
        }

        if (at == trivia.Count)
        {
            return (trivia, default);
        }
        // The comment keeps the indentation in front of it.
        int start = at > 0 && trivia[at - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? at - 1 : at;
        return (TriviaList(trivia.Take(at)), TriviaList(trivia.Skip(start)));
    }
}
