using CdeCodegen.Analyzers.Tests.Infrastructure;
using CdeCodegen.CodeFixes.Fixers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Analyzers.Tests.Fixes;

/// <summary>Creates projects for tests that apply fixes without Roslyn's test library.</summary>
internal static class FixProjects
{
    public static CodeFixProvider[] Fixers { get; } = [new CDE1001Fixer(), new CDE1002Fixer(), new CDE1003Fixer(), new CDE1004Fixer(), new CDE1005Fixer(),
        new CDE1010Fixer()];

    /// <summary>Creates a project without documents that references the framework of the tests.</summary>
    public static Project Create(
        AdhocWorkspace workspace,
        LanguageVersion version = LanguageVersion.Latest,
        OutputKind output = OutputKind.DynamicallyLinkedLibrary,
        params MetadataReference[] references) =>
        workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Subject", "Subject", LanguageNames.CSharp,
            compilationOptions: Verify.Options.WithOutputKind(output),
            parseOptions: Verify.Parse(version), metadataReferences: Compilations.Framework.AddRange(references)));

    public static IEnumerable<string> GetComments(SyntaxNode root) => root.DescendantTrivia()
        .Where(static trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
        .Select(static trivia => trivia.ToString());

    /// <summary>Provides the given diagnostics to "fix all".</summary>
    public sealed class FixedDiagnosticProvider(IReadOnlyCollection<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await document.GetSyntaxTreeAsync(cancellationToken) is { } tree ? diagnostics.Where(d => d.Location.SourceTree == tree) : [];

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
