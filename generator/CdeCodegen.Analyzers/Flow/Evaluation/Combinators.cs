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
internal sealed class Combinators(IEvaluator evaluator, Effects effects, ReachableTasks reachable)
{
    // SyntaxKind.CollectionExpression: in Roslyn 4.8 it is not public API yet.
    private const int CollectionExpression = 9076;

    public Value Evaluate(in FlowPoint point, IInvocationOperation call)
    {
        bool isWait = Calls.IsWait(call.TargetMethod);
        bool isDropped = isWait || SourcePlaces.IsStatement(call.Syntax);
        bool keepsTasks = false, isOfMember = false;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            keepsTasks |= EvaluateArgument(point, argument.Value, isDropped);
            isOfMember |= IsOfMembers(argument.Value);
        }

        if (!call.IsImplicit)
        {
            effects.Act(point, call.Syntax, OriginSet.Empty);
        }

        // `Task Drain() => Task.WhenAll(_running);` loses no result: the field has the tasks.
        if (keepsTasks && (isDropped || (isOfMember && IsPlainTask(call))))
        {
            return default;
        }

        Value combined = effects.Make(point, call);
        if (isWait)
        {
            effects.Drop(point, combined);
            return default;
        }

        if (call.TargetMethod.Name is "WhenAny" or "WhenEach")
        {
            // These wait, although their values are other tasks.
            point.Observations?.Join(combined.Origins);
        }

        return combined;
    }

    /// <summary>Whether the value of a call becomes a task without a result.</summary>
    private static bool IsPlainTask(IInvocationOperation call) =>
        call.Parent is IConversionOperation { Type: var type } && Calls.IsTaskWithoutResult(type);

    /// <summary>True when the argument holds tasks that remain reachable.</summary>
    private bool EvaluateArgument(in FlowPoint point, IOperation argument, bool isDropped)
    {
        if (ListIn(argument) is { } list)
        {
            return EvaluateElements(point, list, isDropped);
        }

        IOperation reference = Operands.Unconverted(argument);
        if (reference is not (ILocalReferenceOperation or IParameterReferenceOperation))
        {
            point.State.Escape(evaluator.Evaluate(point, argument));
            return reachable.Reaches(reference);
        }

        Value value = evaluator.Evaluate(point, reference);
        if (value.Kind != ValueKind.Carrier)
        {
            return reachable.Hold(reference);
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

    private bool EvaluateElements(in FlowPoint point, IOperation list, bool isDropped)
    {
        bool any = false;
        foreach (IOperation element in list.ChildOperations)
        {
            any |= EvaluateArgument(point, element, isDropped);
        }

        return any;
    }

    /// <summary>Whether fields or properties hold all tasks of an argument.</summary>
    private bool IsOfMembers(IOperation argument)
    {
        if (ListIn(argument) is not { } list)
        {
            return reachable.ReachesMember(argument);
        }

        foreach (IOperation element in list.ChildOperations)
        {
            if (!IsOfMembers(element))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The elements of <c>new[] { a, b }</c>, <c>[a, b]</c> and an array for <c>params</c>; null for any other expression.</summary>
    private static IOperation? ListIn(IOperation argument) => Operands.Unconverted(argument) switch
    {
        IArrayCreationOperation array => array.Initializer,
        var expression => IsCollectionExpression(expression) ? expression : null,
    };

    /// <summary>
    /// <c>[a, b]</c>, which <c>WhenAll(a, b)</c> is too where the parameter is a span. Roslyn 4.8 reports no kind for it.
    /// </summary>
    private static bool IsCollectionExpression(IOperation operation) =>
        operation.Kind == TextUses.CollectionExpression || (operation.Kind == OperationKind.None && operation.Syntax.RawKind == CollectionExpression);
}
