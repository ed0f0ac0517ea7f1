using CdeCodegen.Analyzers.Coverage;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;
using CaseKind = CdeCodegen.Analyzers.Semantics.CaseKind;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Adds cases to an existing switch, each before the first arm that would swallow it: match it without naming it.</summary>
internal sealed class SwitchCaseInsertion
{
    private readonly SyntaxNode _root;
    private readonly SyntaxNode _node;
    private readonly ResultType _type;
    private readonly LanguageVersion _language;
    private readonly bool _isStatus;
    private readonly ITypeSymbol? _governing;
    private readonly List<SwitchClause> _clauses;

    private SwitchCaseInsertion(SyntaxNode root, SyntaxNode node, SemanticModel model, SwitchCoverage coverage, LanguageVersion language)
    {
        _root = root;
        _node = node;
        _type = coverage.Type;
        Uncovered = coverage.Missing;
        _language = language;
        ExpressionSyntax value = node is SwitchExpressionSyntax expression ? expression.GoverningExpression : ((SwitchStatementSyntax)node).Expression;
        _governing = model.GetTypeInfo(value).Type;
        _isStatus = new ResultTypes().Find(_governing) is null;
        _clauses = SwitchClause.CreateAll(node, model, _type, _isStatus);
        foreach (SwitchClause clause in _clauses)
        {
            Named |= clause.Named;
        }
    }

    public ResultType Type => _type;

    /// <summary>The cases that some arm handles by name.</summary>
    public ulong Named { get; }

    /// <summary>The cases for which the switch has no arm.</summary>
    public ulong Uncovered { get; }

    public static SwitchCaseInsertion? Create(SyntaxNode root, SyntaxNode? node, SemanticModel model, LanguageVersion language)
    {
        for (; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node is SwitchExpressionSyntax or SwitchStatementSyntax)
            {
                return SwitchCoverage.Of(model.GetOperation(node), new ResultTypes()) is { } coverage
                    ? new SwitchCaseInsertion(root, node, model, coverage, language)
                    : null;
            }
        }

        return null;
    }

    /// <summary>
    /// Plans arms for <paramref name="cases"/>. Null if one of the <paramref name="required"/> cases, those that the diagnostic names, cannot be added.
    /// </summary>
    /// <param name="cases">The cases to add, one bit each.</param>
    /// <param name="required">The cases that must be added, one bit each.</param>
    /// <param name="body">The body of each new section. By default a success breaks and the others throw <see cref="NotImplementedException"/>.</param>
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

            SwitchClause? taker = _clauses.Find(clause => ((clause.Swallowed | ((required & bit) != 0 ? clause.PartlySwallowed : 0)) & bit) != 0);

            // Leave to the existing arms: statuses without documentation, successes that a catch-all swallows, and cases that a guard distinguishes.
            if ((required & bit) == 0
                && (_type.Cases[i].Kind == CaseKind.Default ? _clauses.Exists(clause => ((clause.Swallowed | clause.PartlySwallowed) & bit) != 0)
                    : _clauses.Exists(clause => (clause.Guarded & bit) != 0) || (taker is not null && (_type.Success & bit) != 0)))
            {
                continue;
            }

            if (CreatePattern(_type.Cases[i], null) is { } pattern)
            {
                StatementSyntax statement = body?.WithoutTrivia().WithTrailingTrivia(ElasticMarker)
                    ?? ((_type.Success & bit) != 0 ? BreakStatement() : CaseSyntaxFactory.CreateThrowStatement());
                added.Add(new Addition(bit, taker?.Index ?? -1, pattern, null, statement));
            }
        }

        return Plan(added, required);
    }

    /// <summary>
    /// Plans arms that throw, after all others: they apply only to what no other arm matches, so the switch matches as before. A case that a switch over
    /// statuses cannot name, such as <c>default</c>, gets the discard. Null if there is nothing to add.
    /// </summary>
    public Func<SyntaxNode>? Append(ulong cases)
    {
        var added = new List<Addition>();
        ulong unnamed = 0;
        for (int i = 0; i < _type.Cases.Count; i++)
        {
            ulong bit = 1UL << i;
            if ((cases & bit) == 0)
            {
                continue;
            }

            if (CreatePattern(_type.Cases[i], null) is { } pattern)
            {
                added.Add(new Addition(bit, -1, pattern, null));
            }
            else
            {
                unnamed |= bit;
            }
        }

        if (unnamed != 0)
        {
            added.Add(new Addition(unnamed, -1, DiscardPattern(), null));
        }

        return Plan(added, required: 0);
    }

    /// <summary>Plans arms for <paramref name="cases"/> with copies of the bodies that handle them now; null if one of them cannot be added.</summary>
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

            // An earlier `_ when isLate` would still match the case without naming it.
            SwitchClause? taker = _clauses.Find(clause => ((clause.Swallowed | clause.PartlySwallowed | clause.MatchedUnderGuard) & bit) != 0);
            if ((Named & bit) != 0 || taker is null || (taker.Swallowed & bit) == 0)
            {
                return null;
            }

            // The new pattern can declare only the variable for the whole value, so a body that may use other pattern variables cannot be copied.
            VariableDesignationSyntax? variable = GetVariable(taker.Node);
            foreach (SyntaxNode node in GetPattern(taker.Node)?.DescendantNodesAndSelf() ?? [])
            {
                if (node is SingleVariableDesignationSyntax && node != variable)
                {
                    return null;
                }
            }

            if (CreatePattern(_type.Cases[i], variable) is { } pattern)
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

        if (added.Count == 0 || required != 0 || MakesCatchAllUnreachable(added))
        {
            return null;
        }

        return _node switch
        {
            SwitchExpressionSyntax expression => () => _root.ReplaceNode(expression, Insert(expression, added)),
            SwitchStatementSyntax statement
                when !added.Exists(addition => addition.Copied is not null && HasLabel(statement.Sections[addition.Index].Statements)) => () =>
            {
                var mark = new SyntaxAnnotation();
                return LineBreakRewriter.Replace(_root, statement, [Insert(statement, added, mark)], mark);
            }
            ,
            _ => null,
        };
    }

    // For a closed type the compiler rejects an arm after arms for all of its cases.
    private bool MakesCatchAllUnreachable(List<Addition> added)
    {
        ulong named = Named;
        foreach (Addition addition in added)
        {
            named |= addition.Case;
        }

        return _type.IsClosed && named == _type.All && _clauses.Exists(static clause => clause.Swallowed != 0 && clause.Node is not DefaultSwitchLabelSyntax);
    }

    /// <summary>A new arm or section for one case.</summary>
    private sealed class Addition(ulong bit, int index, PatternSyntax pattern, SwitchClause? copied, StatementSyntax? body = null)
    {
        public ulong Case { get; } = bit;

        /// <summary>The index of the arm or section to insert before; -1 to append.</summary>
        public int Index { get; } = index;

        public PatternSyntax Pattern { get; } = pattern;

        /// <summary>The clause whose body is copied; null for a new body.</summary>
        public SwitchClause? Copied { get; } = copied;

        /// <summary>The body of a new section that is not a copy.</summary>
        public StatementSyntax? Body { get; } = body;
    }

    private static SyntaxNode Insert(SwitchExpressionSyntax expression, List<Addition> added)
    {
        // Insert from the end, so that the lower indexes stay valid.
        int end = expression.Arms.Count;
        for (int index = end; index >= 0; index--)
        {
            var arms = new List<SwitchExpressionArmSyntax>();
            foreach (Addition addition in added)
            {
                if (addition.Index == index || (addition.Index < 0 && index == end))
                {
                    arms.Add(CreateArm(addition));
                }
            }

            if (arms.Count > 0)
            {
                expression = expression.WithArms(Insert(expression, index, arms));
            }
        }

        return expression;
    }

    private static SwitchExpressionArmSyntax CreateArm(Addition addition) => addition.Copied?.Node is SwitchExpressionArmSyntax copied
        // A copy keeps the line breaks and the indentation of its source.
        ? copied.WithPattern(addition.Pattern.WithTrailingTrivia(copied.Pattern.GetTrailingTrivia()))
            .WithLeadingTrivia(GetIndentation(copied))
            .WithoutTrailingTrivia()
        : SwitchExpressionArm(addition.Pattern, CaseSyntaxFactory.CreateThrowExpression()).WithAdditionalAnnotations(Formatter.Annotation);

    // Builds the separators explicitly: those that SeparatedList inserts have no line breaks, so all arms would share a line.
    private static SeparatedSyntaxList<SwitchExpressionArmSyntax> Insert(SwitchExpressionSyntax expression, int index, List<SwitchExpressionArmSyntax> added)
    {
        bool isMultiLine = IsMultiLine(expression);
        SyntaxTriviaList line = isMultiLine ? TriviaList(FindLineBreak(expression)) : TriviaList(Space);
        var parts = new List<SyntaxNodeOrToken>(expression.Arms.GetWithSeparators());
        bool hasTrailingComma = parts.Count > 0 && parts[parts.Count - 1].IsToken;
        int at = index * 2;
        if (at >= parts.Count && parts.Count > 0 && !hasTrailingComma)
        {
            var last = (SwitchExpressionArmSyntax)parts[parts.Count - 1].AsNode()!;
            parts[parts.Count - 1] = last.WithoutTrailingTrivia();

            // A comment after the last arm stays on its line, after the new comma.
            parts.Add(Token(TriviaList(), SyntaxKind.CommaToken, HasLineBreak(last.GetTrailingTrivia()) ? last.GetTrailingTrivia() : line));
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
            bool isBraced = own is not null && added.Exists(addition => addition.Index == index && addition.Copied is not null)
                && ScopedDeclarations.Exist(own.Statements);
            if (isBraced)
            {
                own = own!.WithStatements(SingletonList<StatementSyntax>(Block(own.Statements))).WithAdditionalAnnotations(Formatter.Annotation);
            }

            foreach (Addition addition in added)
            {
                if (addition.Index == index || (addition.Index < 0 && own is null))
                {
                    SwitchLabelSyntax newLabel = CaseSyntaxFactory.CreateLabel(addition.Pattern);
                    SwitchSectionSyntax section = addition.Copied?.Node is SwitchLabelSyntax label
                        // A copy keeps the formatting of its source unless braces were added.
                        ? FormatIf(isBraced, SwitchSection(SingletonList(CopyTrivia(label, newLabel)), own!.Statements))
                        : FormatIf(true, SwitchSection(SingletonList(newLabel), SingletonList(addition.Body!)));
                    sections.Add(section.WithAdditionalAnnotations(mark));
                }
            }

            if (own is not null)
            {
                sections.Add(own);
            }
        }

        return statement.WithSections(List(sections));
    }

    private static SwitchSectionSyntax FormatIf(bool condition, SwitchSectionSyntax section) =>
        condition ? section.WithAdditionalAnnotations(Formatter.Annotation) : section;

    private static SwitchLabelSyntax CopyTrivia(SwitchLabelSyntax catchAll, SwitchLabelSyntax label) => label
        .WithKeyword(Token(GetIndentation(catchAll), SyntaxKind.CaseKeyword, TriviaList(Space)))
        .WithColonToken(catchAll.ColonToken.WithLeadingTrivia());

    // Copying a label would declare it twice in the same function.
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

    private static SyntaxTriviaList GetIndentation(SyntaxNode node)
    {
        SyntaxTriviaList trivia = node.GetLeadingTrivia();
        return trivia.Count > 0 && trivia[trivia.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? TriviaList(trivia[trivia.Count - 1]) : default;
    }

    private PatternSyntax? CreatePattern(ResultCase documented, VariableDesignationSyntax? variable)
    {
        if (!_isStatus)
        {
            return CaseSyntaxFactory.CreatePattern(documented, _language, variable);
        }

        return CaseSyntaxFactory.CreateStatus(documented, _governing) is { } status && variable is null ? ConstantPattern(status) : null;
    }

    /// <summary>The variable that a pattern declares for the whole value, such as <c>var x</c>; a copied body may use it.</summary>
    private static VariableDesignationSyntax? GetVariable(SyntaxNode clause) => GetPattern(clause) switch
    {
        VarPatternSyntax { Designation: SingleVariableDesignationSyntax variable } => variable,
        DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax variable } => variable,
        RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax variable } => variable,
        _ => null,
    };

    private static PatternSyntax? GetPattern(SyntaxNode clause) => clause switch
    {
        SwitchExpressionArmSyntax arm => arm.Pattern,
        CasePatternSwitchLabelSyntax label => label.Pattern,
        _ => null,
    };

    private static bool IsMultiLine(SwitchExpressionSyntax expression) =>
        HasLineBreak(expression.OpenBraceToken.TrailingTrivia) || expression.Arms.Count == 0;

    private static SyntaxTrivia FindLineBreak(SyntaxNode node)
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

    private static bool HasLineBreak(SyntaxTriviaList trivia)
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
