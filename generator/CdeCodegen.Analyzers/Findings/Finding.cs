using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Findings;

/// <summary>One immutable fact about a result. The rules turn it into a diagnostic.</summary>
/// <param name="kind">What was found.</param>
/// <param name="place">The node to report.</param>
/// <param name="type">The result type concerned.</param>
/// <param name="cases">The cases concerned; empty for kinds that concern the whole result.</param>
/// <param name="test">The first test on the result in source order, where a fix adds cases; null if the result is not tested.</param>
/// <param name="passed">The last place that the cases pass unhandled; null if they pass none.</param>
/// <param name="status">The constant of <see cref="FindingKind.ImpossibleStatus"/>.</param>
internal readonly struct Finding(FindingKind kind, SyntaxNode place, ResultType type, CaseSet cases = default, SyntaxNode? test = null, PassedPlace? passed = null, long status = 0)
{
    public FindingKind Kind { get; } = kind;
    public SyntaxNode Place { get; } = place;
    public ResultType Type { get; } = type;
    public CaseSet Cases { get; } = cases;
    public SyntaxNode? Test { get; } = test;
    public PassedPlace? Passed { get; } = passed;
    public long Status { get; } = status;
}
