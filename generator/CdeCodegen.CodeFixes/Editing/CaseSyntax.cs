using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// Writes the names of cases and what goes with them. Names are written in full and left to the simplifier, which knows the usings, the
/// <c>using static</c> and the aliases around.
/// </summary>
internal static class CaseSyntax
{
    private static ExpressionSyntax Name(ISymbol symbol) =>
        ParseExpression(symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.Annotation);

    public static TypeSyntax TypeName(ISymbol symbol) =>
        ParseTypeName(symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary><c>R.Forbidden</c>, before C# 9 <c>R.Forbidden _</c>, and with a variable <c>R.Forbidden x</c>.</summary>
    public static PatternSyntax Pattern(ResultCase documented, LanguageVersion language, VariableDesignationSyntax? variable = null)
    {
        if (variable is not null)
        {
            return DeclarationPattern(TypeName(documented.Symbol), variable.WithLeadingTrivia(Space).WithTrailingTrivia());
        }

        return language >= LanguageVersion.CSharp9
            ? ConstantPattern(Name(documented.Symbol))
            : DeclarationPattern(TypeName(documented.Symbol), DiscardDesignation().WithLeadingTrivia(Space));
    }

    /// <summary>What a test asks for, as a pattern of a switch; null where a switch has none for it.</summary>
    public static PatternSyntax? PatternOf(ExpressionSyntax test, LanguageVersion language) => test switch
    {
        IsPatternExpressionSyntax { Pattern: not UnaryPatternSyntax and not VarPatternSyntax } matched => matched.Pattern.WithoutTrivia(),
        BinaryExpressionSyntax { Right: TypeSyntax type } when language >= LanguageVersion.CSharp9 => ConstantPattern(ParseExpression(type.WithoutTrivia().ToString())),
        BinaryExpressionSyntax { Right: TypeSyntax type } => DeclarationPattern(type.WithoutTrivia(), DiscardDesignation().WithLeadingTrivia(Space)),
        _ => null,
    };

    public static SwitchLabelSyntax Label(PatternSyntax pattern) => pattern is ConstantPatternSyntax constant
        ? CaseSwitchLabel(constant.Expression)
        : CasePatternSwitchLabel(pattern, Token(SyntaxKind.ColonToken));

    /// <summary>The status as the switch spells statuses: a number, or a member of the enumeration it is cast to.</summary>
    public static ExpressionSyntax? Status(ResultCase documented, ITypeSymbol? governing)
    {
        if (documented.Kind != CaseKind.Exact)
        {
            return null;
        }

        if (governing is not INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration)
        {
            return LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(documented.Low));
        }

        foreach (ISymbol member in enumeration.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: int value } && value == documented.Low)
            {
                return Name(member.ContainingType) is var type ? MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, type, IdentifierName(member.Name)).WithAdditionalAnnotations(Simplifier.Annotation) : null;
            }
        }

        return null;
    }

    public static ExpressionSyntax ThrowExpression() => SyntaxFactory.ThrowExpression(NotImplemented());

    public static StatementSyntax ThrowStatement() => SyntaxFactory.ThrowStatement(NotImplemented());

    private static ExpressionSyntax NotImplemented() => ObjectCreationExpression(
        ParseTypeName("global::System.NotImplementedException").WithAdditionalAnnotations(Simplifier.Annotation)).WithArgumentList(ArgumentList());
}
