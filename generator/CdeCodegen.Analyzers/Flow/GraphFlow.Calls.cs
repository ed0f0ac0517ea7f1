using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow;

internal sealed partial class GraphFlow
{
    private Value EvaluateCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        IOperation? receiverOperation = Calls.Receiver(call);
        Value receiver = receiverOperation is null ? default : Evaluate(receiverOperation);

        if (_body.Options.Handlers.Match(method))
        {
            Escape(receiver);
            EscapeArguments(call);
            // A handler has already handled the result that it returns.
            Made(call, 0);
            return default;
        }

        if (receiver.Kind is not ValueKind.None and not ValueKind.Mixed && EvaluateOnFollowed(call, receiver) is { } followed)
        {
            return followed;
        }

        if (Calls.IsTaskCombinator(method))
        {
            return EvaluateCombinator(call);
        }

        if (_body.IsNeutral(method))
        {
            if (receiver.Kind is ValueKind.Status or ValueKind.Mixed)
            {
                Escape(receiver);
            }

            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (argument.Value != receiverOperation)
                {
                    EvaluateNeutral(argument);
                }
            }

            return Finish(call, 0);
        }

        Escape(receiver);
        EscapeArguments(call);
        return Finish(call, receiver.Origins);
    }

    /// <summary>Completes a call, which may create a result.</summary>
    private Value Finish(IInvocationOperation call, ulong except)
    {
        bool isSource = _layout.TryGetOrigin(call, out int origin);
        Made(call, except);
        return isSource ? Make(origin) : default;
    }

    /// <summary>Records that a call acts. A call in a condition does not act, unless it creates the next result.</summary>
    private void Made(IInvocationOperation call, ulong except)
    {
        if (!call.IsImplicit && (!_isAsking || _layout.TryGetOrigin(call, out _)))
        {
            Act(call.Syntax, except);
        }
    }

    private void EscapeArguments(IInvocationOperation call)
    {
        bool extended = call.Instance is null && call.TargetMethod.IsExtensionMethod;
        for (int i = extended ? 1 : 0; i < call.Arguments.Length; i++)
        {
            EscapeArgument(call.Arguments[i]);
        }
    }

    /// <param name="isText">Whether the argument becomes text, as in an exception; then a type name does not escape.</param>
    private void EscapeArgument(IArgumentOperation argument, bool isText = false)
    {
        Value value = Evaluate(argument.Value);
        if (!isText || value.Kind is not (ValueKind.Type or ValueKind.TypeName))
        {
            Escape(value);
        }

        if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out
            && argument.Value is ILocalReferenceOperation local && _layout.TryGetSlot(local.Local, out int slot))
        {
            _states.Write(_state, slot, default);
        }
    }

    /// <summary>Evaluates a member call on a tracked value; null when the call needs no special treatment.</summary>
    private Value? EvaluateOnFollowed(IInvocationOperation call, Value receiver)
    {
        IMethodSymbol method = call.TargetMethod;
        switch (receiver.Kind)
        {
            case ValueKind.Enumerator or ValueKind.Type or ValueKind.TypeName:
                EscapeArguments(call);
                return default(Value);
            case ValueKind.Status:
                return null;
        }

        if (method.Name is "GetEnumerator" or "GetAsyncEnumerator" && receiver.Shape.Outer is Layer.Collection or Layer.Sequence)
        {
            EscapeArguments(call);
            Escape(receiver);
            return new Value(receiver.Origins, ValueKind.Enumerator, receiver.Shape.Inner);
        }

        if (Calls.IsTaskPlumbing(method))
        {
            EscapeArguments(call);
            switch (method.Name)
            {
                case "GetResult" when receiver.IsTask:
                    Value result = receiver.With(receiver.Shape.Inner);
                    Receive(result);
                    return result;
                case "Unwrap" when receiver.IsTask:
                    return receiver.With(receiver.Shape.Inner);
                default:
                    return receiver;
            }
        }

        if (receiver.IsTask)
        {
            return EvaluateOnTask(call, receiver);
        }

        return receiver.IsResult ? EvaluateOnResult(call, receiver) : null;
    }

    private Value? EvaluateOnTask(IInvocationOperation call, Value receiver)
    {
        IMethodSymbol method = call.TargetMethod;
        if (Calls.IsUnwrap(method) && receiver.Shape.Inner.IsResult)
        {
            EscapeArguments(call);
            ReportUnwrap(call, receiver);
            Escape(receiver);
            return Finish(call, receiver.Origins);
        }

        if (method.Name == "Wait" && Calls.IsInSystem(method.ContainingType))
        {
            EscapeArguments(call);
            if (receiver.Shape.Inner.IsResult && !IsHeld(receiver.Origins))
            {
                Receive(receiver.With(receiver.Shape.Inner));
                Drop(receiver.With(receiver.Shape.Inner));
            }
            else if (_isReporting)
            {
                Note(receiver.Origins, static origin => origin.IsJoined = true);
            }

            return default(Value);
        }

        if (method.Name == "ContinueWith" && Calls.IsInSystem(method.ContainingType))
        {
            // The continuation becomes responsible: its parameter is tracked there.
            if (_isReporting)
            {
                _body.NoteContinuation(call, _origins[LowestBit(receiver.Origins)]);
            }

            Escape(receiver);
            EscapeArguments(call);
            return Finish(call, receiver.Origins);
        }

        return null;
    }

    private Value? EvaluateOnResult(IInvocationOperation call, Value receiver)
    {
        IMethodSymbol method = call.TargetMethod;
        switch (method.Name)
        {
            case "GetType" when method.Parameters.IsEmpty:
                return receiver.As(ValueKind.Type);
            case "ToString" or "GetHashCode" or "Equals":
                foreach (IArgumentOperation argument in call.Arguments)
                {
                    EvaluateNeutral(argument);
                }

                return default(Value);
        }

        if (Calls.IsUnwrap(method))
        {
            EscapeArguments(call);
            ReportUnwrap(call, receiver);
            for (int o = 0; receiver.Origins >> o != 0; o++)
            {
                if ((receiver.Origins >> o & 1) != 0)
                {
                    _state[_states.Possible(o)] &= _origins[o].Type!.Success | ~receiver.Cases;
                }
            }

            Escape(receiver);
            if (!call.IsImplicit)
            {
                Act(call.Syntax, receiver.Origins);
            }

            return IsSameResult(call, receiver) ? receiver : _layout.TryGetOrigin(call, out int made) ? Make(made) : default;
        }
        // A fluent call returns its receiver.
        if (IsSameResult(call, receiver))
        {
            EscapeArguments(call);
            Act(call.Syntax, receiver.Origins);
            return receiver;
        }

        return null;
    }

    private bool IsSameResult(IInvocationOperation call, Value receiver)
    {
        if (_body.Types.Find(call.Type) is not { Shape.IsResult: true } returned)
        {
            return false;
        }

        for (int o = 0; receiver.Origins >> o != 0; o++)
        {
            if ((receiver.Origins >> o & 1) != 0 && !SymbolEqualityComparer.Default.Equals(_origins[o].Type!.Symbol, returned.Type.Symbol))
            {
                return false;
            }
        }

        return true;
    }

    private void ReportUnwrap(IOperation unwrap, Value value)
    {
        if (!_isReporting)
        {
            return;
        }

        for (int o = 0; value.Origins >> o != 0; o++)
        {
            if ((value.Origins >> o & 1) == 0)
            {
                continue;
            }

            ResultType type = _origins[o].Type!;
            ulong possible = _state[_states.Possible(o)] & value.Cases;
            ulong failing = possible & ~type.Success;
            if (failing != 0 && !IsAsked(type, possible, type.Success) && !IsCaught(_block.EnclosingRegion))
            {
                _body.AddUnchecked(unwrap.Syntax, type);
                return;
            }
        }
    }

    /// <summary>Whether an earlier test left only the wanted cases and the undocumented ones.</summary>
    private static bool IsAsked(ResultType type, ulong possible, ulong wanted) => possible != type.All && (possible & ~wanted & ~type.Unlisted) == 0;

    /// <summary>Whether an enclosing handler catches the exception of <c>EnsureSuccess()</c>.</summary>
    private bool IsCaught(ControlFlowRegion? region)
    {
        // A handler around a lambda does not catch exceptions of the lambda.
        for (; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { Kind: ControlFlowRegionKind.TryAndCatch } construct)
            {
                continue;
            }

            foreach (ControlFlowRegion handler in construct.NestedRegions)
            {
                if (handler.Kind != ControlFlowRegionKind.Try && _body.CatchesUnwrap(handler.ExceptionType))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Evaluates <c>Task.WhenAll</c> and similar methods. Calls in the arguments escape, and the combined value is tracked instead;
    /// tasks in variables remain tracked, because their results can still be read.
    /// </summary>
    private Value EvaluateCombinator(IInvocationOperation call)
    {
        bool isDropped = IsStatement(call.Syntax);
        bool keepsTasks = false;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            keepsTasks |= EvaluateCombined(argument.Value, isDropped);
        }

        if (!call.IsImplicit)
        {
            Act(call.Syntax, 0);
        }

        if (isDropped && keepsTasks)
        {
            return default;
        }

        return _layout.TryGetOrigin(call, out int origin) ? Make(origin) : default;
    }

    /// <summary>True when the argument holds tasks that remain reachable.</summary>
    private bool EvaluateCombined(IOperation argument, bool isDropped)
    {
        bool any;
        switch (argument)
        {
            case IArrayCreationOperation { Initializer: { } initializer }:
                any = false;
                foreach (IOperation element in initializer.ElementValues)
                {
                    any |= EvaluateCombined(element, isDropped);
                }

                return any;
            case IConversionOperation { OperatorMethod: null } conversion when Unconverted(conversion) is var inner && (inner is IArrayCreationOperation || IsCollectionExpression(inner)):
                return EvaluateCombined(inner, isDropped);
            case { } expression when IsCollectionExpression(expression):
                any = false;
                foreach (IOperation element in expression.ChildOperations)
                {
                    any |= EvaluateCombined(element, isDropped);
                }

                return any;
        }

        IOperation reference = Unconverted(argument);
        if (reference is ILocalReferenceOperation or IParameterReferenceOperation)
        {
            Value value = Evaluate(reference);
            if (value.Kind != ValueKind.Carrier)
            {
                return _body.Types.Find(reference.Type) is not null;
            }

            if (isDropped || argument is IConversionOperation)
            {
                Note(value.Origins, static origin => origin.IsJoined = true);
            }
            else
            {
                Escape(value);
            }

            return true;
        }

        Escape(Evaluate(argument));
        return IsRootedInVariable(reference);
    }

    /// <summary>
    /// <c>[a, b]</c>, which <c>WhenAll(a, b)</c> is too where the parameter is a span. Roslyn 4.8 reports no kind for it.
    /// </summary>
    private static bool IsCollectionExpression(IOperation operation) =>
        operation.Kind == CollectionExpressionOperation || (operation.Kind == OperationKind.None && operation.Syntax.RawKind == CollectionExpression);

    private const OperationKind CollectionExpressionOperation = (OperationKind)0x7F;

    // SyntaxKind.CollectionExpression: in Roslyn 4.8 it is not public API yet.
    private const int CollectionExpression = 9076;

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
                    return _body.Types.Find(operation.Type) is not null;
                default:
                    return false;
            }
        }
    }

    private static bool IsStatement(SyntaxNode call)
    {
        for (SyntaxNode? node = call.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case ExpressionStatementSyntax:
                    return true;
                case AwaitExpressionSyntax or ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync" }:
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync" } }:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private void Note(ulong noted, Action<Origin> note)
    {
        if (!_isReporting)
        {
            return;
        }

        for (int o = 0; noted >> o != 0; o++)
        {
            if ((noted >> o & 1) != 0)
            {
                note(_origins[o]);
            }
        }
    }
}
