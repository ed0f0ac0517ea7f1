using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Findings;

/// <summary>What the code does with each documented response of one call. The project's report shows it; nothing else needs it.</summary>
/// <param name="place">The node that creates the result.</param>
/// <param name="type">The type of the result.</param>
internal sealed class Handling(SyntaxNode place, ResultType type)
{
    public SyntaxNode Place { get; } = place;

    public ResultType Type { get; } = type;

    /// <summary>Cases that some path leaves unhandled.</summary>
    public CaseSet Unhandled { get; init; }

    /// <summary>Cases that only a catch-all handles on some path, and that no path leaves unhandled.</summary>
    public CaseSet CaughtOnly { get; init; }

    /// <summary>Cases that end in the exception of <c>EnsureSuccess</c>.</summary>
    public CaseSet Thrown { get; init; }

    /// <summary>Cases that code names. All other cases are passed on with the result.</summary>
    public CaseSet Named { get; init; }

    /// <summary>Cases that a rule requires the code to handle.</summary>
    public CaseSet Required { get; init; }

    /// <summary>Whether the result is assigned to <c>_</c>.</summary>
    public bool IsDiscarded { get; init; }

    /// <summary>The switch expression without an arm for some of <see cref="Unhandled"/>; null if every switch is complete.</summary>
    public SyntaxNode? IncompleteSwitch { get; init; }
}
