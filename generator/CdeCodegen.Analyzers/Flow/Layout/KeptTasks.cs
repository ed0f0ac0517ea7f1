using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>
/// Finds out how code uses local collections of tasks: <c>tasks.Add(c.A(id))</c> fills one, <c>await Task.WhenAll(tasks);</c> waits for it, and neither
/// looks at a result. This needs syntax, because the graph does not follow a task through a collection.
/// </summary>
internal static class KeptTasks
{
    /// <summary>
    /// The collection whose tasks a call of <c>GetEnumerator</c> enumerates: in a local, or made there, <c>foreach (var task in ids.Select(c.A))</c>.
    /// Of a captured local, the collection can also be one of results that only this loop looks at.
    /// </summary>
    public static Carrier? Enumerated(IInvocationOperation call, ResultTypes types, CapturedSymbols captured, out ILocalSymbol? local)
    {
        local = null;
        if (call.TargetMethod.Name is not "GetEnumerator" || Calls.Receiver(call) is not { } receiver)
        {
            return null;
        }

        IOperation collection = Operands.Unconverted(receiver);
        if (collection is IPropertyReferenceOperation { Property.Name: "Values", Instance: ILocalReferenceOperation { Local: var dictionary } }
            && types.FindTasksIn(dictionary.Type) is { } task && !HasTaskKeys(dictionary))
        {
            local = dictionary;
            return new Carrier(task, default(Shape).Wrap(Layer.Task).Wrap(Layer.Collection));
        }

        local = (collection as ILocalReferenceOperation)?.Local;
        return (local is not null || (collection is IInvocationOperation made && !Calls.IsSource(made)))
            && types.Find(collection.Type) is { Shape: { Outer: Layer.Collection or Layer.Sequence } shape } carrier
            && (shape.Inner.Outer == Layer.Task || (shape.Inner.IsResult && local is not null && captured.UsesOf(local) is { IsEnumeratedOnce: true }))
                ? carrier
                : null;
    }

    /// <summary>The local whose task code reads by its index or key: <c>await tasks[i]</c>.</summary>
    public static ILocalSymbol? Read(IOperation element, IOperation? collection, Carrier item) =>
        item.Shape.Outer == Layer.Task && collection is not null && Operands.Unconverted(collection) is ILocalReferenceOperation { Local: var local }
        && !(element.Syntax.Parent is AssignmentExpressionSyntax { Left: var left } && left == element.Syntax)
            ? local
            : null;

    /// <summary>The local that a call takes a task out of: <c>queue.Dequeue()</c>, <c>queue.TryDequeue(out var task)</c>.</summary>
    public static ILocalSymbol? Taken(IInvocationOperation call, ResultTypes types) =>
        (call.TargetMethod is { Name: "Dequeue" or "Pop", Parameters.IsEmpty: true } || Receiver(call) is not null) && Local(call) is { } local
        && types.Find(TypeOf(call)) is { Shape.Outer: Layer.Task } && Calls.IsInSystem(call.TargetMethod.ContainingType)
            ? local
            : null;

    /// <summary>The variable that receives what a call takes out of a collection; null if the call returns it.</summary>
    public static ILocalSymbol? Receiver(IInvocationOperation call)
    {
        if (call is not { TargetMethod.Name: "TryDequeue" or "TryPop" or "TryTake", Arguments: { IsEmpty: false } arguments }
            || arguments[0] is not { Parameter.RefKind: RefKind.Out, Value: var target })
        {
            return null;
        }

        return (target is IDeclarationExpressionOperation declaration ? declaration.Expression : target) is ILocalReferenceOperation { Local: var local }
            ? local
            : null;
    }

    /// <summary>The type of what a call takes out of a collection.</summary>
    public static ITypeSymbol? TypeOf(IInvocationOperation taking) => Receiver(taking)?.Type ?? taking.Type;

    /// <summary>The variable for the value in <c>foreach (var (key, value) in dictionary)</c>.</summary>
    public static ILocalSymbol? Task(IDeconstructionAssignmentOperation split)
    {
        IOperation target = split.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : split.Target;
        if (target is not ITupleOperation { Elements: { Length: 2 } elements })
        {
            return null;
        }

        IOperation value = elements[1] is IDeclarationExpressionOperation declared ? declared.Expression : elements[1];
        return (value as ILocalReferenceOperation)?.Local;
    }

    /// <summary>Whether the keys of a dictionary are tasks.</summary>
    public static bool HasTaskKeys(ILocalSymbol dictionary) =>
        dictionary.Type is INamedTypeSymbol { TypeArguments: { Length: 2 } arguments } && arguments[0] is INamedTypeSymbol { Name: "Task" or "ValueTask" };

    /// <summary>The result of the tasks in the collections that <c>Task.WaitAll</c> or <c>Task.WaitAny</c> waits for.</summary>
    public static ResultType? WaitedFor(IInvocationOperation wait, ResultTypes types)
    {
        foreach (IArgumentOperation argument in wait.Arguments)
        {
            if (Operands.Unconverted(argument.Value) is not IArrayCreationOperation and var collection && types.FindTasksIn(collection.Type) is { } type)
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>Adds one use of a local to what is known of its uses.</summary>
    /// <param name="known">What is known of the uses before.</param>
    /// <param name="reference">Where the source refers to the local.</param>
    /// <param name="hasTaskKeys">Whether it is a dictionary whose keys are tasks.</param>
    public static KeptUses Add(KeptUses known, SyntaxNode reference, bool hasTaskKeys)
    {
        if (known == KeptUses.Unknown)
        {
            return KeptUses.Unknown;
        }

        SyntaxNode node = SourcePlaces.WithParentheses(reference);
        if (node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name and ("Values" or "Keys") } part)
        {
            if (name == "Keys" != hasTaskKeys)
            {
                return known;
            }

            node = SourcePlaces.WithParentheses(part);
        }

        switch (node.Parent)
        {
            case CommonForEachStatementSyntax loop when loop.Expression == node:
                return known == KeptUses.Waited ? KeptUses.Enumerated : KeptUses.Unknown;
            case null or VariableDeclarationSyntax:
            case AssignmentExpressionSyntax { Left: var left } when left == node:
            case ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: var element } } access when element == access:
            case LockStatementSyntax:
                return known;
            case ElementAccessExpressionSyntax:
                return known == KeptUses.Waited ? KeptUses.Enumerated : KeptUses.Unknown;
            case MemberAccessExpressionSyntax member when member.Expression == node && IsTaking(member):
                return known is KeptUses.Waited or KeptUses.Taken ? KeptUses.Taken : KeptUses.Unknown;
            default:
                bool isNoLook = IsWaitedFor(node)
                    || (node.Parent is MemberAccessExpressionSyntax used && used.Expression == node && IsNoLook(used));
                return isNoLook ? known : KeptUses.Unknown;
        }
    }

    /// <summary>The collection whose items a member counts; null for any other member.</summary>
    public static IOperation? Counted(IOperation member) => member switch
    {
        IPropertyReferenceOperation { Property: var property } reference when IsCount(property) => reference.Instance,
        IInvocationOperation { Instance: null, TargetMethod: var method, Arguments: { Length: 1 } arguments } when IsCount(method) => arguments[0].Value,
        _ => null,
    };

    /// <summary>Whether the source counts the items of a collection.</summary>
    public static bool IsCounted(SyntaxNode collection) =>
        SourcePlaces.WithParentheses(collection).Parent is MemberAccessExpressionSyntax { Name.Identifier: var name } member && IsCount(name.ValueText)
        && (member.Parent is not InvocationExpressionSyntax || IsCallWithoutArguments(member));

    private static bool IsCount(ISymbol member) => IsCount(member.Name) && Calls.IsInSystem(member.ContainingType);

    private static bool IsCount(string member) => member is "Count" or "Length" or "IsEmpty" or "Any" or "LongCount";

    private static ILocalSymbol? Local(IInvocationOperation call) =>
        Calls.Receiver(call) is { } receiver && Operands.Unconverted(receiver) is ILocalReferenceOperation { Local: var local } ? local : null;

    /// <summary>Whether a member of a collection looks at no result.</summary>
    private static bool IsNoLook(MemberAccessExpressionSyntax member) => member.Name.Identifier.ValueText switch
    {
        "Add" or "AddRange" or "Insert" or "TryAdd" or "Enqueue" or "Push" or "Clear" or "Remove" or "RemoveAt" or "RemoveRange" or "Dequeue" or "Pop"
            or "EnsureCapacity" or "TrimExcess" => member.Parent is InvocationExpressionSyntax call && IsUnused(call) && !HasOut(call),
        "Count" or "Length" or "IsEmpty" or "Capacity" => member.Parent is not InvocationExpressionSyntax || IsCallWithoutArguments(member),
        "Any" or "LongCount" => IsCallWithoutArguments(member),
        "ContainsKey" => member.Parent is InvocationExpressionSyntax,
        _ => false,
    };

    /// <summary>Whether a member takes a task out of the collection. The task is followed from there.</summary>
    private static bool IsTaking(MemberAccessExpressionSyntax member) => member.Name.Identifier.ValueText switch
    {
        "Dequeue" or "Pop" => member.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call && !IsUnused(call),
        "TryDequeue" or "TryPop" or "TryTake" => member.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
            && arguments[0].Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax },
        _ => false,
    };

    /// <summary>Whether a call is a statement, or the whole body of a function.</summary>
    private static bool IsUnused(InvocationExpressionSyntax call) =>
        call.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax || (call.Parent is LambdaExpressionSyntax lambda && lambda.Body == call);

    private static bool HasOut(InvocationExpressionSyntax call)
    {
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (!argument.RefKindKeyword.IsKind(SyntaxKind.None))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCallWithoutArguments(MemberAccessExpressionSyntax member) =>
        member.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 };

    /// <summary>
    /// Whether a collection is an argument of <c>await Task.WhenAll(tasks);</c> or <c>Task.WaitAll(tasks)</c>, whose results nothing receives.
    /// </summary>
    private static bool IsWaitedFor(SyntaxNode collection) => collection.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier: var method } } call } =>
            method.ValueText is "WaitAll" or "WaitAny" || (method.ValueText is "WhenAll" or "WhenAny" && SourcePlaces.IsStatement(call)),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "ToList", Parent: InvocationExpressionSyntax copy } => IsWaitedFor(copy),
        _ => false,
    };
}
