using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <content>What code does with collections of tasks and results in local variables.</content>
internal sealed partial class GraphLayout
{
    /// <summary>
    /// Whether an operation enumerates a collection of tasks, takes a task out of it, or reads one; null for a collection without a variable.
    /// </summary>
    public bool IsKept(IOperation operation, out ILocalSymbol? local) => _kept.TryGetValue(operation, out local);

    /// <summary>Whether one loop is the only code that looks at the results that a captured local holds.</summary>
    public bool IsEnumeratedOnce(ILocalSymbol local) => _captured.UsesOf(local) is { IsEnumeratedOnce: true };

    /// <summary>How code uses a local collection of tasks, except in a part of the source.</summary>
    public KeptUses UsesOf(ILocalSymbol local, SyntaxNode? except = null)
    {
        if (_captured.UsesOf(local) is { } captured)
        {
            return captured.Of(except);
        }

        if (!_symbols.TryGetValue(local, out int slot))
        {
            return KeptUses.Unknown;
        }

        KeptUses uses = KeptUses.Waited;
        bool hasTaskKeys = KeptTasks.HasTaskKeys(local);
        foreach ((int read, SyntaxNode where) in _reads)
        {
            if (read == slot && except?.Span.Contains(where.Span) != true)
            {
                uses = KeptTasks.Add(uses, where, hasTaskKeys);
            }
        }

        return uses;
    }

    /// <summary>The values that code assigns to a local collection of tasks.</summary>
    public IEnumerable<IOperation> ValuesOf(ILocalSymbol local) => _captured.UsesOf(local)?.Values ?? AssignedTo(local);

    private IEnumerable<IOperation> AssignedTo(ILocalSymbol local)
    {
        foreach (ISimpleAssignmentOperation assignment in _assignments)
        {
            if (Operands.IsReferenceTo(assignment.Target, local))
            {
                yield return assignment.Value;
            }
        }
    }

    /// <summary>Whether a member counts the items of a collection, and code only counts them.</summary>
    public bool IsOnlyCounted(IOperation member)
    {
        if (KeptTasks.Counted(member) is not { } collection)
        {
            return false;
        }

        if (Operands.Unconverted(collection) is not ILocalReferenceOperation { Local: var local } || !_symbols.TryGetValue(local, out int slot))
        {
            return collection is not IFlowCaptureReferenceOperation;
        }

        foreach ((int read, SyntaxNode where) in _reads)
        {
            if (read == slot && !KeptTasks.IsCounted(where) && where.Parent is not (VariableDeclarationSyntax or AssignmentExpressionSyntax))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an expression for a collection of results is the only code that looks at them.</summary>
    public bool IsOnlyLook(IOperation collection)
    {
        if (TargetOf(Operands.Unconverted(collection)) is not { } variable || !_symbols.TryGetValue(variable, out int slot))
        {
            return true;
        }

        foreach ((int read, SyntaxNode where) in _reads)
        {
            if (read == slot && where.Span != collection.Syntax.Span && CollectionLooks.IsLook(where)
                && !CollectionLooks.AreDifferentItems(where, collection.Syntax))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether a part of a pair is the only code that looks at its task: <c>pair.Value</c>, apart from keys. True for all other operations.
    /// </summary>
    public bool IsOnlyPart(IOperation operation)
    {
        if (operation is not IPropertyReferenceOperation { Property.IsIndexer: false, Instance: ILocalReferenceOperation { Local: var pair } instance })
        {
            return true;
        }

        if (!_symbols.TryGetValue(pair, out int slot))
        {
            return false;
        }

        foreach ((int read, SyntaxNode where) in _reads)
        {
            if (read == slot && where.Span != instance.Syntax.Span
                && where.Parent is not (CommonForEachStatementSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Key" }))
            {
                return false;
            }
        }

        return true;
    }

    private void AddElement(IOperation element, IOperation? collection, Carrier item)
    {
        if (KeptTasks.Read(element, collection, item) is { } local)
        {
            _kept.Add(element, local);
            AddOrigin(element, OriginKind.Kept, item);
        }
        else
        {
            AddOrigin(element, OriginKind.Item, null);
        }
    }

    /// <summary>Adds <c>pair.Value</c> of a loop over a dictionary of tasks.</summary>
    private bool AddPart(IPropertyReferenceOperation part, ResultTypes types) =>
        part is { Property: { Name: "Value", ContainingType: { Name: "KeyValuePair", Arity: 2 } }, Instance: ILocalReferenceOperation { Local: var pair } }
        && pair.DeclaringSyntaxReferences is { Length: 1 } declared && declared[0].GetSyntax() is ForEachStatementSyntax loop
        && AddPart(part, loop, types.Find(part.Type));

    /// <summary>Adds the loop <c>foreach (var (id, task) in tasks)</c> over a dictionary of tasks.</summary>
    private bool AddPart(IDeconstructionAssignmentOperation split, ResultTypes types) =>
        split.Value is IPropertyReferenceOperation { IsImplicit: true, Type: { Name: "KeyValuePair" } } && KeptTasks.Task(split) is { } task
        && split.Syntax.Parent is ForEachVariableStatementSyntax loop && AddPart(split, loop, types.Find(task.Type));

    private bool AddPart(IOperation part, CommonForEachStatementSyntax loop, Carrier? task)
    {
        if (task is not { Shape.Outer: Layer.Task } || LocalAt(loop.Expression) is not { } collection)
        {
            return false;
        }

        _kept.Add(part, collection);
        AddOrigin(part, OriginKind.Kept, task, loop.Expression);
        return true;
    }

    /// <summary>The local that an expression is, which this walk has passed.</summary>
    private ILocalSymbol? LocalAt(ExpressionSyntax expression)
    {
        foreach ((int read, SyntaxNode where) in _reads)
        {
            if (where.Span == expression.Span)
            {
                return _variables[read] as ILocalSymbol;
            }
        }

        return null;
    }
}
