using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// What stood on one line and has become several statements is opened up, and so is all around it that stood on that line. The formatter alone would
/// leave a block on its line, whatever has come into it.
/// </summary>
internal sealed class Lines : CSharpSyntaxRewriter
{
    private readonly SyntaxAnnotation _mark;

    private Lines(SyntaxAnnotation mark) => _mark = mark;

    /// <summary>Replaces <paramref name="original"/>; in what comes in its place, <paramref name="mark"/> says what is new.</summary>
    public static SyntaxNode Replace(SyntaxNode root, SyntaxNode original, IReadOnlyList<SyntaxNode> replacements, SyntaxAnnotation mark)
    {
        if (Outermost(original) is not { } outer || (outer == original && (replacements.Count > 1 || replacements[0].HasAnnotation(mark))))
        {
            return Put(root, original, FollowsOnItsLine(original) ? [OnNewLine(replacements[0])] : replacements);
        }

        SyntaxNode changed = outer == original ? replacements[0] : Put(outer, original, replacements);
        // The parent tells what is embedded.
        SyntaxNode placed = root.ReplaceNode(outer, changed.WithAdditionalAnnotations(Place));
        outer = placed.GetAnnotatedNodes(Place).Single();
        return placed.ReplaceNode(outer, new Lines(mark).Visit(outer)!.WithoutAnnotations(Place).WithAdditionalAnnotations(Formatter.Annotation));
    }

    // Only in a list there is room for several.
    private static SyntaxNode Put(SyntaxNode root, SyntaxNode original, IReadOnlyList<SyntaxNode> replacements) =>
        replacements.Count == 1 ? root.ReplaceNode(original, replacements[0]) : root.ReplaceNode(original, replacements);

    private static SyntaxAnnotation Place { get; } = new();

    // `else await c.A();`
    private static bool FollowsOnItsLine(SyntaxNode node) => IsEmbedded(node)
        && node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line == node.SyntaxTree.GetLineSpan(node.GetFirstToken().GetPreviousToken().Span).EndLinePosition.Line;

    private static SyntaxNode? Outermost(SyntaxNode node)
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

    private static SyntaxNode OnNewLine(SyntaxNode node) => node.WithLeadingTrivia(node.GetLeadingTrivia().Insert(0, ElasticLineFeed));

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is null || (!node.HasAnnotation(_mark) && !node.GetAnnotatedNodes(_mark).Any()))
        {
            return node;
        }

        SyntaxNode visited = node.HasAnnotation(_mark) ? node : base.Visit(node)!;
        return visited is StatementSyntax && IsEmbedded(node) ? OnNewLine(visited) : visited;
    }

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var block = (BlockSyntax)base.VisitBlock(node)!;
        return block
            .WithOpenBraceToken(Opened(block.OpenBraceToken))
            .WithStatements(List(Ended(block.Statements)))
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
                labels.Add(label.WithColonToken(Opened(label.ColonToken)));
            }

            sections.Add(section.WithLabels(List(labels)).WithStatements(List(Ended(section.Statements))));
        }

        return statement
            .WithOpenBraceToken(Opened(statement.OpenBraceToken))
            .WithSections(List(sections))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => Opened((TypeDeclarationSyntax)base.VisitClassDeclaration(node)!);

    public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) => Opened((TypeDeclarationSyntax)base.VisitStructDeclaration(node)!);

    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) => Opened((TypeDeclarationSyntax)base.VisitRecordDeclaration(node)!);

    public override SyntaxNode? VisitInterfaceDeclaration(InterfaceDeclarationSyntax node) => Opened((TypeDeclarationSyntax)base.VisitInterfaceDeclaration(node)!);

    public override SyntaxNode? VisitAccessorList(AccessorListSyntax node)
    {
        var list = (AccessorListSyntax)base.VisitAccessorList(node)!;
        return list.WithOpenBraceToken(Opened(list.OpenBraceToken)).WithAccessors(List(Ended(list.Accessors)));
    }

    private static SyntaxNode Opened(TypeDeclarationSyntax type) =>
        type.WithOpenBraceToken(Opened(type.OpenBraceToken)).WithMembers(List(Ended(type.Members)));

    private static SyntaxToken Opened(SyntaxToken token) => Comments.IsIn(token.TrailingTrivia) ? token : token.WithTrailingTrivia(ElasticLineFeed);

    private static List<TNode> Ended<TNode>(SyntaxList<TNode> statements)
        where TNode : SyntaxNode
    {
        var ended = new List<TNode>();
        foreach (TNode statement in statements)
        {
            ended.Add(Comments.IsIn(statement.GetTrailingTrivia()) ? statement : statement.WithTrailingTrivia(ElasticLineFeed));
        }

        return ended;
    }

    private static bool IsEmbedded(SyntaxNode statement) => statement.Parent switch
    {
        ElseClauseSyntax => statement is not (IfStatementSyntax or BlockSyntax),
        IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax or LockStatementSyntax
            or FixedStatementSyntax => statement is not BlockSyntax,
        _ => false,
    };
}
