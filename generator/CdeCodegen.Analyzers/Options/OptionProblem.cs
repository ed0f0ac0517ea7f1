using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Options;

/// <summary>An option with an invalid value, or an unknown option.</summary>
/// <param name="tree">The first tree with the problem.</param>
/// <param name="option">The name of the option, as written.</param>
/// <param name="value">The invalid value; null for an unknown option.</param>
/// <param name="expected">The form of a valid value; for an unknown option, the nearest name.</param>
internal sealed class OptionProblem(SyntaxTree tree, string option, string? value, string expected)
{
    public SyntaxTree Tree { get; } = tree;
    public string Option { get; } = option;
    public string? Value { get; } = value;
    public string Expected { get; } = expected;
}
