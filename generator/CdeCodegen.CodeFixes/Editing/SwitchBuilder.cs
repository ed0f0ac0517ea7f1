using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Writes a switch statement over a result.</summary>
internal static class SwitchBuilder
{
    /// <summary>Success needs nothing done, the rest is left to be written: it throws until it is.</summary>
    public static List<SwitchSectionSyntax> Sections(ResultType type, ulong cases, LanguageVersion language)
    {
        var sections = new List<SwitchSectionSyntax>();
        for (int i = 0; i < type.Cases.Count; i++)
        {
            if ((cases >> i & 1) == 0)
            {
                continue;
            }

            StatementSyntax body = (type.Success >> i & 1) != 0 ? BreakStatement() : CaseSyntax.ThrowStatement();
            sections.Add(Section(CaseSyntax.Label(CaseSyntax.Pattern(type.Cases[i], language)), [body]));
        }

        return sections;
    }

    public static SwitchSectionSyntax Section(SwitchLabelSyntax label, IEnumerable<StatementSyntax> body) => SwitchSection(SingletonList(label), List(body));

    public static SwitchStatementSyntax Switch(ExpressionSyntax value, IEnumerable<SwitchSectionSyntax> sections) => SwitchStatement(
        Token(SyntaxKind.SwitchKeyword).WithTrailingTrivia(Space),
        Token(SyntaxKind.OpenParenToken),
        Parentheses.Strip(value).WithoutTrivia(),
        Token(SyntaxKind.CloseParenToken),
        // On a line of its own, even in a block that stands on one.
        Token(TriviaList(), SyntaxKind.OpenBraceToken, TriviaList(ElasticLineFeed)),
        List(sections),
        Token(SyntaxKind.CloseBraceToken));
}
