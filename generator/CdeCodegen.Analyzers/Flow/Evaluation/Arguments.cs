using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Lets the arguments of calls escape.</summary>
internal sealed class Arguments(IEvaluator evaluator, GraphLayout layout)
{
    /// <summary>Lets all arguments of a call escape, except the receiver of an extension method.</summary>
    public void Escape(in FlowPoint point, IInvocationOperation call)
    {
        bool extended = call.Instance is null && call.TargetMethod.IsExtensionMethod;
        for (int i = extended ? 1 : 0; i < call.Arguments.Length; i++)
        {
            Escape(point, call.Arguments[i]);
        }
    }

    /// <param name="isText">Whether the argument becomes text, as in an exception; then a type name does not escape.</param>
    public void Escape(in FlowPoint point, IArgumentOperation argument, bool isText = false)
    {
        Value value = evaluator.Evaluate(point, argument.Value);
        if (!isText || value.Kind is not (ValueKind.Type or ValueKind.TypeName))
        {
            point.State.Give(value);
        }

        if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out
            && argument.Value is ILocalReferenceOperation local && layout.TryGetSlot(local.Local, out int slot))
        {
            point.State.Write(slot, default);
        }
    }
}
