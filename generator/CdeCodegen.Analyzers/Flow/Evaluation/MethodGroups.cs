using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Evaluates method groups: <c>Func&lt;string, Task&gt; f = c.A;</c> loses the result, as <c>x =&gt; c.A(x)</c> does.</summary>
internal sealed class MethodGroups(IEvaluator evaluator, BodyContext body)
{
    public void Evaluate(in FlowPoint point, IDelegateCreationOperation creation, IMethodReferenceOperation method)
    {
        if (method.Instance is { } instance)
        {
            point.State.Escape(evaluator.Evaluate(point, instance));
        }

        if (point.Observations is { } observations && LosesResult(creation, method) is { } type && !body.IsLenient && !IsWatched(creation))
        {
            observations.AddTypeLost(method.Syntax, type);
        }
    }

    private ResultType? LosesResult(IDelegateCreationOperation creation, IMethodReferenceOperation method) =>
        creation.Type is INamedTypeSymbol { DelegateInvokeMethod.ReturnType: var returned } && Calls.IsTaskWithoutResult(returned)
        && body.Types.Find(method.Method.ReturnType) is { Shape.Outer: Layer.Task } carrier
            ? carrier.Type
            : null;

    /// <summary>An assertion or a mock observes the delegate.</summary>
    private static bool IsWatched(IOperation creation)
    {
        IOperation? parent = creation.Parent;
        while (parent is IConversionOperation or IArgumentOperation)
        {
            parent = parent.Parent;
        }

        return parent is IInvocationOperation call && Calls.IsWatching(call.TargetMethod);
    }
}
