using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// Changes <c>Task</c> to <c>Task&lt;TResult&gt;</c> where it is written: the type of a method, a property, a local function or a lambda, or of the
/// variable that the task or the lambda is put into.
/// </summary>
internal sealed class KeepType
{
    private readonly ResultFix _fix;
    private readonly INamedTypeSymbol _type;
    private readonly TypeSyntax _written;
    private readonly ObjectCreationExpressionSyntax? _creation;

    private KeepType(ResultFix fix, INamedTypeSymbol type, TypeSyntax written, bool isVariable, ObjectCreationExpressionSyntax? creation)
    {
        _fix = fix;
        _type = type;
        _written = written;
        _creation = creation;
        Title = (isVariable ? "Keep '" : "Return '") + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes)) + "'";
    }

    public string Title { get; }

    public SyntaxNode Apply()
    {
        var nodes = new List<SyntaxNode> { _written };
        if (_creation is not null)
        {
            nodes.Add(_creation.Type);
        }

        return _fix.Root.ReplaceNodes(nodes, (original, _) => CaseSyntax.TypeName(_type).WithTriviaFrom(original));
    }

    /// <summary>Null where the type is not written here, or others rely on it.</summary>
    public static async Task<KeepType?> PlanAsync(ResultFix fix, CancellationToken cancellationToken)
    {
        ExpressionSyntax value = fix.Value;
        ObjectCreationExpressionSyntax? creation = null;
        if (fix.Model.GetTypeInfo(value).Type is not INamedTypeSymbol { Arity: 1 } type)
        {
            return null;
        }

        value = Branches(value);
        // `new ValueTask(c.A())`
        if (value.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 1 } wrapper }
            && fix.Model.GetTypeInfo(wrapper).Type is INamedTypeSymbol { Name: "ValueTask", Arity: 0 }
            && fix.Model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1") is { } valueTask)
        {
            type = valueTask.Construct(type.TypeArguments[0]);
            creation = wrapper as ObjectCreationExpressionSyntax;
            value = Branches(wrapper);
        }

        KeepType? Keep(TypeSyntax? written, bool isVariable = false) => written is null or RefTypeSyntax ? null : new KeepType(fix, type, written, isVariable, creation);

        if (value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } declaration } variable })
        {
            if (!declaration.Type.IsVar)
            {
                return Assigns(fix, variable) || !Fits(fix, variable.Initializer!.Value, type, value) ? null : Keep(declaration.Type, isVariable: true);
            }
            // The local has the type; what returns it has not.
            if (Returned(fix, variable) is not { } returned)
            {
                return null;
            }

            value = returned;
        }

        if (value.Parent is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax initialized })
        {
            return await IsFreeAsync(fix, initialized, cancellationToken).ConfigureAwait(false) ? Keep(initialized.Type) : null;
        }

        if (value.Parent is not (ArrowExpressionClauseSyntax or ReturnStatementSyntax or LambdaExpressionSyntax) || Function(value) is not { } function)
        {
            return null;
        }

        if (!ReturnsOnly(fix, function, type, value))
        {
            return null;
        }

        switch (function)
        {
            case AnonymousFunctionExpressionSyntax lambda:
                return Delegate(fix, lambda) is { } declared ? Keep(declared, isVariable: lambda is not ParenthesizedLambdaExpressionSyntax { ReturnType: not null }) : null;
            case LocalFunctionStatementSyntax local:
                return Keep(local.ReturnType);
            case MethodDeclarationSyntax method:
                return await IsFreeAsync(fix, method, cancellationToken).ConfigureAwait(false) ? Keep(method.ReturnType) : null;
            case BasePropertyDeclarationSyntax property and (PropertyDeclarationSyntax or IndexerDeclarationSyntax):
                return await IsFreeAsync(fix, property, cancellationToken).ConfigureAwait(false) ? Keep(property.Type) : null;
            default:
                return null;
        }
    }

    private static async Task<bool> IsFreeAsync(ResultFix fix, MemberDeclarationSyntax member, CancellationToken cancellationToken) =>
        fix.Model.GetDeclaredSymbol(member, cancellationToken) is { } symbol && await Signatures.IsFreeAsync(fix, symbol, cancellationToken).ConfigureAwait(false);

    /// <summary>The expression whose value this is: out of parentheses, and out of the branches of <c>?:</c>, <c>??</c> and a switch.</summary>
    private static ExpressionSyntax Branches(ExpressionSyntax value)
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

    /// <summary>Method, property, local function or lambda.</summary>
    private static SyntaxNode? Function(SyntaxNode node)
    {
        SyntaxNode? function = AddAwait.Function(node);
        return function is BasePropertyDeclarationSyntax && node.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is { RawKind: not (int)SyntaxKind.GetAccessorDeclaration } ? null : function;
    }

    /// <summary>The type that is written for a lambda: its own where nothing else says it, or the last argument of <c>Func&lt;Task&gt; f = …</c>.</summary>
    private static TypeSyntax? Delegate(ResultFix fix, AnonymousFunctionExpressionSyntax lambda)
    {
        if (lambda.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } declaration } variable }
            || Assigns(fix, variable))
        {
            return null;
        }

        if (declaration.Type.IsVar)
        {
            return (lambda as ParenthesizedLambdaExpressionSyntax)?.ReturnType;
        }

        if (lambda is ParenthesizedLambdaExpressionSyntax { ReturnType: not null }
            || fix.Model.GetTypeInfo(declaration.Type).Type is not INamedTypeSymbol { Name: "Func", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
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

    /// <summary>Something else is put into the variable later, which may not fit.</summary>
    private static bool Assigns(ResultFix fix, VariableDeclaratorSyntax variable)
    {
        foreach (IdentifierNameSyntax reference in References(fix, variable))
        {
            if ((reference.Parent is AssignmentExpressionSyntax assignment && assignment.Left == reference) || reference.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
            {
                return true;
            }
        }

        return false;
    }

    private static ExpressionSyntax? Returned(ResultFix fix, VariableDeclaratorSyntax variable)
    {
        foreach (IdentifierNameSyntax reference in References(fix, variable))
        {
            if (reference.Parent is ReturnStatementSyntax && Function(reference) == Function(variable))
            {
                return reference;
            }
        }

        return null;
    }

    private static IEnumerable<IdentifierNameSyntax> References(ResultFix fix, VariableDeclaratorSyntax variable)
    {
        if (fix.Model.GetDeclaredSymbol(variable) is not { } symbol || StatementEdits.Containing(variable) is not { } statement || StatementEdits.ListOf(statement) is not { } scope)
        {
            yield break;
        }

        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(fix.Model.GetSymbolInfo(name).Symbol, symbol))
            {
                yield return name;
            }
        }
    }

    /// <summary>Every return fits the type; another one, of <c>Task.CompletedTask</c> perhaps, would not.</summary>
    private static bool ReturnsOnly(ResultFix fix, SyntaxNode function, INamedTypeSymbol type, ExpressionSyntax value)
    {
        foreach (SyntaxNode node in function.DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if ((node is ReturnStatementSyntax { Expression: { } returned } && !Fits(fix, returned, type, value)) || (node is ArrowExpressionClauseSyntax { Expression: var expression } && !Fits(fix, expression, type, value)))
            {
                return false;
            }
        }

        return function is not AnonymousFunctionExpressionSyntax { ExpressionBody: { } body } || Fits(fix, body, type, value);
    }

    private static bool Fits(ResultFix fix, ExpressionSyntax returned, INamedTypeSymbol type, ExpressionSyntax value)
    {
        switch (Parentheses.Strip(returned))
        {
            case ConditionalExpressionSyntax ternary:
                return Fits(fix, ternary.WhenTrue, type, value) && Fits(fix, ternary.WhenFalse, type, value);
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression):
                return Fits(fix, binary.Left, type, value) && Fits(fix, binary.Right, type, value);
            case SwitchExpressionSyntax choice:
                return choice.Arms.All(arm => Fits(fix, arm.Expression, type, value));
            case ThrowExpressionSyntax:
                return true;
            case BaseObjectCreationExpressionSyntax creation when Branches(creation) == value:
                return true;
            case var other:
                return fix.Model.ClassifyConversion(other, type) is { Exists: true, IsImplicit: true, IsUserDefined: false };
        }
    }
}
