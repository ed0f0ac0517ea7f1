using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Whether the tasks of an expression remain reachable, so that other code may look at their results.</summary>
internal sealed class ReachableTasks(GraphLayout layout, ResultTypes types)
{
    /// <summary>How many locals in a row may hold the same tasks.</summary>
    private const int MaxDepth = 4;

    /// <summary>Whether code may still look at the tasks that a variable holds.</summary>
    public bool Hold(IOperation reference) => Hold(reference, MaxDepth, copied: null);

    /// <summary><c>tasks.Where(…)</c>, <c>_tasks</c>, <c>jobs.Select(j => j.Task)</c>: an expression over tasks that remain reachable.</summary>
    public bool Reaches(IOperation operation) => Reaches(operation, MaxDepth, copied: null);

    /// <summary>Whether an expression is over tasks in a field or property.</summary>
    public bool ReachesMember(IOperation operation) => Root(operation) is IFieldReferenceOperation or IPropertyReferenceOperation && Reaches(operation);

    /// <summary>Whether a local has its tasks from others, which remain reachable: <c>var open = jobs.Select(j => j.Task);</c></summary>
    public bool IsCopy(ILocalSymbol local) => IsCopy(local, MaxDepth);

    // Nothing reads the tasks of a local that is only filled, waited for, and copied to the local in question.
    private bool Hold(IOperation reference, int depth, SyntaxNode? copied) =>
        (types.Find(reference.Type) is not null || types.FindTasksIn(reference.Type) is not null)
        && !(reference is ILocalReferenceOperation { Local: var local } && layout.UsesOf(local, copied) == KeptUses.Waited && !IsCopy(local, depth));

    private bool Reaches(IOperation operation, int depth, SyntaxNode? copied) =>
        Root(operation) is { } root && (root is IInvocationOperation || Hold(root, depth, copied));

    private bool IsCopy(ILocalSymbol local, int depth)
    {
        if (depth == 0)
        {
            return false;
        }

        foreach (IOperation value in layout.ValuesOf(local))
        {
            if (Reaches(Operands.Unconverted(value), depth - 1, value.Syntax))
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation? Root(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IInvocationOperation call when SelectsMember(call):
                    return call;
                case IPropertyReferenceOperation { Instance: { } owner } property when Calls.IsInSystem(property.Property.ContainingType):
                    operation = owner;
                    break;
                case IInvocationOperation call when Calls.Receiver(call) is { } receiver:
                    operation = receiver;
                    break;
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation:
                    return operation;
                default:
                    return null;
            }
        }
    }

    /// <summary>Whether a call selects tasks that other objects hold: <c>Select(j => j.Task)</c>.</summary>
    private static bool SelectsMember(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("Select" or "SelectMany") || call.Arguments.IsEmpty)
        {
            return false;
        }

        IOperation argument = Operands.Unconverted(call.Arguments[call.Arguments.Length - 1].Value);
        if (argument is not IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation or IAnonymousFunctionOperation } creation)
        {
            return false;
        }

        SyntaxNode selected = creation.Target.Syntax is LambdaExpressionSyntax { ExpressionBody: { } expression } ? expression : creation.Target.Syntax;
        return selected is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax;
    }
}
