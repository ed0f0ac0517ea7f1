using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// Changes a declared type from <c>Task</c> to <c>Task&lt;TResult&gt;</c>: the type of a method, property, local function or lambda, or of the variable
/// that the task or the lambda is assigned to.
/// </summary>
internal sealed class TaskTypeChange
{
    private readonly ResultFixContext _context;
    private readonly INamedTypeSymbol _type;
    private readonly TypeSyntax _written;
    private readonly ObjectCreationExpressionSyntax? _creation;

    private TaskTypeChange(ResultFixContext context, INamedTypeSymbol type, TypeSyntax written, bool isVariable, ObjectCreationExpressionSyntax? creation)
    {
        _context = context;
        _type = type;
        _written = written;
        _creation = creation;
        SymbolDisplayFormat format = SymbolDisplayFormat.MinimallyQualifiedFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);
        Title = (isVariable ? "Keep '" : "Return '") + type.ToDisplayString(format) + "'";
    }

    public string Title { get; }

    public SyntaxNode Apply()
    {
        var nodes = new List<SyntaxNode> { _written };
        if (_creation is not null)
        {
            nodes.Add(_creation.Type);
        }

        return _context.Root.ReplaceNodes(nodes, (original, _) => CaseSyntaxFactory.CreateTypeName(_type).WithTriviaFrom(original));
    }

    /// <summary>Plans the change; null if this document does not declare the type or other code depends on it.</summary>
    public static async Task<TaskTypeChange?> PlanAsync(ResultFixContext context, CancellationToken cancellationToken)
    {
        ExpressionSyntax value = context.Value;
        ObjectCreationExpressionSyntax? creation = null;
        if (context.Model.GetTypeInfo(value).Type is not INamedTypeSymbol { Arity: 1 } type)
        {
            return null;
        }

        value = GetOutermostValue(value);

        // `new ValueTask(c.A())` becomes `new ValueTask<TResult>(c.A())`.
        if (value.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 1 } wrapper }
            && context.Model.GetTypeInfo(wrapper).Type is INamedTypeSymbol { Name: "ValueTask", Arity: 0 }
            && context.Model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1") is { } valueTask)
        {
            type = valueTask.Construct(type.TypeArguments[0]);
            creation = wrapper as ObjectCreationExpressionSyntax;
            value = GetOutermostValue(wrapper);
        }

        TaskTypeChange? Change(TypeSyntax? written, bool isVariable = false) =>
            written is null or RefTypeSyntax ? null : new TaskTypeChange(context, type, written, isVariable, creation);

        if (value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            && variable.Parent is VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } declaration)
        {
            if (!declaration.Type.IsVar)
            {
                return IsReassigned(context, variable) || !Converts(context, variable.Initializer!.Value, type, value)
                    ? null
                    : Change(declaration.Type, isVariable: true);
            }

            // A `var` local already has the type; the function that returns it loses it.
            if (FindReturnedReference(context, variable) is not { } returned)
            {
                return null;
            }

            value = returned;
        }

        if (value.Parent is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax initialized })
        {
            return await CanChangeTypeAsync(context, initialized, cancellationToken).ConfigureAwait(false) ? Change(initialized.Type) : null;
        }

        if (value.Parent is not (ArrowExpressionClauseSyntax or ReturnStatementSyntax or LambdaExpressionSyntax)
            || GetContainingFunction(value) is not { } function)
        {
            return null;
        }

        if (!DoAllReturnsConvert(context, function, type, value))
        {
            return null;
        }

        switch (function)
        {
            case AnonymousFunctionExpressionSyntax lambda:
                return FindReturnTypeOfLambda(context, lambda) is { } declared
                    ? Change(declared, isVariable: lambda is not ParenthesizedLambdaExpressionSyntax { ReturnType: not null })
                    : null;
            case LocalFunctionStatementSyntax local:
                return Change(local.ReturnType);
            case MethodDeclarationSyntax method:
                return await CanChangeTypeAsync(context, method, cancellationToken).ConfigureAwait(false) ? Change(method.ReturnType) : null;
            case BasePropertyDeclarationSyntax property and (PropertyDeclarationSyntax or IndexerDeclarationSyntax):
                return await CanChangeTypeAsync(context, property, cancellationToken).ConfigureAwait(false) ? Change(property.Type) : null;
            default:
                return null;
        }
    }

    private static async Task<bool> CanChangeTypeAsync(ResultFixContext context, MemberDeclarationSyntax member, CancellationToken cancellationToken) =>
        context.Model.GetDeclaredSymbol(member, cancellationToken) is { } symbol
        && await SignatureUsage.CanChangeReturnTypeAsync(context, symbol, cancellationToken).ConfigureAwait(false);

    /// <summary>Returns the outermost parentheses, <c>?:</c>, <c>??</c> or switch expression of which <paramref name="value"/> is a possible value.</summary>
    private static ExpressionSyntax GetOutermostValue(ExpressionSyntax value)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    value = parenthesized;
                    break;
                case ConditionalExpressionSyntax ternary when ternary.Condition != value:
                    value = ternary;
                    break;
                case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression):
                    value = binary;
                    break;
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when arm.Expression == value:
                    value = choice;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>Returns the containing method, property with a getter, local function or lambda.</summary>
    private static SyntaxNode? GetContainingFunction(SyntaxNode node)
    {
        SyntaxNode? function = AwaitInsertion.GetContainingFunction(node);
        return function is BasePropertyDeclarationSyntax
            && node.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is { RawKind: not (int)SyntaxKind.GetAccessorDeclaration }
            ? null
            : function;
    }

    /// <summary>Returns the explicit return type of a lambda in a <c>var</c> local, or the last type argument of <c>Func&lt;Task&gt; f = …</c>.</summary>
    private static TypeSyntax? FindReturnTypeOfLambda(ResultFixContext context, AnonymousFunctionExpressionSyntax lambda)
    {
        if (lambda.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            || variable.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } declaration
            || IsReassigned(context, variable))
        {
            return null;
        }

        if (declaration.Type.IsVar)
        {
            return (lambda as ParenthesizedLambdaExpressionSyntax)?.ReturnType;
        }

        if (lambda is ParenthesizedLambdaExpressionSyntax { ReturnType: not null }
            || context.Model.GetTypeInfo(declaration.Type).Type is not INamedTypeSymbol { Name: "Func", ContainingNamespace: { Name: "System" } container }
            || !container.ContainingNamespace.IsGlobalNamespace)
        {
            return null;
        }

        TypeSyntax name = declaration.Type;
        while (name is QualifiedNameSyntax or AliasQualifiedNameSyntax)
        {
            name = name is QualifiedNameSyntax qualified ? qualified.Right : ((AliasQualifiedNameSyntax)name).Name;
        }

        return name is GenericNameSyntax { TypeArgumentList.Arguments: var arguments } ? arguments[arguments.Count - 1] : null;
    }

    /// <summary>True if a later assignment or a ref or out argument may store a value that does not convert to the new type.</summary>
    private static bool IsReassigned(ResultFixContext context, VariableDeclaratorSyntax variable)
    {
        foreach (IdentifierNameSyntax reference in FindReferences(context, variable))
        {
            if ((reference.Parent is AssignmentExpressionSyntax assignment && assignment.Left == reference)
                || reference.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
            {
                return true;
            }
        }

        return false;
    }

    private static ExpressionSyntax? FindReturnedReference(ResultFixContext context, VariableDeclaratorSyntax variable)
    {
        foreach (IdentifierNameSyntax reference in FindReferences(context, variable))
        {
            if (reference.Parent is ReturnStatementSyntax && GetContainingFunction(reference) == GetContainingFunction(variable))
            {
                return reference;
            }
        }

        return null;
    }

    private static IEnumerable<IdentifierNameSyntax> FindReferences(ResultFixContext context, VariableDeclaratorSyntax variable)
    {
        if (context.Model.GetDeclaredSymbol(variable) is not { } symbol || StatementEditor.FindStatement(variable) is not { } statement
            || StatementEditor.GetContainer(statement) is not { } scope)
        {
            yield break;
        }

        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == symbol.Name
                && SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(name).Symbol, symbol))
            {
                yield return name;
            }
        }
    }

    /// <summary>True if every returned expression converts to the new type; <c>Task.CompletedTask</c>, for example, does not.</summary>
    private static bool DoAllReturnsConvert(ResultFixContext context, SyntaxNode function, INamedTypeSymbol type, ExpressionSyntax value)
    {
        foreach (SyntaxNode node in function.DescendantNodes(
            node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if ((node is ReturnStatementSyntax { Expression: { } returned } && !Converts(context, returned, type, value))
                || (node is ArrowExpressionClauseSyntax { Expression: var expression } && !Converts(context, expression, type, value)))
            {
                return false;
            }
        }

        return function is not AnonymousFunctionExpressionSyntax { ExpressionBody: { } body } || Converts(context, body, type, value);
    }

    private static bool Converts(ResultFixContext context, ExpressionSyntax returned, INamedTypeSymbol type, ExpressionSyntax value)
    {
        switch (Parentheses.Strip(returned))
        {
            case ConditionalExpressionSyntax ternary:
                return Converts(context, ternary.WhenTrue, type, value) && Converts(context, ternary.WhenFalse, type, value);
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression):
                return Converts(context, binary.Left, type, value) && Converts(context, binary.Right, type, value);
            case SwitchExpressionSyntax choice:
                return choice.Arms.All(arm => Converts(context, arm.Expression, type, value));
            case ThrowExpressionSyntax:
                return true;
            case BaseObjectCreationExpressionSyntax creation when GetOutermostValue(creation) == value:
                return true;
            case var other:
                return context.Model.ClassifyConversion(other, type) is { Exists: true, IsImplicit: true, IsUserDefined: false };
        }
    }
}
