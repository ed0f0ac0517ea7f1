using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>
/// Evaluates <c>Task.WhenAll</c> and similar methods. Calls in the arguments escape, and the combined value is tracked instead;
/// tasks in variables remain tracked, because their results can still be read.
/// </summary>
internal sealed class Combinators(IEvaluator evaluator, GraphLayout layout, Effects effects, BodyContext body)
{
    // SyntaxKind.CollectionExpression: in Roslyn 4.8 it is not public API yet.
    private const int CollectionExpression = 9076;

    public Value Evaluate(in FlowPoint point, IInvocationOperation call)
    {
        bool isDropped = SourcePlaces.IsStatement(call.Syntax);
        bool keepsTasks = false;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            keepsTasks |= EvaluateArgument(point, argument.Value, isDropped);
        }

        if (!call.IsImplicit)
        {
            effects.Act(point, call.Syntax, OriginSet.Empty);
        }

        if (isDropped && keepsTasks)
        {
            return default;
        }

        Value combined = effects.Make(point, call);
        if (isDropped && call.TargetMethod.Name == "WhenAny")
        {
            // `await Task.WhenAny(…);` waits, although the value of the call is another task.
            point.Observations?.Join(combined.Origins);
        }

        return combined;
    }

    /// <summary>True when the argument holds tasks that remain reachable.</summary>
    private bool EvaluateArgument(in FlowPoint point, IOperation argument, bool isDropped)
    {
        switch (argument)
        {
            case IArrayCreationOperation { Initializer: { } initializer }:
                return EvaluateElements(point, initializer, isDropped);
            case IConversionOperation { OperatorMethod: null } conversion
                when Operands.Unconverted(conversion) is var inner && (inner is IArrayCreationOperation || IsCollectionExpression(inner)):
                return EvaluateArgument(point, inner, isDropped);
            case { } expression when IsCollectionExpression(expression):
                return EvaluateElements(point, expression, isDropped);
        }

        IOperation reference = Operands.Unconverted(argument);
        if (reference is not (ILocalReferenceOperation or IParameterReferenceOperation))
        {
            point.State.Escape(evaluator.Evaluate(point, argument));
            return IsRootedInVariable(reference);
        }

        Value value = evaluator.Evaluate(point, reference);
        if (value.Kind != ValueKind.Carrier)
        {
            return Remains(reference);
        }

        if (isDropped || argument is IConversionOperation)
        {
            point.Observations?.Join(value.Origins);
        }
        else
        {
            point.State.Escape(value);
        }

        return true;
    }

    /// <summary>Whether code may still look at the tasks that a variable holds. Nothing reads those of a local that is only filled and waited for.</summary>
    private bool Remains(IOperation reference) =>
        body.Types.Find(reference.Type) is not null && !(reference is ILocalReferenceOperation { Local: var local } && layout.UsesOf(local) == KeptUses.Waited);

    private bool EvaluateElements(in FlowPoint point, IOperation list, bool isDropped)
    {
        bool any = false;
        foreach (IOperation element in list.ChildOperations)
        {
            any |= EvaluateArgument(point, element, isDropped);
        }

        return any;
    }

    /// <summary>
    /// <c>[a, b]</c>, which <c>WhenAll(a, b)</c> is too where the parameter is a span. Roslyn 4.8 reports no kind for it.
    /// </summary>
    private static bool IsCollectionExpression(IOperation operation) =>
        operation.Kind == TextUses.CollectionExpression || (operation.Kind == OperationKind.None && operation.Syntax.RawKind == CollectionExpression);

    /// <summary><c>tasks.Where(…)</c>, <c>_tasks</c>: an expression over tasks that remain reachable.</summary>
    private bool IsRootedInVariable(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IInvocationOperation call when Calls.Receiver(call) is { } receiver:
                    operation = receiver;
                    break;
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation:
                    return Remains(operation);
                default:
                    return false;
            }
        }
    }
}
