using CdeCodegen.Analyzers.Findings;
using CdeCodegen.Analyzers.Semantics;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>What a helper leaves of the result in one of its parameters.</summary>
/// <param name="missing">The cases that reach an exit of the helper unhandled.</param>
/// <param name="catchAllOnly">The other cases that only a catch-all of the helper handles.</param>
/// <param name="isLost">Whether the helper ignores a task that it is given.</param>
/// <param name="place">What the missing cases pass in the helper.</param>
internal sealed class HelperSummary(CaseSet missing, CaseSet catchAllOnly, bool isLost, PassedPlace place)
{
    public CaseSet Missing { get; } = missing;
    public CaseSet CatchAllOnly { get; } = catchAllOnly;
    public bool IsLost { get; } = isLost;
    public PassedPlace Place { get; } = place;
}
