using CdeCodegen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>The node that a diagnostic is reported on and the first test of the result, with the tree and the semantic model.</summary>
internal sealed class DiagnosticTarget
{
    public DiagnosticTarget(Solution solution, SyntaxNode root, SemanticModel model, SyntaxNode node, SyntaxNode? test)
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

    public static Task<DiagnosticTarget?> CreateAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        CreateAsync(document, root => FindNode(root, diagnostic), root => FindTest(root, diagnostic), cancellationToken);

    /// <returns>Null if <paramref name="node"/> finds no node.</returns>
    public static async Task<DiagnosticTarget?> CreateAsync(
        Document document, Func<SyntaxNode, SyntaxNode?> node, Func<SyntaxNode, SyntaxNode?> test, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || node(root) is not { } found)
        {
            return null;
        }

        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model is null ? null : new DiagnosticTarget(document.Project.Solution, root, model, found, test(root));
    }

    public static SyntaxNode FindNode(SyntaxNode root, Diagnostic diagnostic) => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    public static SyntaxNode? FindTest(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations.Count > 0 && !diagnostic.Properties.ContainsKey(RuleInfo.Helper)
            && diagnostic.AdditionalLocations[0].SourceTree == diagnostic.Location.SourceTree
            ? root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true)
            : null;
}
