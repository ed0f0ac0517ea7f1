using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// Adds line breaks around new statements and in the single-line constructs that contain them. The formatter keeps a block on one line if it
/// was on one line before, however many statements it contains.
/// </summary>
internal sealed class LineBreakRewriter : CSharpSyntaxRewriter
{
    private readonly SyntaxAnnotation _newNodes;

    private LineBreakRewriter(SyntaxAnnotation newNodes) => _newNodes = newNodes;

    /// <summary>Replaces <paramref name="original"/>. The annotation <paramref name="newNodes"/> marks the new nodes in the replacements.</summary>
    public static SyntaxNode Replace(SyntaxNode root, SyntaxNode original, IReadOnlyList<SyntaxNode> replacements, SyntaxAnnotation newNodes)
    {
        if (FindOutermostOnLine(original) is not { } outer || (outer == original && (replacements.Count > 1 || replacements[0].HasAnnotation(newNodes))))
        {
            return ReplaceNode(root, original, FollowsOnSameLine(original) ? [MoveToNewLine(replacements[0])] : replacements);
        }

        SyntaxNode changed = outer == original ? replacements[0] : ReplaceNode(outer, original, replacements);

        // Visit the node in its tree: whether a statement is embedded depends on its parent.
        SyntaxNode placed = root.ReplaceNode(outer, changed.WithAdditionalAnnotations(OuterMark));
        outer = placed.GetAnnotatedNodes(OuterMark).Single();
        SyntaxNode rewritten = new LineBreakRewriter(newNodes).Visit(outer)!;
        return placed.ReplaceNode(outer, rewritten.WithoutAnnotations(OuterMark).WithAdditionalAnnotations(Formatter.Annotation));
    }

    // Roslyn replaces a node by several only if it is an element of a list.
    private static SyntaxNode ReplaceNode(SyntaxNode root, SyntaxNode original, IReadOnlyList<SyntaxNode> replacements) =>
        replacements.Count == 1 ? root.ReplaceNode(original, replacements[0]) : root.ReplaceNode(original, replacements);

    private static SyntaxAnnotation OuterMark { get; } = new();

    // True for the call in `else await c.A();`.
    private static bool FollowsOnSameLine(SyntaxNode node) => IsEmbedded(node)
        && node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line
            == node.SyntaxTree.GetLineSpan(node.GetFirstToken().GetPreviousToken().Span).EndLinePosition.Line;

    private static SyntaxNode? FindOutermostOnLine(SyntaxNode node)
    {
        SyntaxNode? outer = null;
        for (SyntaxNode? current = node; current is not null and not (BaseNamespaceDeclarationSyntax or CompilationUnitSyntax); current = current.Parent)
        {
            if (!IsOnOneLine(current))
            {
                break;
            }

            if (current is StatementSyntax or MemberDeclarationSyntax or AccessorDeclarationSyntax or SwitchSectionSyntax)
            {
                outer = current;
            }
        }

        return outer;
    }

    private static bool IsOnOneLine(SyntaxNode node)
    {
        FileLinePositionSpan lines = node.SyntaxTree.GetLineSpan(node.Span);
        return lines.StartLinePosition.Line == lines.EndLinePosition.Line;
    }

    private static SyntaxNode MoveToNewLine(SyntaxNode node) => node.WithLeadingTrivia(node.GetLeadingTrivia().Insert(0, ElasticLineFeed));

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is null || (!node.HasAnnotation(_newNodes) && !node.GetAnnotatedNodes(_newNodes).Any()))
        {
            return node;
        }

        SyntaxNode visited = node.HasAnnotation(_newNodes) ? node : base.Visit(node)!;
        return visited is StatementSyntax && IsEmbedded(node) ? MoveToNewLine(visited) : visited;
    }

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var block = (BlockSyntax)base.VisitBlock(node)!;
        return block
            .WithOpenBraceToken(BreakAfter(block.OpenBraceToken))
            .WithStatements(List(BreakAfterEach(block.Statements)))
            .WithCloseBraceToken(block.CloseBraceToken.WithLeadingTrivia(block.CloseBraceToken.LeadingTrivia.Insert(0, ElasticMarker)))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    public override SyntaxNode? VisitSwitchStatement(SwitchStatementSyntax node)
    {
        var statement = (SwitchStatementSyntax)base.VisitSwitchStatement(node)!;
        var sections = new List<SwitchSectionSyntax>();
        foreach (SwitchSectionSyntax section in statement.Sections)
        {
            var labels = new List<SwitchLabelSyntax>();
            foreach (SwitchLabelSyntax label in section.Labels)
            {
                labels.Add(label.WithColonToken(BreakAfter(label.ColonToken)));
            }

            sections.Add(section.WithLabels(List(labels)).WithStatements(List(BreakAfterEach(section.Statements))));
        }

        return statement
            .WithOpenBraceToken(BreakAfter(statement.OpenBraceToken))
            .WithSections(List(sections))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => BreakAfter((TypeDeclarationSyntax)base.VisitClassDeclaration(node)!);

    public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) => BreakAfter((TypeDeclarationSyntax)base.VisitStructDeclaration(node)!);

    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) => BreakAfter((TypeDeclarationSyntax)base.VisitRecordDeclaration(node)!);

    public override SyntaxNode? VisitInterfaceDeclaration(InterfaceDeclarationSyntax node) =>
        BreakAfter((TypeDeclarationSyntax)base.VisitInterfaceDeclaration(node)!);

    public override SyntaxNode? VisitAccessorList(AccessorListSyntax node)
    {
        var list = (AccessorListSyntax)base.VisitAccessorList(node)!;
        return list.WithOpenBraceToken(BreakAfter(list.OpenBraceToken)).WithAccessors(List(BreakAfterEach(list.Accessors)));
    }

    private static SyntaxNode BreakAfter(TypeDeclarationSyntax type) =>
        type.WithOpenBraceToken(BreakAfter(type.OpenBraceToken)).WithMembers(List(BreakAfterEach(type.Members)));

    private static SyntaxToken BreakAfter(SyntaxToken token) =>
        CommentTrivia.Contains(token.TrailingTrivia) ? token : token.WithTrailingTrivia(ElasticLineFeed);

    private static List<TNode> BreakAfterEach<TNode>(SyntaxList<TNode> statements)
        where TNode : SyntaxNode
    {
        var ended = new List<TNode>();
        foreach (TNode statement in statements)
        {
            ended.Add(CommentTrivia.Contains(statement.GetTrailingTrivia()) ? statement : statement.WithTrailingTrivia(ElasticLineFeed));
        }

        return ended;
    }

    private static bool IsEmbedded(SyntaxNode statement) => statement.Parent switch
    {
        ElseClauseSyntax => statement is not (IfStatementSyntax or BlockSyntax),
        IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
            or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax => statement is not BlockSyntax,
        _ => false,
    };
}
