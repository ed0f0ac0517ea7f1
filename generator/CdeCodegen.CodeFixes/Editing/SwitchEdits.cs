using CdeCodegen.Analyzers.Coverage;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Adds cases to a switch that is there, before its catch-all if it has one.</summary>
internal sealed class SwitchEdits
{
    readonly ResultType type;
    readonly LanguageVersion language;
    readonly bool isStatus;
    readonly ITypeSymbol? governing;

    SwitchEdits(SyntaxNode node, SemanticModel model, SwitchCoverage coverage, LanguageVersion language)
    {
        Node = node;
        Coverage = coverage;
        type = coverage.Type;
        this.language = language;
        var value = node is SwitchExpressionSyntax expression ? expression.GoverningExpression : ((SwitchStatementSyntax)node).Expression;
        governing = model.GetTypeInfo(value).Type;
        isStatus = new ResultTypes().Find(governing) is null;
    }

    public SyntaxNode Node { get; }

    public SwitchCoverage Coverage { get; }

    public static SwitchEdits? Create(SyntaxNode? node, SemanticModel model, LanguageVersion language)
    {
        for (; node is not null and not MemberDeclarationSyntax; node = node.Parent)
            if (node is SwitchExpressionSyntax or SwitchStatementSyntax)
                return SwitchCoverage.Of(model.GetOperation(node), new ResultTypes()) is { } coverage
                    ? new SwitchEdits(node, model, coverage, language)
                    : null;
        return null;
    }

    /// <summary>The switch with arms for <paramref name="cases"/>. What they do is copied from the catch-all or left to be written.</summary>
    public SyntaxNode? Add(ulong cases, bool copiesCatchAll) => Node is SwitchExpressionSyntax expression
        ? Add(expression, cases, copiesCatchAll)
        : Add((SwitchStatementSyntax)Node, cases, copiesCatchAll);

    SyntaxNode? Add(SwitchExpressionSyntax expression, ulong cases, bool copiesCatchAll)
    {
        var index = IndexOfCatchAll(expression);
        if (copiesCatchAll && index < 0)
            return null;
        var catchAll = index < 0 ? null : expression.Arms[index];
        var arms = new List<SwitchExpressionArmSyntax>();
        foreach (var documented in Select(cases))
        {
            if (Pattern(documented, copiesCatchAll ? VariableOf(catchAll!.Pattern) : null) is not { } pattern)
                continue;
            // A copy keeps the lines and the indentation of what it copies.
            arms.Add(copiesCatchAll
                ? catchAll!.WithPattern(pattern.WithTrailingTrivia(catchAll.Pattern.GetTrailingTrivia())).WithLeadingTrivia(IndentationOf(catchAll)).WithoutTrailingTrivia()
                : SwitchExpressionArm(pattern, CaseSyntax.ThrowExpression()).WithAdditionalAnnotations(Formatter.Annotation));
        }
        if (arms.Count == 0)
            return null;
        return expression.WithArms(Insert(expression, index < 0 ? expression.Arms.Count : index, arms));
    }

    // Separators are built by hand: a list that inserts its own puts every arm on one line.
    static SeparatedSyntaxList<SwitchExpressionArmSyntax> Insert(SwitchExpressionSyntax expression, int index, List<SwitchExpressionArmSyntax> added)
    {
        var isMultiLine = IsMultiLine(expression);
        var line = isMultiLine ? TriviaList(LineEnd(expression)) : TriviaList(Space);
        var parts = new List<SyntaxNodeOrToken>(expression.Arms.GetWithSeparators());
        var hasTrailingComma = parts.Count > 0 && parts[parts.Count - 1].IsToken;
        var at = index * 2;
        if (at >= parts.Count && parts.Count > 0 && !hasTrailingComma)
        {
            var last = (SwitchExpressionArmSyntax)parts[parts.Count - 1].AsNode()!;
            parts[parts.Count - 1] = last.WithoutTrailingTrivia();
            // What follows the last arm, a comment perhaps, stays on its line, behind the comma.
            parts.Add(Token(TriviaList(), SyntaxKind.CommaToken, HasLineEnd(last.GetTrailingTrivia()) ? last.GetTrailingTrivia() : line));
        }
        var isAtEnd = at >= parts.Count;
        at = Math.Min(at, parts.Count);
        for (var i = 0; i < added.Count; i++)
        {
            var arm = isMultiLine && added[i].GetLeadingTrivia().Count == 0 ? added[i].WithLeadingTrivia(ElasticMarker) : added[i];
            parts.Insert(at++, arm);
            if (isAtEnd && i == added.Count - 1 && !hasTrailingComma)
            {
                parts[at - 1] = arm.WithTrailingTrivia(line);
                break;
            }
            parts.Insert(at++, Token(TriviaList(), SyntaxKind.CommaToken, line));
        }
        return SeparatedList<SwitchExpressionArmSyntax>(parts);
    }

    SyntaxNode? Add(SwitchStatementSyntax statement, ulong cases, bool copiesCatchAll)
    {
        var index = IndexOfCatchAll(statement);
        if (copiesCatchAll && index < 0)
            return null;
        var sections = new List<SwitchSectionSyntax>();
        var labels = index < 0 ? default : statement.Sections[index].Labels;
        var body = index < 0 ? default : statement.Sections[index].Statements;
        var isBraced = copiesCatchAll && Declarations.AreIn(body);
        if (isBraced)
        {
            if (HasLabel(body))
                return null;
            body = SingletonList<StatementSyntax>(Block(body));
            var own = statement.Sections[index];
            statement = statement.WithSections(statement.Sections.Replace(own, own.WithStatements(body).WithAdditionalAnnotations(Formatter.Annotation)));
        }
        foreach (var documented in Select(cases))
        {
            var variable = copiesCatchAll && statement.Sections[index].Labels[0] is CasePatternSwitchLabelSyntax label ? VariableOf(label.Pattern) : null;
            if (Pattern(documented, variable) is not { } pattern)
                continue;
            var section = copiesCatchAll
                ? SwitchSection(SingletonList(Like(labels[labels.Count - 1], CaseSyntax.Label(pattern))), body)
                : SwitchSection(SingletonList(CaseSyntax.Label(pattern)), SingletonList(CaseSyntax.ThrowStatement()));
            // A copy has the lines and the indentation of what it copies, unless braces have come to it.
            sections.Add(copiesCatchAll && !isBraced ? section : section.WithAdditionalAnnotations(Formatter.Annotation));
        }
        if (sections.Count == 0)
            return null;
        return statement.WithSections(statement.Sections.InsertRange(index < 0 ? statement.Sections.Count : index, sections));
    }

    static SwitchLabelSyntax Like(SwitchLabelSyntax catchAll, SwitchLabelSyntax label) => label
        .WithKeyword(Token(IndentationOf(catchAll), SyntaxKind.CaseKeyword, TriviaList(Space)))
        .WithColonToken(catchAll.ColonToken.WithLeadingTrivia());

    // A label that is there twice does not compile.
    static bool HasLabel(SyntaxList<StatementSyntax> body)
    {
        foreach (var statement in body)
            foreach (var node in statement.DescendantNodesAndSelf())
                if (node is LabeledStatementSyntax)
                    return true;
        return false;
    }

    static SyntaxTriviaList IndentationOf(SyntaxNode node)
    {
        var trivia = node.GetLeadingTrivia();
        return trivia.Count > 0 && trivia[trivia.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? TriviaList(trivia[trivia.Count - 1]) : default;
    }

    PatternSyntax? Pattern(ResultCase documented, VariableDesignationSyntax? variable)
    {
        if (!isStatus)
            return CaseSyntax.Pattern(documented, language, variable);
        return CaseSyntax.Status(documented, governing) is { } status && variable is null ? ConstantPattern(status) : null;
    }

    int IndexOfCatchAll(SwitchExpressionSyntax expression)
    {
        for (var i = 0; i < expression.Arms.Count; i++)
            if (expression.Arms[i].Pattern == Coverage.CatchAll)
                return i;
        return -1;
    }

    int IndexOfCatchAll(SwitchStatementSyntax statement)
    {
        for (var i = 0; i < statement.Sections.Count; i++)
            foreach (var label in statement.Sections[i].Labels)
                if (label == Coverage.CatchAll || label.FullSpan == Coverage.CatchAll?.FullSpan)
                    return i;
        return -1;
    }

    IEnumerable<ResultCase> Select(ulong cases)
    {
        for (var i = 0; i < type.Cases.Count; i++)
            if ((cases >> i & 1) != 0)
                yield return type.Cases[i];
    }

    /// <summary>The variable of <c>var x</c>, which a copy of the body needs.</summary>
    static VariableDesignationSyntax? VariableOf(PatternSyntax pattern) => pattern switch
    {
        VarPatternSyntax { Designation: SingleVariableDesignationSyntax variable } => variable,
        DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax variable } => variable,
        RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax variable } => variable,
        _ => null,
    };

    static bool IsMultiLine(SwitchExpressionSyntax expression) =>
        HasLineEnd(expression.OpenBraceToken.TrailingTrivia) || expression.Arms.Count == 0;

    static SyntaxTrivia LineEnd(SyntaxNode node)
    {
        foreach (var trivia in node.DescendantTrivia())
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                return trivia;
        return ElasticLineFeed;
    }

    static bool HasLineEnd(SyntaxTriviaList trivia)
    {
        foreach (var item in trivia)
            if (item.IsKind(SyntaxKind.EndOfLineTrivia))
                return true;
        return false;
    }
}
