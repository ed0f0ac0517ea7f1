using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>Removes everything from a client but its types, so that the cost of the types alone can be measured.</summary>
internal sealed class EmptyTypes : CSharpSyntaxRewriter
{
    private readonly HashSet<string> _declared;

    private EmptyTypes(HashSet<string> declared) => _declared = declared;

    /// <summary>The same files with the same types, in the same places, without members, attributes and documentation.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> files)
    {
        List<SyntaxNode> roots = [.. files.Select(file => CSharpSyntaxTree.ParseText(file, BenchDocuments.Options).GetRoot())];
        var declared = roots.SelectMany(root => root.DescendantNodes().OfType<TypeDeclarationSyntax>().Select(type => type.Identifier.ValueText))
            .ToHashSet(StringComparer.Ordinal);
        var rewriter = new EmptyTypes(declared);
        return roots.Select(root => rewriter.Visit(root).NormalizeWhitespace().ToFullString());
    }

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => Empty(node);

    public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) => Empty(node);

    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) => Empty(node);

    public override SyntaxNode? VisitInterfaceDeclaration(InterfaceDeclarationSyntax node) => Empty(node);

    public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) => node.WithAttributeLists([]).WithMembers([]).WithoutTrivia();

    private TypeDeclarationSyntax Empty(TypeDeclarationSyntax node)
    {
        // A base class of the runtime has abstract members, and an interface has members: types without members can have neither.
        BaseTypeSyntax[] bases = [.. (node.BaseList?.Types ?? [])
            .Where(type => type.Type is IdentifierNameSyntax name && _declared.Contains(name.Identifier.ValueText))
            .Select(static type => (BaseTypeSyntax)SyntaxFactory.SimpleBaseType(type.Type))];
        MemberDeclarationSyntax[] nested = [.. node.Members.OfType<BaseTypeDeclarationSyntax>().Select(member => (MemberDeclarationSyntax)Visit(member)!)];
        return node.WithAttributeLists([])
            .WithParameterList(null)
            .WithBaseList(bases.Length == 0 ? null : SyntaxFactory.BaseList(SyntaxFactory.SeparatedList(bases)))
            .WithMembers([.. nested])
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken))
            .WithSemicolonToken(default)
            .WithoutTrivia();
    }
}
