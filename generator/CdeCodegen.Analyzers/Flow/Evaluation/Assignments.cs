using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Evaluates assignments to variables, and lets values escape that are stored elsewhere.</summary>
internal sealed class Assignments(IEvaluator evaluator, GraphLayout layout, Effects effects, TextUses texts)
{
    public Value Evaluate(in FlowPoint point, ISimpleAssignmentOperation assignment)
    {
        FlowState state = point.State;
        if (assignment.IsRef)
        {
            state.Escape(evaluator.Evaluate(point, assignment.Value));
            return default;
        }

        if (assignment.Target is IDiscardOperation)
        {
            return Discard(point, assignment.Value);
        }

        ISymbol? symbol = layout.TargetOf(assignment.Target);
        if (symbol is null)
        {
            state.Escape(evaluator.Evaluate(point, assignment.Target));
        }

        Value value = evaluator.Evaluate(point, assignment.Value);
        OriginSet own = OriginSet.Empty;
        if (symbol is not null && layout.TryGetSlot(symbol, out int slot))
        {
            own = state.Read(slot).Origins;
            if (value.Kind is ValueKind.Status or ValueKind.Mixed)
            {
                // A status in a variable is tested elsewhere, which is not tracked.
                state.Escape(value);
                value = default;
            }

            effects.Overwrite(point, slot, value, assignment.Syntax);
        }
        else
        {
            effects.Give(point, value, assignment.Syntax);
            value = default;
        }

        if (!IsBookkeeping(assignment))
        {
            effects.Act(point, assignment.Syntax, own.Union(value.Origins));
        }

        return value;
    }

    public void Evaluate(in FlowPoint point, ICompoundAssignmentOperation compound)
    {
        point.State.Escape(evaluator.Evaluate(point, compound.Target));
        bool isText = compound.Type?.SpecialType == SpecialType.System_String;
        if (isText)
        {
            texts.Evaluate(point, compound.Value);
        }
        else
        {
            point.State.Escape(evaluator.Evaluate(point, compound.Value));
        }

        bool isStep = !isText && compound.Value.ConstantValue.HasValue && compound.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract;
        if (!isStep || !LoopCounters.IsBookkeeping(compound.Target.Syntax, compound.Syntax))
        {
            effects.Act(point, compound.Syntax, OriginSet.Empty);
        }
    }

    private Value Discard(in FlowPoint point, IOperation value)
    {
        Value discarded = evaluator.Evaluate(point, value);
        if (point.Observations is { } observations && discarded.Kind == ValueKind.Carrier)
        {
            observations.Unite(discarded.Origins);
            observations.AddDiscard(discarded.Origins);
        }

        point.State.Escape(discarded);
        return discarded;
    }

    /// <summary>Whether an assignment does not act: loop variables, <c>i = i + 1</c> that drives a loop, constants.</summary>
    private static bool IsBookkeeping(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is ILocalReferenceOperation { Local.IsConst: true })
        {
            return true;
        }

        SyntaxNode syntax = assignment.Syntax;
        if (syntax.Parent is ForStatementSyntax or ForEachStatementSyntax || syntax.Parent?.Parent is ForStatementSyntax)
        {
            return true;
        }

        return Operands.Unconverted(assignment.Value) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } step
            && (step.RightOperand.ConstantValue.HasValue || step.LeftOperand.ConstantValue.HasValue)
            && assignment.Target is ILocalReferenceOperation counter
            && (Operands.IsReferenceTo(step.LeftOperand, counter.Local) || Operands.IsReferenceTo(step.RightOperand, counter.Local))
            && step.Type?.SpecialType is not SpecialType.System_String
            && LoopCounters.IsBookkeeping(assignment.Target.Syntax, syntax);
    }
}
