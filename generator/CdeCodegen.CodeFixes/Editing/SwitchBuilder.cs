using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Builds switch statements over a result.</summary>
internal static class SwitchBuilder
{
    /// <summary>Returns a section per case. A success breaks; any other case throws <see cref="NotImplementedException"/>.</summary>
    public static List<SwitchSectionSyntax> CreateSections(ResultType type, ulong cases, LanguageVersion language)
    {
        var sections = new List<SwitchSectionSyntax>();
        for (int i = 0; i < type.Cases.Count; i++)
        {
            if ((cases >> i & 1) == 0)
            {
                continue;
            }

            StatementSyntax body = (type.Success >> i & 1) != 0 ? BreakStatement() : CaseSyntaxFactory.CreateThrowStatement();
            sections.Add(CreateSection(CaseSyntaxFactory.CreateLabel(CaseSyntaxFactory.CreatePattern(type.Cases[i], language)), [body]));
        }

        return sections;
    }

    public static SwitchSectionSyntax CreateSection(SwitchLabelSyntax label, IEnumerable<StatementSyntax> body) =>
        SwitchSection(SingletonList(label), List(body));

    public static SwitchStatementSyntax CreateSwitch(ExpressionSyntax value, IEnumerable<SwitchSectionSyntax> sections) => SwitchStatement(
        Token(SyntaxKind.SwitchKeyword).WithTrailingTrivia(Space),
        Token(SyntaxKind.OpenParenToken),
        Parentheses.Strip(value).WithoutTrivia(),
        Token(SyntaxKind.CloseParenToken),
        // Force a line break even if the surrounding block is on a single line.
        Token(TriviaList(), SyntaxKind.OpenBraceToken, TriviaList(ElasticLineFeed)),
        List(sections),
        Token(SyntaxKind.CloseBraceToken));
}
