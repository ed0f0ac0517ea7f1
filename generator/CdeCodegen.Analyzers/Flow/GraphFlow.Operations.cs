using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow;

internal sealed partial class GraphFlow
{
    /// <summary>Evaluates an expression and applies its effects. Callers let values escape that they do not track.</summary>
    private Value Evaluate(IOperation operation)
    {
        switch (operation)
        {
            case ILiteralOperation or IDefaultValueOperation or IInstanceReferenceOperation or INameOfOperation or ITypeOfOperation or IDiscardOperation:
                return default;
            case ILocalReferenceOperation { IsDeclaration: false } local:
                return _layout.TryGetSlot(local.Local, out int slot) ? Held(slot) : default;
            case IParameterReferenceOperation parameter:
                return _layout.TryGetSlot(parameter.Parameter, out slot) ? Held(slot) : default;
            case IFlowCaptureReferenceOperation reference:
                return _layout.TryGetSlot(reference.Id, out slot) ? Held(slot) : default;
            case IFlowCaptureOperation capture:
                EvaluateCapture(capture);
                return default;
            case IExpressionStatementOperation statement:
                EvaluateStatement(statement);
                return default;
            case ISimpleAssignmentOperation assignment:
                return EvaluateAssignment(assignment);
            case ICompoundAssignmentOperation compound:
                EvaluateCompound(compound);
                return default;
            case IIncrementOrDecrementOperation increment:
                Escape(Evaluate(increment.Target));
                return default;
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand);
            case IAwaitOperation wait:
                return EvaluateAwait(wait);
            case IInvocationOperation call:
                return EvaluateCall(call);
            case IObjectCreationOperation creation:
                return EvaluateCreation(creation);
            case IConversionOperation conversion:
                return EvaluateConversion(conversion);
            case IPropertyReferenceOperation property:
                return EvaluateProperty(property);
            case IArrayElementReferenceOperation element:
                return EvaluateElement(element);
            case IFlowAnonymousFunctionOperation lambda:
                if (_isReporting)
                {
                    _body.Enqueue(_graph, lambda);
                }

                return default;
            case IInterpolatedStringOperation or IInterpolatedStringHandlerCreationOperation:
                EvaluateNeutral(operation);
                return default;
            case IBinaryOperation or IIsPatternOperation or IIsTypeOperation or IIsNullOperation or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }:
                EvaluateTestAsValue(operation);
                return default;
            case IReturnOperation returned:
                EvaluateYield(returned);
                return default;
            default:
                foreach (IOperation child in operation.ChildOperations)
                {
                    Escape(Evaluate(child));
                }

                if (operation is IDeconstructionAssignmentOperation or IEventAssignmentOperation or IDynamicInvocationOperation or IDynamicObjectCreationOperation)
                {
                    Act(operation.Syntax, 0);
                }

                return default;
        }
    }

    /// <summary>Reads a slot, restricted to the cases that are still possible.</summary>
    private Value Held(int slot)
    {
        Value value = Unite(_states.Read(_state, slot));
        // A null body stands for the other cases, so a body is not restricted.
        if (value.Kind is ValueKind.None or ValueKind.Body || !_states.HaveOneType(value.Origins))
        {
            return value;
        }

        ulong possible = 0;
        for (int o = 0; value.Origins >> o != 0; o++)
        {
            if ((value.Origins >> o & 1) != 0)
            {
                possible |= _state[_states.Possible(o)];
            }
        }

        return value.Among(possible);
    }

    // A test outside a condition, `return r is Ok;`: its outcome is not tracked.
    private void EvaluateTestAsValue(IOperation operation)
    {
        if (Test(operation) is { Origins: not 0, IsNullTest: false } predicate)
        {
            Escape(predicate.Origins);
        }
    }

    private void EvaluateCapture(IFlowCaptureOperation capture)
    {
        // The target of a later assignment is captured as a reference.
        if (capture.Value is ILocalReferenceOperation local)
        {
            _targets[capture.Id] = local.Local;
        }
        else if (capture.Value is IParameterReferenceOperation parameter)
        {
            _targets[capture.Id] = parameter.Parameter;
        }

        bool isCondition = _layout.TryGetCondition(capture.Id, out int condition);
        if (isCondition && KnownTypes.IsBoolean(capture.Value.Type))
        {
            _isAsking = true;
            Remember(condition, capture.Value);
            _isAsking = false;
            if (IsChoice(capture.Value.Syntax) && !IsPartOfCondition(capture.Value.Syntax))
            {
                Act(capture.Value.Syntax, 0);
            }

            return;
        }

        Value value = Evaluate(capture.Value);
        if (value.IsResult || value.Kind == ValueKind.Status)
        {
            EnterOnlySection(capture.Value.Syntax, value.Origins);
        }

        if (isCondition)
        {
            RememberNull(condition, capture.Value is IDefaultValueOperation);
        }

        if (_layout.TryGetSlot(capture.Id, out int slot))
        {
            _states.Write(_state, slot, value);
        }
        else
        {
            Escape(value);
        }

        if (IsChoice(capture.Value.Syntax))
        {
            Act(capture.Value.Syntax, value.Origins);
        }
    }

    /// <summary>Whether a value is a branch of <c>?:</c>, a switch arm or the right side of <c>??</c>, whose evaluation counts as acting.</summary>
    private static bool IsChoice(SyntaxNode value)
    {
        SyntaxNode node = WithParentheses(value);
        return node.Parent switch
        {
            ConditionalExpressionSyntax ternary => ternary.Condition != node,
            SwitchExpressionArmSyntax arm => arm.Expression == node,
            BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.CoalesceExpression) && binary.Right == node,
            _ => false,
        };
    }

    /// <summary><c>if ((r is Ok ? Flag() : false) == true)</c>: the chosen value is part of a condition, which does not act.</summary>
    private static bool IsPartOfCondition(SyntaxNode value) =>
        WithParentheses(value).Parent is ConditionalExpressionSyntax ternary && TestSite.Find(ternary).Construct is not null;

    private static SyntaxNode WithParentheses(SyntaxNode value)
    {
        while (value.Parent is ParenthesizedExpressionSyntax outer)
        {
            value = outer;
        }

        return value;
    }

    private void EvaluateStatement(IExpressionStatementOperation statement)
    {
        Value value = Evaluate(statement.Operation);
        if (statement.Operation is IAssignmentOperation || value.Kind != ValueKind.Carrier)
        {
            return;
        }

        Drop(value);
    }

    /// <summary>Drops a result, or a task of one, that is an entire statement.</summary>
    private void Drop(Value value)
    {
        if (value.Shape.Outer == Layer.Sequence)
        {
            return;
        }

        Unite(value);
        bool isHeld = IsHeld(value.Origins);
        for (int o = 0; value.Origins >> o != 0; o++)
        {
            if ((value.Origins >> o & 1) == 0)
            {
                continue;
            }

            if (_isReporting)
            {
                _origins[o].IsDropped = true;
                _origins[o].IsInnerDropped |= value.IsTask && !isHeld;
                // Nothing refers to the result any more, so record it now: the path may never reach an exit.
                if (!isHeld)
                {
                    Collect(o);
                }
            }
        }

        if (!isHeld)
        {
            Escape(value);
        }
    }

    private Value EvaluateAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef)
        {
            Escape(Evaluate(assignment.Value));
            return default;
        }

        if (assignment.Target is IDiscardOperation)
        {
            Value discarded = Evaluate(assignment.Value);
            if (_isReporting && discarded.Kind == ValueKind.Carrier)
            {
                _body.AddDiscard(_origins[LowestBit(Unite(discarded).Origins)]);
            }

            Escape(discarded);
            return discarded;
        }

        ISymbol? symbol = assignment.Target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFlowCaptureReferenceOperation reference when _targets.TryGetValue(reference.Id, out ISymbol? target) => target,
            _ => (ISymbol?)null,
        };
        if (symbol is null)
        {
            Escape(Evaluate(assignment.Target));
        }

        Value value = Evaluate(assignment.Value);
        ulong own = 0;
        if (symbol is not null && _layout.TryGetSlot(symbol, out int slot))
        {
            own = _states.Read(_state, slot).Origins;
            if (value.Kind is ValueKind.Status or ValueKind.Body or ValueKind.Mixed)
            {
                // A status or a body in a variable is tested elsewhere, which is not tracked.
                Escape(value);
                value = default;
            }

            Overwrite(slot, value, assignment.Syntax);
        }
        else
        {
            Escape(value);
            value = default;
        }

        if (!IsBookkeeping(assignment))
        {
            Act(assignment.Syntax, own | value.Origins);
        }

        return value;
    }

    /// <summary>Whether an assignment does not act: loop variables, <c>i = i + 1</c>, constants.</summary>
    private static bool IsBookkeeping(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is ILocalReferenceOperation { Local.IsConst: true })
        {
            return true;
        }

        SyntaxNode syntax = assignment.Syntax;
        if (syntax.Parent is ForStatementSyntax or ForEachStatementSyntax || syntax.Parent?.Parent is ForStatementSyntax)
        {
            return true;
        }

        return Unconverted(assignment.Value) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } step
            && (step.RightOperand.ConstantValue.HasValue || step.LeftOperand.ConstantValue.HasValue)
            && assignment.Target is ILocalReferenceOperation counter
            && (IsReferenceTo(step.LeftOperand, counter.Local) || IsReferenceTo(step.RightOperand, counter.Local))
            && step.Type?.SpecialType is not SpecialType.System_String;
    }

    private static bool IsReferenceTo(IOperation operation, ILocalSymbol local) =>
        Unconverted(operation) is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    private void EvaluateCompound(ICompoundAssignmentOperation compound)
    {
        Escape(Evaluate(compound.Target));
        bool isText = compound.Type?.SpecialType == SpecialType.System_String;
        if (isText)
        {
            EvaluateNeutral(compound.Value);
        }
        else
        {
            Escape(Evaluate(compound.Value));
        }

        bool isStep = !isText && compound.Value.ConstantValue.HasValue && compound.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract;
        if (!isStep)
        {
            Act(compound.Syntax, 0);
        }
    }

    private Value EvaluateAwait(IAwaitOperation wait)
    {
        Value awaited = Evaluate(wait.Operation);
        if (awaited.IsTask)
        {
            Value result = awaited.With(awaited.Shape.Inner);
            Receive(result);
            return result;
        }

        Escape(awaited);
        return _layout.TryGetOrigin(wait, out int origin) ? Make(origin) : default;
    }

    private Value Make(int origin)
    {
        origin -= _window;
        if (origin < 0 || origin >= _origins.Length)
        {
            return default;
        }

        Create(origin);
        return new Value(1UL << origin, ValueKind.Carrier, _origins[origin].Shape);
    }

    private void EvaluateYield(IReturnOperation returned)
    {
        if (returned.ReturnedValue is not { } value)
        {
            return;
        }

        Value leaving = Evaluate(value);
        Escape(leaving);
        Act(value.Syntax, leaving.Origins);
    }

    /// <summary>Evaluates an expression that only becomes text. Formatting a result does not use it; formatting a status does.</summary>
    private void EvaluateNeutral(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null, Type.TypeKind: not TypeKind.Dynamic } conversion:
                EvaluateNeutral(conversion.Operand);
                break;
            // Only the callee sees an array created for `params`.
            case IArgumentOperation or IArrayCreationOperation { Initializer: not null } or IArrayInitializerOperation or IInterpolatedStringOperation or IInterpolationOperation
                or IInterpolatedStringTextOperation or IInterpolatedStringHandlerCreationOperation or IInterpolatedStringAppendOperation or IInterpolatedStringAdditionOperation:
            case IInvocationOperation { IsImplicit: true }:
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }:
            case { Kind: OperationKind.None or CollectionExpressionOperation }:
                foreach (IOperation child in operation.ChildOperations)
                {
                    EvaluateNeutral(child);
                }

                break;
            default:
                Value value = Evaluate(operation);
                if (value.Kind is ValueKind.Status or ValueKind.Body or ValueKind.Mixed)
                {
                    Escape(value);
                }

                break;
        }
    }

    private void EvaluateNeutralText(IBinaryOperation binary)
    {
        if (binary.OperatorKind == BinaryOperatorKind.Add && binary.Type?.SpecialType == SpecialType.System_String)
        {
            EvaluateNeutral(binary);
            return;
        }

        Escape(Evaluate(binary.LeftOperand));
        Escape(Evaluate(binary.RightOperand));
    }
}
