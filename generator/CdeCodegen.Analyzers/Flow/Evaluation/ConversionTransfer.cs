using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Evaluates conversions: casts to one case, and conversions that lose the result of a task.</summary>
internal sealed class ConversionTransfer(IEvaluator evaluator, TrackedOrigins origins, Effects effects, CaseTests tests, BodyContext body)
{
    public Value Evaluate(in FlowPoint point, IConversionOperation conversion)
    {
        Value value = evaluator.Evaluate(point, conversion.Operand);
        if (value.Kind == ValueKind.None || conversion.Type is not { } target)
        {
            return default;
        }

        if (conversion.OperatorMethod is not null || target.TypeKind == TypeKind.Dynamic)
        {
            point.State.Escape(value);
            return default;
        }

        switch (value.Kind)
        {
            case ValueKind.Carrier when value.Shape.IsResult:
                return Cast(point, conversion, value, target);
            case ValueKind.Carrier when value.IsTask:
                return ConvertTask(point, conversion, value, target);
            case ValueKind.Carrier when target.SpecialType == SpecialType.System_Object:
                point.State.Escape(value);
                return default;
            default:
                return value;
        }
    }

    /// <summary>Evaluates a member access: <c>(r as Ok)!.Value</c> equals <c>((Ok)r).Value</c>.</summary>
    public Value Dereference(in FlowPoint point, IOperation site, Value value)
    {
        if (value.Cast is { } cast)
        {
            Unwrap(point, site, value, cast);
        }

        return value.WithCast(null);
    }

    /// <summary>
    /// <c>ArgumentNullException.ThrowIfNull(r as Ok)</c> throws for every other case, as <c>if (r is not Ok) throw …</c> does: a catch-all.
    /// </summary>
    public void ThrowIfNull(in FlowPoint point, SyntaxNode call, Value value)
    {
        if (value.Cast is not { } cast)
        {
            return;
        }

        foreach (int origin in value.Origins)
        {
            CaseSet may = origins.TypeOf(origin).Test(cast, out CaseSet mentioned).May;
            OriginState tested = point.State.Of(origin);
            CaseSet other = value.Cases.Of(origin).Except(may);
            if (tested.Possible.Overlaps(other))
            {
                point.Observations?.Of(origin).Tested(call);
            }

            tested.Possible = tested.Possible.Except(other);
            tested.Handle(mentioned);
            tested.HandleByCatchAll(other);
        }
    }

    /// <summary>Whether an earlier test ruled out every listed case that is not wanted.</summary>
    public static bool IsTestedFor(ResultType type, CaseSet possible, CaseSet wanted) =>
        possible != type.All && possible.Except(wanted).Except(type.Unlisted).IsEmpty;

    private Value Cast(in FlowPoint point, IConversionOperation conversion, Value value, ITypeSymbol target)
    {
        if (target.TypeKind == TypeKind.TypeParameter)
        {
            point.State.Escape(value);
            return default;
        }

        if (IsWhole(value, target))
        {
            return value;
        }

        if (conversion.IsTryCast)
        {
            if (value.Cast is null)
            {
                return value.WithCast(target);
            }

            point.State.Escape(value);
            return default;
        }

        Unwrap(point, conversion, value, target);
        return tests.OfType(value.WithCast(null), target);
    }

    /// <summary>Whether every case is of a type.</summary>
    private bool IsWhole(Value value, ITypeSymbol target)
    {
        foreach (int origin in value.Origins)
        {
            if (!origins.TypeOf(origin).IsWholeAs(target))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Records an unchecked use as one case. Other cases leave here through an implicit exception, which is not handling.</summary>
    private void Unwrap(in FlowPoint point, IOperation site, Value value, ITypeSymbol target)
    {
        if (body.IsLenient)
        {
            point.State.Escape(value);
            return;
        }

        bool isUnchecked = false;
        foreach (int origin in value.Origins)
        {
            ResultType type = origins.TypeOf(origin);
            CaseSet may = type.Test(target, out CaseSet mentioned).May;
            OriginState unwrapped = point.State.Of(origin);
            CaseSet other = value.Cases.Of(origin).Except(may);
            if (point.Observations?.Of(origin) is { } named)
            {
                named.Named = named.Named.Union(mentioned);
            }

            if (unwrapped.Possible.Overlaps(other))
            {
                isUnchecked |= !unwrapped.IsGiven && !IsTestedFor(type, unwrapped.Possible.Intersect(value.Cases.Of(origin)), may);
                if (point.Observations?.Of(origin) is { } observation)
                {
                    observation.Collect(unwrapped, other);
                    observation.Tested(site.Syntax);
                }
            }

            unwrapped.Possible = unwrapped.Possible.Except(other);
            unwrapped.Handle(other.Union(mentioned));
        }

        // A failed `(r as Ok)!` throws a NullReferenceException, a failed cast an InvalidCastException.
        string exception = site is IConversionOperation { IsTryCast: false } ? "System.InvalidCastException" : "System.NullReferenceException";
        if (isUnchecked && point.Observations is not null && !body.Catches(point.Block.EnclosingRegion, exception))
        {
            point.Observations?.AddUnchecked(site.Syntax, origins.TypeOf(value.Origins.First));
        }
    }

    /// <summary>Converts a task. A conversion from <c>Task&lt;R&gt;</c> to <c>Task</c> loses the result.</summary>
    private Value ConvertTask(in FlowPoint point, IConversionOperation conversion, Value value, ITypeSymbol target)
    {
        // `task != null`, `first == task`: a comparison converts to object and keeps the task.
        if (body.Types.Find(target) is not null || conversion.Parent is IBinaryOperation)
        {
            return value;
        }

        if (target is not INamedTypeSymbol { Name: "Task", Arity: 0, ContainingNamespace.Name: "Tasks" })
        {
            point.State.Escape(value);
            return default;
        }

        // A test library takes the task to set it up, or to await it: `client.A().ThrowsAsync(…)`, `Should.ThrowAsync<T>(client.A())`.
        if (conversion.Parent is IArgumentOperation { Parent: IInvocationOperation call } && Calls.IsWatching(call.TargetMethod))
        {
            point.State.Escape(value);
            return default;
        }

        bool isHeld = effects.IsHeld(point.State, value.Origins);
        if (point.Observations is { } observations)
        {
            foreach (int origin in value.Origins)
            {
                observations.Of(origin).Note(ResultUses.Lost);
                if (!isHeld)
                {
                    observations.Collect(point.State, origin);
                }
            }
        }

        return default;
    }
}
