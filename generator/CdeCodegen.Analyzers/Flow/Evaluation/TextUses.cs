using CdeCodegen.Analyzers.Flow.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Evaluates expressions that only become text. Formatting a result does not use it; formatting a status does.</summary>
internal sealed class TextUses(IEvaluator evaluator)
{
    // Roslyn 4.8 reports no kind for a collection expression.
    public const OperationKind CollectionExpression = (OperationKind)0x7F;

    public void Evaluate(in FlowPoint point, IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null, Type.TypeKind: not TypeKind.Dynamic } conversion:
                Evaluate(point, conversion.Operand);
                break;
            // Only the callee sees an array created for `params`.
            case IArgumentOperation or IArrayCreationOperation { Initializer: not null } or IArrayInitializerOperation:
            case IInterpolatedStringOperation or IInterpolationOperation or IInterpolatedStringTextOperation or IInterpolatedStringHandlerCreationOperation
                or IInterpolatedStringAppendOperation or IInterpolatedStringAdditionOperation:
            case IInvocationOperation { IsImplicit: true }:
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }:
            case { Kind: OperationKind.None or CollectionExpression }:
                foreach (IOperation child in operation.ChildOperations)
                {
                    Evaluate(point, child);
                }

                break;
            default:
                Value value = evaluator.Evaluate(point, operation);
                if (value.Kind is ValueKind.Status or ValueKind.Mixed)
                {
                    point.State.Escape(value);
                }

                break;
        }
    }

    /// <summary>Evaluates a binary operator that is no test.</summary>
    public void EvaluateConcatenation(in FlowPoint point, IBinaryOperation binary)
    {
        if (binary.OperatorKind == BinaryOperatorKind.Add && binary.Type?.SpecialType == SpecialType.System_String)
        {
            Evaluate(point, binary);
            return;
        }

        point.State.Escape(evaluator.Evaluate(point, binary.LeftOperand));
        point.State.Escape(evaluator.Evaluate(point, binary.RightOperand));
    }
}
