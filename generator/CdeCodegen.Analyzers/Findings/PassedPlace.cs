using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Findings;

/// <summary>A test, or a helper that the analysis follows, which cases of a result pass unhandled.</summary>
/// <param name="node">The test; in a helper without a test, its parameter.</param>
/// <param name="helper">The name of the helper; null for a test in the method itself.</param>
internal sealed class PassedPlace(SyntaxNode node, string? helper)
{
    public SyntaxNode Node { get; } = node;
    public string? Helper { get; } = helper;
}
