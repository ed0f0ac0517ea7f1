using System.Collections.Immutable;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Patterns;

/// <summary>
/// Whether a pattern on a part of a case matches every value of the part. Nullability comes from the part's annotated type;
/// unannotated means unknown.
/// </summary>
internal static class PartPatterns
{
    // The values that a part can have: null, or not null; a non-null bool is one of two.
    private const int False = 1;
    private const int True = 2;
    private const int Values = False | True;
    private const int Null = 4;
    private const int Anything = Values | Null;

    public static bool MatchesAnything(IPropertySubpatternOperation part) => part.Member switch
    {
        IPropertyReferenceOperation property => MatchesAnything(part.Pattern, property.Property.Type),
        IFieldReferenceOperation field => MatchesAnything(part.Pattern, field.Field.Type),
        _ => false,
    };

    /// <summary>Whether all positions of a pattern such as <c>Forbidden(var reason, _)</c> match every value.</summary>
    public static bool MatchAnything(IRecursivePatternOperation recursive)
    {
        for (int i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
        {
            if (!MatchesPosition(recursive, i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether one position of a pattern matches every value.</summary>
    public static bool MatchesPosition(IRecursivePatternOperation recursive, int index)
    {
        ImmutableArray<IPatternOperation> parts = recursive.DeconstructionSubpatterns;
        return PartType(recursive, index, parts.Length) is { } type && MatchesAnything(parts[index], type);
    }

    private static ITypeSymbol? PartType(IRecursivePatternOperation recursive, int index, int count)
    {
        switch (recursive.DeconstructSymbol)
        {
            case IMethodSymbol method:
                index += method.Parameters.Length - count;
                return index >= 0 && index < method.Parameters.Length ? method.Parameters[index].Type : null;
            case null when recursive.MatchedType is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Length == count:
                return tuple.TupleElements[index].Type;
            default:
                return null;
        }
    }

    private static bool MatchesAnything(IPatternOperation pattern, ITypeSymbol type)
    {
        int possible = MayBeNull(type) ? Anything : Values;
        return (Evaluate(pattern, type).Matches & possible) == possible;
    }

    /// <summary>The values that certainly match, and those that certainly do not.</summary>
    private static (int Matches, int Fails) Evaluate(IPatternOperation pattern, ITypeSymbol type)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }:
                return (Anything, 0);
            case IDeclarationPatternOperation { MatchedType: { } matched }:
                return (IsAlways(type, matched) ? Values : 0, Null);
            case ITypePatternOperation { MatchedType: var matched }:
                return (IsAlways(type, matched) ? Values : 0, Null);
            case IRecursivePatternOperation recursive:
                return (IsAlways(type, recursive.MatchedType) && MatchAnything(recursive) && HasOpenProperties(recursive) ? Values : 0, Null);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var value } }:
                return value switch
                {
                    null => (Null, Values),
                    true => (True, False | Null),
                    false => (False, True | Null),
                    _ => (0, Null),
                };
            case INegatedPatternOperation negated:
                (int Matches, int Fails) inner = Evaluate(negated.Pattern, type);
                return (inner.Fails, inner.Matches);
            case IBinaryPatternOperation binary:
                (int Matches, int Fails) left = Evaluate(binary.LeftPattern, type);
                (int Matches, int Fails) right = Evaluate(binary.RightPattern, type);
                return binary.OperatorKind == BinaryOperatorKind.And
                    ? (left.Matches & right.Matches, left.Fails | right.Fails)
                    : (left.Matches | right.Matches, left.Fails & right.Fails);
            default:
                return (0, 0);
        }
    }

    private static bool HasOpenProperties(IRecursivePatternOperation recursive)
    {
        foreach (IPropertySubpatternOperation part in recursive.PropertySubpatterns)
        {
            if (!MatchesAnything(part))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Every value of <paramref name="type"/> but null is a <paramref name="matched"/>.</summary>
    private static bool IsAlways(ITypeSymbol type, ITypeSymbol matched) =>
        ResultType.IsA(KnownTypes.WithoutNullable(type), KnownTypes.WithoutNullable(matched));

    private static bool MayBeNull(ITypeSymbol type) => type.IsValueType
        ? type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        : type.TypeKind == TypeKind.TypeParameter || type.NullableAnnotation != NullableAnnotation.NotAnnotated;
}
