using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow;

internal sealed partial class GraphFlow
{
    private Value EvaluateProperty(IPropertyReferenceOperation property)
    {
        Value instance = property.Instance is null ? default : Evaluate(property.Instance);
        foreach (IArgumentOperation argument in property.Arguments)
        {
            Escape(Evaluate(argument.Value));
        }

        string name = property.Property.Name;
        switch (instance.Kind)
        {
            case ValueKind.None:
                return default;
            case ValueKind.Enumerator:
                return name == "Current" ? Item(property, instance) : default;
            case ValueKind.Type:
                return name is "Name" ? instance.As(ValueKind.TypeName) : default;
            case ValueKind.TypeName:
                return default;
            case ValueKind.Carrier when instance.Shape.IsResult:
                return EvaluateMember(property, instance);
            case ValueKind.Carrier when instance.IsTask:
                if (name != "Result")
                {
                    return default;
                }

                Value result = instance.With(instance.Shape.Inner);
                Receive(result);
                return result;
            case ValueKind.Carrier when property.Property.IsIndexer:
                return Indexed(property, instance);
            default:
                Escape(instance);
                return default;
        }
    }

    /// <summary>Evaluates a member of a result. The status and the body are uses; headers and similar members are not.</summary>
    private Value EvaluateMember(IPropertyReferenceOperation property, Value instance)
    {
        if (IsAfterNullTest(property.Instance, instance))
        {
            return new Value(instance.Origins, ValueKind.Body, instance.Shape, instance.Cast);
        }

        instance = Dereference(property, instance);
        string name = property.Property.Name;
        if (name == KnownNames.StatusCode)
        {
            return instance.As(ValueKind.Status);
        }
        // Where guards do not count, reading the body in a guard is not a use.
        if (!IsNeutralMember(property.Property, instance) && !(_isAsking && !_body.Options.GuardCounts))
        {
            Escape(instance);
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
        if (property.Type.SpecialType == SpecialType.System_Boolean || property.Name is "Body" or "Value" or "Content" or "Data" or "Error" or "Payload" or "Problem")
        {
            return false;
        }

        for (int o = 0; instance.Origins >> o != 0; o++)
        {
            if ((instance.Origins >> o & 1) != 0 && !ResultType.IsA(_origins[o].Type!.Symbol, property.ContainingType))
            {
                return false;
            }
        }

        return true;
    }

    private Value EvaluateElement(IArrayElementReferenceOperation element)
    {
        Value array = Evaluate(element.ArrayReference);
        foreach (IOperation index in element.Indices)
        {
            Escape(Evaluate(index));
        }

        return array.Kind == ValueKind.None ? default : Indexed(element, array);
    }

    /// <summary>Evaluates an indexer. Only an item assigned to a variable is tracked: reading the same index twice would look like two results.</summary>
    private Value Indexed(IOperation element, Value collection)
    {
        IOperation? consumer = element.Parent;
        while (consumer is IConversionOperation or IAwaitOperation)
        {
            consumer = consumer.Parent;
        }

        if (consumer is ISimpleAssignmentOperation { Target: ILocalReferenceOperation } && collection.Kind == ValueKind.Carrier && collection.Shape.Outer == Layer.Collection)
        {
            return Item(element, new Value(collection.Origins, ValueKind.Enumerator, collection.Shape.Inner));
        }

        Escape(collection);
        return default;
    }

    private Value Item(IOperation source, Value enumerator)
    {
        Unite(enumerator);
        Escape(enumerator);
        if (!_layout.TryGetOrigin(source, out int origin) || origin < _window || origin - _window >= _origins.Length)
        {
            return default;
        }

        Origin item = _origins[origin - _window];
        for (int o = 0; enumerator.Origins >> o != 0; o++)
        {
            if ((enumerator.Origins >> o & 1) == 0)
            {
                continue;
            }

            item.Type = _origins[o].Type;
            item.Shape = enumerator.Shape;
            item.Location = _origins[o].Location;
            if (_isReporting && !ReferenceEquals(item.Root(), _origins[o].Root()))
            {
                item.Root().Leader = _origins[o].Root();
            }

            break;
        }

        return Make(origin);
    }

    private Value EvaluateConversion(IConversionOperation conversion)
    {
        if (conversion.Operand is IFlowAnonymousFunctionOperation || conversion.Type is null)
        {
            Escape(Evaluate(conversion.Operand));
            return default;
        }

        Value value = Evaluate(conversion.Operand);
        if (value.Kind == ValueKind.None)
        {
            return default;
        }

        ITypeSymbol target = conversion.Type;
        if (conversion.OperatorMethod is not null || target.TypeKind == TypeKind.Dynamic)
        {
            Escape(value);
            return default;
        }

        switch (value.Kind)
        {
            case ValueKind.Carrier when value.Shape.IsResult:
                return Cast(conversion, value, target);
            case ValueKind.Carrier when value.IsTask:
                return ConvertTask(conversion, value, target);
            case ValueKind.Carrier when target.SpecialType == SpecialType.System_Object:
                Escape(value);
                return default;
            default:
                return value;
        }
    }

    private Value Cast(IConversionOperation conversion, Value value, ITypeSymbol target)
    {
        if (target.TypeKind == TypeKind.TypeParameter)
        {
            Escape(value);
            return default;
        }

        bool isWhole = true;
        for (int o = 0; value.Origins >> o != 0; o++)
        {
            if ((value.Origins >> o & 1) != 0)
            {
                isWhole &= _origins[o].Type!.IsWholeAs(target);
            }
        }

        if (isWhole)
        {
            return value;
        }

        if (conversion.IsTryCast)
        {
            if (value.Cast is null)
            {
                return value.WithCast(target);
            }

            Escape(value);
            return default;
        }

        Unwrap(conversion, value, target);
        return OfType(value.WithCast(null), target);
    }

    /// <summary>Records an unchecked use as one case. Other cases leave here through an implicit exception, which is not handling.</summary>
    private void Unwrap(IOperation site, Value value, ITypeSymbol target)
    {
        Unite(value);
        bool isUnchecked = false;
        for (int o = 0; value.Origins >> o != 0; o++)
        {
            if ((value.Origins >> o & 1) == 0)
            {
                continue;
            }

            Origin info = _origins[o];
            (ulong may, ulong _) = info.Type!.Test(target, out ulong mentioned);
            ulong possible = _state[_states.Possible(o)];
            ulong other = ~may & value.Cases;
            if ((possible & other) != 0)
            {
                isUnchecked |= !IsAsked(info.Type, possible & value.Cases, may);
                if (_isReporting)
                {
                    info.Missing |= _state[_states.Unhandled(o)] & other;
                    info.CaughtAll |= _state[_states.CaughtAll(o)] & other;
                    info.Tested(site.Syntax);
                }
            }

            _state[_states.Possible(o)] = possible & ~other;
            _state[_states.Unhandled(o)] &= ~other & ~mentioned;
            _state[_states.CaughtAll(o)] &= ~other & ~mentioned;
        }

        if (isUnchecked && _isReporting)
        {
            _body.AddUnchecked(site.Syntax, _origins[LowestBit(value.Origins)].Type!);
        }
    }

    /// <summary>Whether this is the member access of <c>(r as Ok)?.Value</c> on the non-null edge.</summary>
    private static bool IsAfterNullTest(IOperation? receiver, Value value) => value.Cast is not null && receiver is IFlowCaptureReferenceOperation { IsImplicit: true };

    // `(r as Ok)!.Value` equals `((Ok)r).Value`.
    private Value Dereference(IOperation site, Value value)
    {
        if (value.Cast is { } cast)
        {
            Unwrap(site, value, cast);
        }

        return value.WithCast(null);
    }

    /// <summary>Converts a task. A conversion from <c>Task&lt;R&gt;</c> to <c>Task</c> loses the result.</summary>
    private Value ConvertTask(IConversionOperation conversion, Value value, ITypeSymbol target)
    {
        if (_body.Types.Find(target) is not null)
        {
            return value;
        }
        // `task != null`, `first == task`: a comparison converts to object and keeps the task.
        if (conversion.Parent is IBinaryOperation)
        {
            return value;
        }

        if (target is not INamedTypeSymbol { Name: "Task", Arity: 0, ContainingNamespace.Name: "Tasks" })
        {
            Escape(value);
            return default;
        }

        Note(value.Origins, static origin => origin.IsLost = true);
        if (!IsHeld(value.Origins))
        {
            if (_isReporting)
            {
                for (int o = 0; value.Origins >> o != 0; o++)
                {
                    if ((value.Origins >> o & 1) != 0)
                    {
                        Collect(o);
                    }
                }
            }

            Escape(value);
        }

        return default;
    }

    private Value EvaluateCreation(IObjectCreationOperation creation)
    {
        // new ValueTask<R>(task)
        if (creation is { Arguments.Length: 1, Initializer: null } && _body.Types.Find(creation.Type) is { Shape.Outer: Layer.Task })
        {
            Value inner = Evaluate(creation.Arguments[0].Value);
            if (inner.IsTask)
            {
                return inner;
            }

            Escape(inner);
            return default;
        }

        bool isNeutral = creation.Constructor is { } constructor && _body.Options.NeutralSinks.Match(constructor);
        bool isException = creation.Type is not null && KnownTypes.IsOfSystem(creation.Type, "Exception");
        foreach (IOperation child in creation.ChildOperations)
        {
            if (isNeutral && child is IArgumentOperation)
            {
                EvaluateNeutral(child);
            }
            else if (child is IArgumentOperation argument)
            {
                EscapeArgument(argument, isException);
            }
            else
            {
                Escape(Evaluate(child));
            }
        }

        if (!creation.IsImplicit)
        {
            Act(creation.Syntax, 0);
        }

        return default;
    }

    private static int LowestBit(ulong bits)
    {
        int index = 0;
        while ((bits >> index & 1) == 0)
        {
            index++;
        }

        return index;
    }
}
