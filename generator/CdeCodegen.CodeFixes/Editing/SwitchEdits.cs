using CdeCodegen.Analyzers.Coverage;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;
using CaseKind = CdeCodegen.Analyzers.Semantics.CaseKind;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Adds cases to a switch that is there, each before the first arm that would take it without naming it.</summary>
internal sealed class SwitchEdits
{
    private readonly SyntaxNode _root;
    private readonly SyntaxNode _node;
    private readonly ResultType _type;
    private readonly LanguageVersion _language;
    private readonly bool _isStatus;
    private readonly ITypeSymbol? _governing;
    private readonly List<SwitchClause> _clauses;

    private SwitchEdits(SyntaxNode root, SyntaxNode node, SemanticModel model, ResultType type, LanguageVersion language)
    {
        _root = root;
        _node = node;
        _type = type;
        _language = language;
        ExpressionSyntax value = node is SwitchExpressionSyntax expression ? expression.GoverningExpression : ((SwitchStatementSyntax)node).Expression;
        _governing = model.GetTypeInfo(value).Type;
        _isStatus = new ResultTypes().Find(_governing) is null;
        _clauses = SwitchClause.Of(node, model, type, _isStatus);
        foreach (SwitchClause clause in _clauses)
        {
            Named |= clause.Names;
        }
    }

    public ResultType Type => _type;

    /// <summary>The cases that have an arm of their own.</summary>
    public ulong Named { get; }

    public static SwitchEdits? Create(SyntaxNode root, SyntaxNode? node, SemanticModel model, LanguageVersion language)
    {
        for (; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node is SwitchExpressionSyntax or SwitchStatementSyntax)
            {
                return SwitchCoverage.Of(model.GetOperation(node), new ResultTypes()) is { } coverage
                    ? new SwitchEdits(root, node, model, coverage.Type, language)
                    : null;
            }
        }

        return null;
    }

    /// <summary>
    /// Arms for <paramref name="cases"/> that do <paramref name="body"/>, or are left to be written. <paramref name="required"/> are cases that somebody has said are not dealt with;
    /// null where one of them cannot be added.
    /// </summary>
    public Func<SyntaxNode>? Add(ulong cases, ulong required, StatementSyntax? body = null)
    {
        cases &= ~Named;
        var added = new List<Addition>();
        for (int i = 0; i < _type.Cases.Count; i++)
        {
            ulong bit = 1UL << i;
            if ((cases & bit) == 0)
            {
                continue;
            }

            SwitchClause? taker = _clauses.Find(clause => ((clause.Takes | ((required & bit) != 0 ? clause.Touches : 0)) & bit) != 0);
            // A catch-all is right for what has no documented status, success that is taken is dealt with, and what a guard decides about is left to it.
            if ((required & bit) == 0
                && (_type.Cases[i].Kind == CaseKind.Default ? _clauses.Exists(clause => ((clause.Takes | clause.Touches) & bit) != 0)
                    : _clauses.Exists(clause => (clause.Asks & bit) != 0) || (taker is not null && (_type.Success & bit) != 0)))
            {
                continue;
            }

            if (Pattern(_type.Cases[i], null) is { } pattern)
            {
                added.Add(new Addition(bit, taker?.Index ?? -1, pattern, null, body?.WithoutTrivia().WithTrailingTrivia(ElasticMarker) ?? ((_type.Success & bit) != 0 ? BreakStatement() : CaseSyntax.ThrowStatement())));
            }
        }

        return Plan(added, required);
    }

    /// <summary>Arms for <paramref name="cases"/> with copies of what takes them now; null where one of them cannot be added.</summary>
    public Func<SyntaxNode>? Expand(ulong cases)
    {
        var added = new List<Addition>();
        for (int i = 0; i < _type.Cases.Count; i++)
        {
            ulong bit = 1UL << i;
            if ((cases & bit) == 0)
            {
                continue;
            }
            // `_ when isLate` in front of the one that takes it would still take the case without naming it.
            if ((Named & bit) != 0 || _clauses.Find(clause => ((clause.Takes | clause.Touches | clause.LetsThrough) & bit) != 0) is not { } taker || (taker.Takes & bit) == 0)
            {
                return null;
            }
            // Variables of the pattern, but for the one of the whole value, are not there in a copy.
            VariableDesignationSyntax? variable = VariableOf(taker.Node);
            foreach (SyntaxNode node in PatternOf(taker.Node)?.DescendantNodesAndSelf() ?? [])
            {
                if (node is SingleVariableDesignationSyntax && node != variable)
                {
                    return null;
                }
            }

            if (Pattern(_type.Cases[i], variable) is { } pattern)
            {
                added.Add(new Addition(bit, taker.Index, pattern, taker));
            }
        }

        return Plan(added, cases);
    }

    private Func<SyntaxNode>? Plan(List<Addition> added, ulong required)
    {
        foreach (Addition addition in added)
        {
            required &= ~addition.Case;
        }

        if (added.Count == 0 || required != 0 || IsDeadAfter(added))
        {
            return null;
        }

        return _node switch
        {
            SwitchExpressionSyntax expression => () => _root.ReplaceNode(expression, Insert(expression, added)),
            SwitchStatementSyntax statement when !added.Exists(addition => addition.Copied is not null && HasLabel(statement.Sections[addition.Index].Statements)) => () =>
            {
                var mark = new SyntaxAnnotation();
                return Lines.Replace(_root, statement, [Insert(statement, added, mark)], mark);
            }
            ,
            _ => null,
        };
    }

    // Of a closed type the compiler takes no arm behind arms for all of its cases.
    private bool IsDeadAfter(List<Addition> added)
    {
        ulong named = Named;
        foreach (Addition addition in added)
        {
            named |= addition.Case;
        }

        return _type.IsClosed && named == _type.All && _clauses.Exists(static clause => clause.Takes != 0 && clause.Node is not DefaultSwitchLabelSyntax);
    }

    /// <summary>A case that gets an arm, where, and what it is a copy of.</summary>
    private sealed class Addition(ulong bit, int index, PatternSyntax pattern, SwitchClause? copied, StatementSyntax? body = null)
    {
        public ulong Case { get; } = bit;

        /// <summary>The arm or section that it goes before; -1 at the end.</summary>
        public int Index { get; } = index;

        public PatternSyntax Pattern { get; } = pattern;

        public SwitchClause? Copied { get; } = copied;

        /// <summary>What its section does where it is no copy: success needs nothing done, the rest throws until it is written.</summary>
        public StatementSyntax? Body { get; } = body;
    }

    private static SyntaxNode Insert(SwitchExpressionSyntax expression, List<Addition> added)
    {
        // From the back, so that the places in front stay what they are.
        int end = expression.Arms.Count;
        for (int index = end; index >= 0; index--)
        {
            var arms = new List<SwitchExpressionArmSyntax>();
            foreach (Addition addition in added)
            {
                if (addition.Index == index || (addition.Index < 0 && index == end))
                {
                    arms.Add(Arm(addition));
                }
            }

            if (arms.Count > 0)
            {
                expression = expression.WithArms(Insert(expression, index, arms));
            }
        }

        return expression;
    }

    private static SwitchExpressionArmSyntax Arm(Addition addition) => addition.Copied?.Node is SwitchExpressionArmSyntax copied
        // A copy keeps the lines and the indentation of what it copies.
        ? copied.WithPattern(addition.Pattern.WithTrailingTrivia(copied.Pattern.GetTrailingTrivia())).WithLeadingTrivia(IndentationOf(copied)).WithoutTrailingTrivia()
        : SwitchExpressionArm(addition.Pattern, CaseSyntax.ThrowExpression()).WithAdditionalAnnotations(Formatter.Annotation);

    // Separators are built by hand: a list that inserts its own puts every arm on one line.
    private static SeparatedSyntaxList<SwitchExpressionArmSyntax> Insert(SwitchExpressionSyntax expression, int index, List<SwitchExpressionArmSyntax> added)
    {
        bool isMultiLine = IsMultiLine(expression);
        SyntaxTriviaList line = isMultiLine ? TriviaList(LineEnd(expression)) : TriviaList(Space);
        var parts = new List<SyntaxNodeOrToken>(expression.Arms.GetWithSeparators());
        bool hasTrailingComma = parts.Count > 0 && parts[parts.Count - 1].IsToken;
        int at = index * 2;
        if (at >= parts.Count && parts.Count > 0 && !hasTrailingComma)
        {
            var last = (SwitchExpressionArmSyntax)parts[parts.Count - 1].AsNode()!;
            parts[parts.Count - 1] = last.WithoutTrailingTrivia();
            // What follows the last arm, a comment perhaps, stays on its line, behind the comma.
            parts.Add(Token(TriviaList(), SyntaxKind.CommaToken, HasLineEnd(last.GetTrailingTrivia()) ? last.GetTrailingTrivia() : line));
        }

        bool isAtEnd = at >= parts.Count;
        at = Math.Min(at, parts.Count);
        for (int i = 0; i < added.Count; i++)
        {
            SwitchExpressionArmSyntax arm = isMultiLine && added[i].GetLeadingTrivia().Count == 0 ? added[i].WithLeadingTrivia(ElasticMarker) : added[i];
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

    private static SyntaxNode Insert(SwitchStatementSyntax statement, List<Addition> added, SyntaxAnnotation mark)
    {
        var sections = new List<SwitchSectionSyntax>();
        for (int index = 0; index <= statement.Sections.Count; index++)
        {
            SwitchSectionSyntax? own = index < statement.Sections.Count ? statement.Sections[index] : null;
            bool isBraced = own is not null && added.Exists(addition => addition.Index == index && addition.Copied is not null) && Declarations.AreIn(own.Statements);
            if (isBraced)
            {
                own = own!.WithStatements(SingletonList<StatementSyntax>(Block(own.Statements))).WithAdditionalAnnotations(Formatter.Annotation);
            }

            foreach (Addition addition in added)
            {
                if (addition.Index == index || (addition.Index < 0 && own is null))
                {
                    sections.Add(addition.Copied?.Node is SwitchLabelSyntax label
                        // A copy has the lines and the indentation of what it copies, unless braces have come to it.
                        ? Formatted(SwitchSection(SingletonList(Like(label, CaseSyntax.Label(addition.Pattern))), own!.Statements), isBraced).WithAdditionalAnnotations(mark)
                        : Formatted(SwitchSection(SingletonList(CaseSyntax.Label(addition.Pattern)), SingletonList(addition.Body!)), true).WithAdditionalAnnotations(mark));
                }
            }

            if (own is not null)
            {
                sections.Add(own);
            }
        }

        return statement.WithSections(List(sections));
    }

    private static SwitchSectionSyntax Formatted(SwitchSectionSyntax section, bool isNew) => isNew ? section.WithAdditionalAnnotations(Formatter.Annotation) : section;

    private static SwitchLabelSyntax Like(SwitchLabelSyntax catchAll, SwitchLabelSyntax label) => label
        .WithKeyword(Token(IndentationOf(catchAll), SyntaxKind.CaseKeyword, TriviaList(Space)))
        .WithColonToken(catchAll.ColonToken.WithLeadingTrivia());

    // A label that is there twice does not compile.
    private static bool HasLabel(SyntaxList<StatementSyntax> body)
    {
        foreach (StatementSyntax statement in body)
        {
            foreach (SyntaxNode node in statement.DescendantNodesAndSelf())
            {
                if (node is LabeledStatementSyntax)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static SyntaxTriviaList IndentationOf(SyntaxNode node)
    {
        SyntaxTriviaList trivia = node.GetLeadingTrivia();
        return trivia.Count > 0 && trivia[trivia.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? TriviaList(trivia[trivia.Count - 1]) : default;
    }

    private PatternSyntax? Pattern(ResultCase documented, VariableDesignationSyntax? variable)
    {
        if (!_isStatus)
        {
            return CaseSyntax.Pattern(documented, _language, variable);
        }

        return CaseSyntax.Status(documented, _governing) is { } status && variable is null ? ConstantPattern(status) : null;
    }

    /// <summary>The variable of <c>var x</c>, which a copy of the body needs.</summary>
    private static VariableDesignationSyntax? VariableOf(SyntaxNode clause) => PatternOf(clause) switch
    {
        VarPatternSyntax { Designation: SingleVariableDesignationSyntax variable } => variable,
        DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax variable } => variable,
        RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax variable } => variable,
        _ => null,
    };

    private static PatternSyntax? PatternOf(SyntaxNode clause) => clause switch
    {
        SwitchExpressionArmSyntax arm => arm.Pattern,
        CasePatternSwitchLabelSyntax label => label.Pattern,
        _ => null,
    };

    private static bool IsMultiLine(SwitchExpressionSyntax expression) =>
        HasLineEnd(expression.OpenBraceToken.TrailingTrivia) || expression.Arms.Count == 0;

    private static SyntaxTrivia LineEnd(SyntaxNode node)
    {
        foreach (SyntaxTrivia trivia in node.DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return trivia;
            }
        }

        return ElasticLineFeed;
    }

    private static bool HasLineEnd(SyntaxTriviaList trivia)
    {
        foreach (SyntaxTrivia item in trivia)
        {
            if (item.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return true;
            }
        }

        return false;
    }
}
