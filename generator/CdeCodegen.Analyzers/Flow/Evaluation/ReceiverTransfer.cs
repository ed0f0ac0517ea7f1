using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Evaluates calls on tracked values: on a result, on its task, on its type.</summary>
internal sealed class ReceiverTransfer(
    GraphLayout layout, TrackedOrigins origins, Effects effects, TextUses texts, Arguments arguments,
    ReachableTasks reachable, BodyContext body)
{
    public ReceiverOutcome Evaluate(in FlowPoint point, IInvocationOperation call, Value receiver, out Value value)
    {
        value = default;
        IMethodSymbol method = call.TargetMethod;
        switch (receiver.Kind)
        {
            case ValueKind.Enumerator or ValueKind.Type or ValueKind.TypeName:
                arguments.Escape(point, call);
                return ReceiverOutcome.Value;
            case ValueKind.Status:
                return ReceiverOutcome.None;
        }

        if (method.Name is "GetEnumerator" or "GetAsyncEnumerator" && receiver.Shape.Outer is Layer.Collection or Layer.Sequence)
        {
            arguments.Escape(point, call);
            point.State.Escape(receiver);
            value = layout.IsOnlyLook(Calls.Receiver(call)!) ? new Value(receiver.Origins, ValueKind.Enumerator, receiver.Shape.Inner) : default;
            return ReceiverOutcome.Value;
        }

        if (receiver.Shape.Outer == Layer.Collection && IsCopy(call) && layout.IsOnlyLook(Calls.Receiver(call)!))
        {
            value = receiver;
            return ReceiverOutcome.Value;
        }

        if (Calls.IsTaskPlumbing(method))
        {
            arguments.Escape(point, call);
            value = method.Name is "GetResult" or "Unwrap" && receiver.IsTask ? receiver.With(receiver.Shape.Inner) : receiver;
            if (method.Name == "GetResult" && receiver.IsTask)
            {
                effects.Receive(point, value);
            }

            return ReceiverOutcome.Value;
        }

        if (receiver.Shape.Outer == Layer.Collection && layout.IsOnlyCounted(call))
        {
            return ReceiverOutcome.Value;
        }

        if (receiver.IsTask)
        {
            return EvaluateOnTask(point, call, receiver);
        }

        return receiver.IsResult ? EvaluateOnResult(point, call, receiver, out value) : ReceiverOutcome.None;
    }

    /// <summary>Whether a call has the same results in another collection: <c>(await Task.WhenAll(tasks)).ToList()</c>.</summary>
    private bool IsCopy(IInvocationOperation call) =>
        Calls.IsCopy(call) && body.Types.Find(call.Type) is { Shape: { Outer: Layer.Collection or Layer.Sequence, Inner.IsResult: true } };

    /// <summary><c>foreach (var task in tasks) await task;</c> over tasks that only this loop can look at.</summary>
    public bool EnumerateKept(in FlowPoint point, IInvocationOperation call, out Value value)
    {
        value = default;
        if (call.TargetMethod.Name != "GetEnumerator" || !layout.IsKept(call, out ILocalSymbol? local))
        {
            return false;
        }

        bool isOnlyLook = local is null
            ? !reachable.Reaches(Operands.Unconverted(Calls.Receiver(call)!))
            : layout.IsEnumeratedOnce(local) || (layout.UsesOf(local) == KeptUses.Enumerated && !reachable.IsCopy(local));
        if (isOnlyLook && effects.Make(point, call) is { Kind: ValueKind.Carrier } collection)
        {
            point.State.Escape(collection);
            value = new Value(collection.Origins, ValueKind.Enumerator, collection.Shape.Inner);
        }

        return true;
    }

    private ReceiverOutcome EvaluateOnTask(in FlowPoint point, IInvocationOperation call, Value receiver)
    {
        IMethodSymbol method = call.TargetMethod;
        if (Calls.IsUnwrap(method) && receiver.Shape.Inner.IsResult)
        {
            arguments.Escape(point, call);
            ObserveUnwrap(point, call, receiver);
            point.State.Escape(receiver);
            return ReceiverOutcome.Call;
        }

        if (method.Name == "Wait" && Calls.IsInSystem(method.ContainingType))
        {
            arguments.Escape(point, call);
            if (receiver.Shape.Inner.IsResult && !effects.IsHeld(point.State, receiver.Origins))
            {
                Value result = receiver.With(receiver.Shape.Inner);
                effects.Receive(point, result);
                effects.Drop(point, result);
            }
            else
            {
                point.Observations?.Join(receiver.Origins);
            }

            return ReceiverOutcome.Value;
        }

        if (method.Name == "ContinueWith" && Calls.IsInSystem(method.ContainingType))
        {
            // `task.ContinueWith(t => Log(t.Exception)); … await task`: the code that awaits the variable stays responsible.
            if (Continuations.LookOnlyAtFaults(call) && layout.IsHeldAfter(point.State, receiver.Origins, call.Syntax))
            {
                point.Observations?.Join(receiver.Origins);
                arguments.Escape(point, call);
                return ReceiverOutcome.Call;
            }

            // The continuation becomes responsible: its parameter is tracked there.
            point.Observations?.AddContinuation(call, receiver.Origins.First);
            point.State.Escape(receiver);
            arguments.Escape(point, call);
            return ReceiverOutcome.Call;
        }

        return ReceiverOutcome.None;
    }

    private ReceiverOutcome EvaluateOnResult(in FlowPoint point, IInvocationOperation call, Value receiver, out Value value)
    {
        value = default;
        IMethodSymbol method = call.TargetMethod;
        switch (method.Name)
        {
            case "GetType" when method.Parameters.IsEmpty:
                value = receiver.As(ValueKind.Type);
                return ReceiverOutcome.Value;
            case "ToString" or "GetHashCode" or "Equals":
                foreach (IArgumentOperation argument in call.Arguments)
                {
                    texts.Evaluate(point, argument);
                }

                return ReceiverOutcome.Value;
        }

        bool isSame = IsSameResult(call, receiver);
        if (Calls.IsUnwrap(method))
        {
            arguments.Escape(point, call);
            ObserveUnwrap(point, call, receiver);
            foreach (int origin in receiver.Origins)
            {
                OriginState unwrapped = point.State.Of(origin);
                unwrapped.Possible = unwrapped.Possible.Except(receiver.Cases.Of(origin).Except(origins.TypeOf(origin).Success));
            }

            point.State.Escape(receiver);
            if (!call.IsImplicit)
            {
                effects.Act(point, call.Syntax, receiver.Origins);
            }

            value = isSame ? receiver : effects.Make(point, call);
            return ReceiverOutcome.Value;
        }
        // A fluent call returns its receiver.
        if (isSame)
        {
            arguments.Escape(point, call);
            effects.Act(point, call.Syntax, receiver.Origins);
            value = receiver;
            return ReceiverOutcome.Value;
        }

        return ReceiverOutcome.None;
    }

    private bool IsSameResult(IInvocationOperation call, Value receiver)
    {
        if (body.Types.Find(call.Type) is not { Shape.IsResult: true } returned)
        {
            return false;
        }

        foreach (int origin in receiver.Origins)
        {
            if (!SymbolEqualityComparer.Default.Equals(origins.TypeOf(origin).Symbol, returned.Type.Symbol))
            {
                return false;
            }
        }

        return true;
    }

    private void ObserveUnwrap(in FlowPoint point, IOperation unwrap, Value value)
    {
        if (point.Observations is not { } observations)
        {
            return;
        }

        bool isReported = false;
        foreach (int origin in value.Origins)
        {
            ResultType type = origins.TypeOf(origin);
            CaseSet possible = point.State.Of(origin).Possible.Intersect(value.Cases.Of(origin));
            Observation observation = observations.Of(origin);
            observation.Thrown = observation.Thrown.Union(possible.Except(type.Success));
            observation.Named = observation.Named.Union(possible.Intersect(type.Success));
            if (!isReported && !body.IsLenient && !possible.Except(type.Success).IsEmpty && !point.State.Of(origin).IsGiven
                && !ConversionTransfer.IsTestedFor(type, possible, type.Success) && !body.CatchesUnwrap(point.Block.EnclosingRegion))
            {
                observations.AddUnchecked(unwrap.Syntax, type);
                isReported = true;
            }
        }
    }
}
