using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Evaluates calls and object creations: by the method, and by what <see cref="ReceiverTransfer"/> knows of the receiver.</summary>
internal sealed class CallTransfer(
    IEvaluator evaluator,
    GraphLayout layout,
    Effects effects,
    TextUses texts,
    Arguments arguments,
    Combinators combinators,
    ReceiverTransfer receivers,
    ConversionTransfer conversions,
    HelperCalls helpers,
    BodyContext body)
{
    public Value Evaluate(in FlowPoint point, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        IOperation? receiverOperation = Calls.Receiver(call);
        Value receiver = receiverOperation is null ? default : evaluator.Evaluate(point, receiverOperation);

        if (body.Options.Handlers.Match(method))
        {
            point.State.Escape(receiver);
            arguments.Escape(point, call);
            // A handler has already handled the result that it returns.
            Act(point, call, OriginSet.Empty);
            return default;
        }

        if (receiver.Kind is not ValueKind.None and not ValueKind.Mixed)
        {
            switch (receivers.Evaluate(point, call, receiver, out Value known))
            {
                case ReceiverOutcome.Value:
                    return known;
                case ReceiverOutcome.Call:
                    return Finish(point, call, receiver.Origins);
            }
        }

        if (receivers.EnumerateKept(point, call, out Value enumerator))
        {
            return enumerator;
        }

        if (Calls.IsTaskCombinator(method))
        {
            return combinators.Evaluate(point, call);
        }

        if (body.IsNeutral(method))
        {
            if (method.Name == "ThrowIfNull" && !call.Arguments.IsEmpty)
            {
                conversions.ThrowIfNull(point, call.Syntax, evaluator.Evaluate(point, call.Arguments[0].Value));
            }

            if (receiver.Kind is ValueKind.Status or ValueKind.Mixed)
            {
                point.State.Escape(receiver);
            }

            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (argument.Value != receiverOperation)
                {
                    texts.Evaluate(point, argument);
                }
            }

            return Finish(point, call, OriginSet.Empty);
        }

        if (helpers.TryEvaluate(point, call, receiverOperation, receiver, out OriginSet handed))
        {
            // The summary says what the helper does, so the call itself does not count as an act.
            return Finish(point, call, receiver.Origins.Union(handed));
        }

        effects.Give(point, receiver, call.Syntax);
        arguments.Escape(point, call);
        return Finish(point, call, receiver.Origins);
    }

    public Value Evaluate(in FlowPoint point, IObjectCreationOperation creation)
    {
        // new ValueTask<R>(task)
        if (creation.Arguments.Length == 1 && body.Types.Find(creation.Type) is { Shape.Outer: Layer.Task })
        {
            Value inner = evaluator.Evaluate(point, creation.Arguments[0].Value);
            if (inner.IsTask)
            {
                return inner;
            }

            point.State.Escape(inner);
            return default;
        }

        bool isNeutral = creation.Constructor is { } constructor && body.Options.NeutralSinks.Match(constructor);
        bool isException = creation.Type is not null && KnownTypes.IsOfSystem(creation.Type, "Exception");
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (isNeutral)
            {
                texts.Evaluate(point, argument);
            }
            else
            {
                arguments.Escape(point, argument, isException);
            }
        }

        if (!creation.IsImplicit)
        {
            effects.Act(point, creation.Syntax, OriginSet.Empty);
        }

        return default;
    }

    /// <summary>Completes a call, which may create a result.</summary>
    private Value Finish(in FlowPoint point, IInvocationOperation call, OriginSet except)
    {
        Act(point, call, except);
        // A task that leaves a collection is followed from here, unless other code may look at it in the collection.
        if (layout.IsKept(call, out ILocalSymbol? local) && layout.UsesOf(local!) == KeptUses.Unknown)
        {
            return default;
        }

        if (KeptTasks.Receiver(call) is not { } receiver)
        {
            return effects.Make(point, call);
        }

        if (layout.IsKept(call, out _) && layout.TryGetSlot(receiver, out int slot))
        {
            point.State.Write(slot, effects.Make(point, call));
        }

        return default;
    }

    /// <summary>Records that a call acts. A call in a condition does not act, unless it creates the next result.</summary>
    private void Act(in FlowPoint point, IInvocationOperation call, OriginSet except)
    {
        if (!call.IsImplicit && (!point.IsCondition || layout.IsSource(call)))
        {
            effects.Act(point, call.Syntax, except);
        }
    }
}
