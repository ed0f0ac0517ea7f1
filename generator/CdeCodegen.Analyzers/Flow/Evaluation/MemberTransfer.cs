using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Evaluates properties and elements: members of results, <c>Task.Result</c>, items of collections.</summary>
internal sealed class MemberTransfer(
    IEvaluator evaluator, GraphLayout layout, TrackedOrigins origins, Effects effects, ConversionTransfer conversions,
    ReachableTasks reachable, BodyContext body)
{
    public Value Evaluate(in FlowPoint point, IPropertyReferenceOperation property)
    {
        Value instance = property.Instance is null ? default : evaluator.Evaluate(point, property.Instance);
        foreach (IArgumentOperation argument in property.Arguments)
        {
            Value key = evaluator.Evaluate(point, argument.Value);
            if (key.IsTask && Calls.IsInSystem(property.Property.ContainingType))
            {
                point.State.Identify(key);
            }
            else
            {
                point.State.Escape(key);
            }
        }

        string name = property.Property.Name;
        switch (instance.Kind)
        {
            case ValueKind.None:
                return Read(point, property);
            case ValueKind.Enumerator:
                return name == "Current" ? Item(point, property, instance) : default;
            case ValueKind.Type:
                return name is "Name" ? instance.As(ValueKind.TypeName) : default;
            case ValueKind.TypeName:
                return default;
            case ValueKind.Carrier when instance.Shape.IsResult:
                return EvaluateMember(point, property, instance);
            case ValueKind.Carrier when instance.IsTask:
                if (name != "Result")
                {
                    return default;
                }

                Value result = instance.With(instance.Shape.Inner);
                effects.Receive(point, result);
                return result;
            case ValueKind.Carrier when property.Property.IsIndexer:
                return Indexed(point, property, property.Instance!, instance);
            // The number of results says nothing of them.
            case ValueKind.Carrier when instance.Shape.Outer == Layer.Collection && layout.IsOnlyCounted(property):
                return default;
            default:
                point.State.Escape(instance);
                return default;
        }
    }

    public Value Evaluate(in FlowPoint point, IArrayElementReferenceOperation element)
    {
        Value array = evaluator.Evaluate(point, element.ArrayReference);
        foreach (IOperation index in element.Indices)
        {
            point.State.Escape(evaluator.Evaluate(point, index));
        }

        return array.Kind == ValueKind.None ? Read(point, element) : Indexed(point, element, element.ArrayReference, array);
    }

    /// <summary><c>foreach (var (id, task) in tasks)</c>: the variable has the task of each pair, where nothing else looks at it.</summary>
    public void Split(in FlowPoint point, IDeconstructionAssignmentOperation split)
    {
        if (KeptTasks.Task(split) is { } task && layout.TryGetSlot(task, out int slot) && Read(point, split) is { Kind: ValueKind.Carrier } value)
        {
            point.State.Write(slot, value);
        }
    }

    /// <summary>Evaluates a member of a result. The status and the body are uses; headers and similar members are not.</summary>
    private Value EvaluateMember(in FlowPoint point, IPropertyReferenceOperation property, Value instance)
    {
        instance = conversions.Dereference(point, property, instance);
        string name = property.Property.Name;
        if (name == KnownNames.StatusCode)
        {
            return instance.As(ValueKind.Status);
        }
        // Where guards do not count, reading the body in a guard is not a use.
        if (!IsNeutralMember(property.Property, instance) && !(point.IsCondition && !body.Options.GuardCounts))
        {
            point.State.Escape(instance);
        }

        return default;
    }

    private bool IsNeutralMember(IPropertySymbol property, Value instance)
    {
        if (property.Name == KnownNames.Headers)
        {
            return true;
        }
        // A hand-written `IsForbidden` is a test, and a member that a case declares belongs to that response.
        if (property.Type.SpecialType == SpecialType.System_Boolean
            || property.Name is "Body" or "Value" or "Content" or "Data" or "Error" or "Payload" or "Problem")
        {
            return false;
        }

        foreach (int origin in instance.Origins)
        {
            if (!ResultType.IsA(origins.TypeOf(origin).Symbol, property.ContainingType))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The task that code reads by its index or key, where nothing else looks at the tasks of the collection.</summary>
    private Value Read(in FlowPoint point, IOperation element) =>
        layout.IsKept(element, out ILocalSymbol? local) && layout.UsesOf(local!) == KeptUses.Enumerated && !reachable.IsCopy(local!)
        && layout.IsOnlyPart(element)
            ? effects.Make(point, element)
            : default;

    /// <summary>Evaluates an item of a collection of results, which is tracked where nothing else looks at the results.</summary>
    private Value Indexed(in FlowPoint point, IOperation element, IOperation list, Value collection)
    {
        if (collection.Kind == ValueKind.Carrier && collection.Shape.Outer == Layer.Collection && layout.IsOnlyLook(list))
        {
            return Item(point, element, new Value(collection.Origins, ValueKind.Enumerator, collection.Shape.Inner));
        }

        point.State.Escape(collection);
        return default;
    }

    private Value Item(in FlowPoint point, IOperation source, Value enumerator)
    {
        point.Observations?.Unite(enumerator.Origins);
        point.State.Escape(enumerator);
        if (enumerator.Origins.IsEmpty || !layout.TryGetOrigin(source, out int number) || !origins.TryGet(number, out int item))
        {
            return default;
        }

        int collection = enumerator.Origins.First;
        origins[item].Resolve(origins[collection], enumerator.Shape);
        point.Observations?.Attach(item, collection);
        return effects.Make(point, source);
    }
}
