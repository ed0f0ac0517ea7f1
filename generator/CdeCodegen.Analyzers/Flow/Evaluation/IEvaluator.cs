using CdeCodegen.Analyzers.Flow.State;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Evaluates the operands of an operation.</summary>
internal interface IEvaluator
{
    /// <summary>Evaluates an expression and applies its effects. Callers let values escape that they do not track.</summary>
    Value Evaluate(in FlowPoint point, IOperation operation);
}
