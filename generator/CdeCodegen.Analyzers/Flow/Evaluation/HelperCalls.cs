using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Evaluates calls of private helpers: a result that one is given stays due, except for the cases that the helper handles.</summary>
internal sealed class HelperCalls(IEvaluator evaluator, TrackedOrigins origins, CatchAllRegions regions, Arguments arguments, BodyContext body,
    IHelperSummaries? helpers)
{
    /// <summary>False when the method is not followed.</summary>
    /// <param name="receiverOperation">The receiver, which is the first argument of an extension method.</param>
    /// <param name="receiver">The value of the receiver, which is evaluated already.</param>
    /// <param name="handed">The results that remain due.</param>
    public bool TryEvaluate(in FlowPoint point, IInvocationOperation call, IOperation? receiverOperation, Value receiver, out OriginSet handed)
    {
        handed = OriginSet.Empty;
        if (helpers is null || !helpers.Follows(call.TargetMethod))
        {
            return false;
        }

        if (call.Instance is not null)
        {
            point.State.Escape(receiver);
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.None } parameter)
            {
                arguments.Escape(point, argument);
                continue;
            }

            Value value = argument.Value == receiverOperation ? receiver : evaluator.Evaluate(point, argument.Value);
            if (IsTracked(value, parameter))
            {
                handed = handed.Union(Hand(point, call, parameter, value));
            }
            else
            {
                point.State.Escape(value);
            }
        }

        return true;
    }

    private bool IsTracked(Value value, IParameterSymbol parameter)
    {
        if (value.Kind != ValueKind.Carrier || value.Cast is not null
            || body.Types.Find(parameter.OriginalDefinition.Type) is not { } carrier || carrier.Shape.Bits != value.Shape.Bits)
        {
            return false;
        }

        foreach (int origin in value.Origins)
        {
            if (!ReferenceEquals(origins.TypeOf(origin), carrier.Type))
            {
                return false;
            }
        }

        return true;
    }

    private OriginSet Hand(in FlowPoint point, IInvocationOperation call, IParameterSymbol parameter, Value value)
    {
        OriginSet handed = OriginSet.Empty;
        foreach (int origin in value.Origins)
        {
            OriginState state = point.State.Of(origin);
            CaseSet given = value.Cases.Of(origin).Intersect(state.Possible);
            // In a branch for the remaining cases, the helper acts for these.
            CaseSet failures = given.Except(origins.TypeOf(origin).Success);
            CaseSet entering = !failures.IsEmpty && regions.IsInside(call.Syntax, origin) ? failures : given;
            if (entering.IsEmpty || helpers!.Summarize(parameter, entering) is not { } summary)
            {
                state.Escape(given);
                continue;
            }

            handed = handed.Union(OriginSet.Of(origin));
            if (state.IsPending)
            {
                if (summary.IsLost)
                {
                    continue;
                }

                state.IsPending = false;
                state.Unhandled = state.Possible;
                if (point.Observations is { } received)
                {
                    received.Of(origin).Note(ResultUses.Awaited);
                }
            }

            CaseSet left = state.Unhandled.Intersect(given);
            CaseSet missing = left.Intersect(summary.Missing);
            CaseSet caught = left.Union(state.CatchAllOnly).Intersect(summary.CatchAllOnly.Union(summary.Missing)).Except(missing);
            state.Unhandled = state.Unhandled.Except(given).Union(missing);
            state.CatchAllOnly = state.CatchAllOnly.Except(given).Union(caught);
            point.Observations?.Of(origin).Pass(new Passage(call.Syntax, summary.Place, missing.Union(caught)));
        }

        return handed;
    }
}
