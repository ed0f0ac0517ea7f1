using CdeCodegen.Analyzers.Flow.State;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Where an operation is evaluated: the state before it, which the evaluation changes, and what surrounds it.</summary>
/// <param name="state">The state, which the evaluation changes in place.</param>
/// <param name="block">The block of the operation.</param>
/// <param name="finallyEntry">The state at the start of the innermost finally region that is being run; null outside of one.</param>
/// <param name="observations">The collector of the reporting pass; null while solving.</param>
/// <param name="isCondition">Whether the operation is part of a condition, where a call does not act.</param>
internal readonly struct FlowPoint(FlowState state, BasicBlock block, FlowState? finallyEntry, Observations? observations, bool isCondition = false)
{
    public FlowState State { get; } = state;

    public BasicBlock Block { get; } = block;

    public FlowState? FinallyEntry { get; } = finallyEntry;

    public Observations? Observations { get; } = observations;

    public bool IsCondition { get; } = isCondition;

    public FlowPoint With(FlowState state) => new(state, Block, FinallyEntry, Observations, IsCondition);

    public FlowPoint InCondition() => new(State, Block, FinallyEntry, Observations, isCondition: true);
}
