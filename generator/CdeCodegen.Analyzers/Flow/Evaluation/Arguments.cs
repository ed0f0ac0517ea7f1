using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Lets the arguments of calls escape.</summary>
internal sealed class Arguments(IEvaluator evaluator, GraphLayout layout, Effects effects)
{
    /// <summary>Lets all arguments of a call escape, except the receiver of an extension method.</summary>
    public void Escape(in FlowPoint point, IInvocationOperation call)
    {
        bool extended = call.Instance is null && call.TargetMethod.IsExtensionMethod;
        bool isLookup = Calls.IsLookup(call.TargetMethod);
        for (int i = extended ? 1 : 0; i < call.Arguments.Length; i++)
        {
            if (isLookup && call.Arguments[i].Parameter?.RefKind == RefKind.None)
            {
                LookUp(point, call.TargetMethod, evaluator.Evaluate(point, call.Arguments[i].Value));
            }
            else
            {
                Escape(point, call.Arguments[i]);
            }
        }
    }

    /// <param name="isText">Whether the argument becomes text, as in an exception; then a type name does not escape.</param>
    public void Escape(in FlowPoint point, IArgumentOperation argument, bool isText = false)
    {
        Value value = evaluator.Evaluate(point, argument.Value);
        if (!isText || value.Kind is not (ValueKind.Type or ValueKind.TypeName))
        {
            effects.Give(point, value, argument.Syntax);
        }

        if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out
            && argument.Value is ILocalReferenceOperation local && layout.TryGetSlot(local.Local, out int slot))
        {
            point.State.Write(slot, default);
        }
    }

    /// <summary>
    /// Evaluates <c>tasks.Remove(task)</c>: the collection already has the task, so it does not escape. If nothing else holds the task, its result is
    /// dropped.
    /// </summary>
    private void LookUp(in FlowPoint point, IMethodSymbol method, Value value)
    {
        if (!value.IsTask)
        {
            point.State.Give(value);
        }
        else if (!Calls.IsRemoval(method))
        {
            point.State.Identify(value);
        }
        else if (!effects.IsHeld(point.State, value.Origins))
        {
            effects.Drop(point, value);
        }
    }
}
