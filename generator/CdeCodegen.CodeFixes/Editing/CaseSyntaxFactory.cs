using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// Builds patterns, labels and names for cases. Names are fully qualified and annotated for the simplifier, which shortens them according to
/// the usings, the <c>using static</c> directives and the aliases in scope.
/// </summary>
internal static class CaseSyntaxFactory
{
    private static ExpressionSyntax CreateName(ISymbol symbol) =>
        ParseExpression(symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.Annotation);

    public static TypeSyntax CreateTypeName(ISymbol symbol) =>
        ParseTypeName(symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>Returns <c>R.Forbidden</c>, before C# 9 <c>R.Forbidden _</c>, and with a variable <c>R.Forbidden x</c>.</summary>
    public static PatternSyntax CreatePattern(ResultCase documented, LanguageVersion language, VariableDesignationSyntax? variable = null)
    {
        if (variable is not null)
        {
            return DeclarationPattern(CreateTypeName(documented.Symbol), variable.WithLeadingTrivia(Space).WithTrailingTrivia());
        }

        return language >= LanguageVersion.CSharp9
            ? ConstantPattern(CreateName(documented.Symbol))
            : DeclarationPattern(CreateTypeName(documented.Symbol), DiscardDesignation().WithLeadingTrivia(Space));
    }

    /// <summary>Converts the right side of an <c>is</c> test to a pattern of a switch; null if it has none.</summary>
    public static PatternSyntax? CreatePatternFromTest(ExpressionSyntax test, LanguageVersion language) => test switch
    {
        IsPatternExpressionSyntax { Pattern: not UnaryPatternSyntax and not VarPatternSyntax } matched => matched.Pattern.WithoutTrivia(),
        BinaryExpressionSyntax { Right: TypeSyntax type } when language >= LanguageVersion.CSharp9 =>
            ConstantPattern(ParseExpression(type.WithoutTrivia().ToString())),
        BinaryExpressionSyntax { Right: TypeSyntax type } => DeclarationPattern(type.WithoutTrivia(), DiscardDesignation().WithLeadingTrivia(Space)),
        _ => null,
    };

    public static SwitchLabelSyntax CreateLabel(PatternSyntax pattern) => pattern is ConstantPatternSyntax constant
        ? CaseSwitchLabel(constant.Expression)
        : CasePatternSwitchLabel(pattern, Token(SyntaxKind.ColonToken));

    /// <summary>Returns the status as a number, or as a member of the governing enumeration; null for a range and if no member has the value.</summary>
    public static ExpressionSyntax? CreateStatus(ResultCase documented, ITypeSymbol? governing)
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
                return MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, CreateName(member.ContainingType), IdentifierName(member.Name))
                    .WithAdditionalAnnotations(Simplifier.Annotation);
            }
        }

        return null;
    }

    public static ExpressionSyntax CreateThrowExpression() => SyntaxFactory.ThrowExpression(CreateNotImplementedException());

    public static StatementSyntax CreateThrowStatement() => SyntaxFactory.ThrowStatement(CreateNotImplementedException());

    private static ExpressionSyntax CreateNotImplementedException() => ObjectCreationExpression(
        ParseTypeName("global::System.NotImplementedException").WithAdditionalAnnotations(Simplifier.Annotation)).WithArgumentList(ArgumentList());
}
