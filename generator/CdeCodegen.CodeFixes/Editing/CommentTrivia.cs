using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Preserves comments and directives of tokens that an edit removes.</summary>
internal static class CommentTrivia
{
    /// <summary>Returns <paramref name="trivia"/> if it contains a comment or a directive, otherwise an empty list.</summary>
    public static SyntaxTriviaList Keep(SyntaxTriviaList trivia) => Contains(trivia) ? trivia : default;

    public static bool Contains(IEnumerable<SyntaxTrivia> trivia)
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

    /// <summary>Splits leading trivia into the white space before the first comment, and the comment with its indentation and everything after it.</summary>
    public static (SyntaxTriviaList Space, SyntaxTriviaList Others) SplitAtFirstComment(SyntaxTriviaList trivia)
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

        // The indentation of the comment belongs to both parts.
        int start = at > 0 && trivia[at - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? at - 1 : at;
        return (TriviaList(trivia.Take(at)), TriviaList(trivia.Skip(start)));
    }
}
