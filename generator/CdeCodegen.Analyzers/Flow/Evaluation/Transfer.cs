using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>What an operation does to a state, and which value it has. Dispatches by the kind of operation.</summary>
internal sealed class Transfer : IEvaluator
{
    private readonly GraphLayout _layout;
    private readonly Effects _effects;
    private readonly SwitchLabels _labels;
    private readonly StoredConditions _stored;
    private readonly TextUses _texts;
    private readonly Assignments _assignments;
    private readonly ConversionTransfer _conversions;
    private readonly MemberTransfer _members;
    private readonly CallTransfer _calls;
    private readonly MethodGroups _delegates;

    public Transfer(
        GraphLayout layout, TrackedOrigins origins, CatchAllRegions regions, Effects effects, SwitchLabels labels, BodyContext body, IHelperSummaries? followed)
    {
        _layout = layout;
        _effects = effects;
        _labels = labels;
        _stored = new StoredConditions(layout, origins);
        _texts = new TextUses(this);
        _assignments = new Assignments(this, layout, effects, _texts);
        var tests = new CaseTests(layout, origins, labels);
        _conversions = new ConversionTransfer(this, origins, effects, tests, body);
        var reachable = new ReachableTasks(layout, body.Types);
        _members = new MemberTransfer(this, layout, origins, effects, _conversions, reachable, body);
        var arguments = new Arguments(this, layout, effects);
        _delegates = new MethodGroups(this, body);
        var receivers = new ReceiverTransfer(layout, origins, effects, _texts, arguments, reachable, body);
        var helpers = new HelperCalls(this, origins, regions, arguments, body, followed);
        var combinators = new Combinators(this, effects, reachable);
        _calls = new CallTransfer(this, layout, effects, _texts, arguments, combinators, receivers, _conversions, helpers, body);
        Conditions = new Conditions(this, layout, origins, regions, tests, new Comparisons(this, tests, _stored, _texts), _stored, body.Options);
    }

    public Conditions Conditions { get; }

    public Value Evaluate(in FlowPoint point, IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { IsDeclaration: false } local:
                return _layout.TryGetSlot(local.Local, out int slot) ? _effects.Held(point, slot) : default;
            case IParameterReferenceOperation parameter:
                return _layout.TryGetSlot(parameter.Parameter, out slot) ? _effects.Held(point, slot) : default;
            case IFlowCaptureReferenceOperation reference:
                return _layout.TryGetSlot(reference.Id, out slot) ? _effects.Held(point, slot) : default;
            case IFlowCaptureOperation capture:
                EvaluateCapture(point, capture);
                return default;
            case IExpressionStatementOperation statement:
                EvaluateStatement(point, statement);
                return default;
            case ISimpleAssignmentOperation assignment:
                return _assignments.Evaluate(point, assignment);
            case ICompoundAssignmentOperation compound:
                _assignments.Evaluate(point, compound);
                return default;
            case IIncrementOrDecrementOperation increment:
                point.State.Escape(Evaluate(point, increment.Target));
                if (!LoopCounters.IsBookkeeping(increment.Target.Syntax, increment.Syntax))
                {
                    _effects.Act(point, increment.Syntax, OriginSet.Empty);
                }

                return default;
            case IParenthesizedOperation parenthesized:
                return Evaluate(point, parenthesized.Operand);
            case IAwaitOperation wait:
                return EvaluateAwait(point, wait);
            case IInvocationOperation call:
                return _calls.Evaluate(point, call);
            case IObjectCreationOperation creation:
                return _calls.Evaluate(point, creation);
            case IConversionOperation conversion:
                return _conversions.Evaluate(point, conversion);
            case IPropertyReferenceOperation property:
                return _members.Evaluate(point, property);
            case IArrayElementReferenceOperation element:
                return _members.Evaluate(point, element);
            case IFlowAnonymousFunctionOperation lambda:
                point.Observations?.AddLambda(lambda);
                return default;
            case IDelegateCreationOperation { Target: IMethodReferenceOperation method } creation:
                _delegates.Evaluate(point, creation, method);
                return default;
            case IInterpolatedStringOperation or IInterpolatedStringHandlerCreationOperation:
                _texts.Evaluate(point, operation);
                return default;
            case IBinaryOperation or IIsPatternOperation or IIsTypeOperation or IIsNullOperation or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }:
                EvaluateTestAsValue(point, operation);
                return default;
            case IReturnOperation { ReturnedValue: { } value }:
                EvaluateLeaving(point, value);
                return default;
            default:
                EvaluateOther(point, operation);
                return default;
        }
    }

    /// <summary>Evaluates a value that leaves the method, which is an act.</summary>
    public void EvaluateLeaving(in FlowPoint point, IOperation value, bool isImplicit = false)
    {
        Value leaving = Evaluate(point, value);
        point.State.Escape(leaving);
        if (!isImplicit)
        {
            _effects.Act(point, value.Syntax, leaving.Origins);
        }
    }

    private void EvaluateOther(in FlowPoint point, IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            point.State.Escape(Evaluate(point, child));
        }

        if (operation is IDeconstructionAssignmentOperation split)
        {
            _members.Split(point, split);
        }

        if (operation is IDeconstructionAssignmentOperation or IEventAssignmentOperation or IDynamicInvocationOperation or IDynamicObjectCreationOperation)
        {
            _effects.Act(point, operation.Syntax, OriginSet.Empty);
        }
    }

    /// <summary>Evaluates a test outside a condition, <c>return r is Ok;</c>, whose outcome is not tracked.</summary>
    private void EvaluateTestAsValue(in FlowPoint point, IOperation operation)
    {
        if (Conditions.Test(point, operation) is { Origins.IsEmpty: false, IsNullTest: false } predicate)
        {
            point.State.Escape(predicate.Origins);
        }
    }

    private void EvaluateCapture(in FlowPoint point, IFlowCaptureOperation capture)
    {
        SyntaxNode syntax = capture.Value.Syntax;
        _labels.EnterNull(point.State, capture.Value);
        bool isCondition = _layout.TryGetCondition(capture.Id, out int condition);
        if (isCondition && KnownTypes.IsBoolean(capture.Value.Type))
        {
            if (Operands.IsNull(capture.Value))
            {
                _stored.RememberNull(point.State, condition, capture.Value);
                return;
            }

            _stored.Remember(point.State, condition, Conditions.Test(point.InCondition(), capture.Value), capture.Value);
            if (SourcePlaces.IsChoice(syntax) && !SourcePlaces.IsPartOfCondition(syntax))
            {
                _effects.Act(point, syntax, OriginSet.Empty);
            }

            return;
        }

        Value value = Evaluate(point, capture.Value);
        if (value.IsResult || value.Kind == ValueKind.Status)
        {
            _labels.EnterOnlySection(point.State, syntax, value.Origins);
        }

        if (isCondition)
        {
            _stored.RememberNull(point.State, condition, capture.Value);
        }

        if (_layout.TryGetSlot(capture.Id, out int slot) && !(value.IsResult && SourcePlaces.IsReturnedChoice(syntax)))
        {
            point.State.Write(slot, value);
        }
        else
        {
            point.State.Escape(value);
        }

        // `Failed?.Invoke("x");` counts as an act even where the event has no handler.
        if (SourcePlaces.IsChoice(syntax) || (value.Kind == ValueKind.None && SourcePlaces.IsReceiverOfStatement(syntax)))
        {
            _effects.Act(point, syntax, value.Origins);
        }
    }

    private void EvaluateStatement(in FlowPoint point, IExpressionStatementOperation statement)
    {
        Value value = Evaluate(point, statement.Operation);
        if (statement.Operation is not IAssignmentOperation && value.Kind == ValueKind.Carrier)
        {
            _effects.Drop(point, value);
        }
    }

    private Value EvaluateAwait(in FlowPoint point, IAwaitOperation wait)
    {
        Value awaited = Evaluate(point, wait.Operation);
        if (awaited.IsTask)
        {
            Value result = awaited.With(awaited.Shape.Inner);
            _effects.Receive(point, result);
            return result;
        }

        point.State.Escape(awaited);
        return _effects.Make(point, wait);
    }
}
