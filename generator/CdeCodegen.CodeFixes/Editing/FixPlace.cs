using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Where a diagnostic stands in a tree and what the compiler knows of it: its node, and the first test it points to.</summary>
internal sealed class FixPlace
{
    public FixPlace(Solution solution, SyntaxNode root, SemanticModel model, SyntaxNode node, SyntaxNode? test)
    {
        Solution = solution;
        Root = root;
        Model = model;
        Node = node;
        Test = test;
    }

    public Solution Solution { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public SyntaxNode Node { get; }

    public SyntaxNode? Test { get; }

    public LanguageVersion Language => Root.SyntaxTree.Options is CSharpParseOptions options ? options.LanguageVersion : LanguageVersion.Default;

    public static Task<FixPlace?> CreateAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        CreateAsync(document, root => NodeOf(root, diagnostic), root => TestOf(root, diagnostic), cancellationToken);

    /// <returns>Null where the node is not found.</returns>
    public static async Task<FixPlace?> CreateAsync(
        Document document, Func<SyntaxNode, SyntaxNode?> node, Func<SyntaxNode, SyntaxNode?> test, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || node(root) is not { } found)
        {
            return null;
        }

        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model is null ? null : new FixPlace(document.Project.Solution, root, model, found, test(root));
    }

    public static SyntaxNode NodeOf(SyntaxNode root, Diagnostic diagnostic) => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    public static SyntaxNode? TestOf(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations.Count > 0 && diagnostic.AdditionalLocations[0].SourceTree == diagnostic.Location.SourceTree
            ? root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true)
            : null;
}
