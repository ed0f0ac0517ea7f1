using CdeCodegen.Analyzers.Findings;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>A place that a result passes without being handled: a test, or a call of a helper that the analysis follows.</summary>
/// <param name="place">Where the method passes it.</param>
/// <param name="shown">What a message shows of it.</param>
/// <param name="cases">The cases that pass.</param>
internal readonly struct Passage(SyntaxNode place, PassedPlace shown, CaseSet cases)
{
    public SyntaxNode Place { get; } = place;
    public PassedPlace Shown { get; } = shown;
    public CaseSet Cases { get; } = cases;
}
