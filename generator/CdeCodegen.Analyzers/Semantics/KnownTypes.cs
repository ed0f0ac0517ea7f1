using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>Checks for framework types.</summary>
internal static class KnownTypes
{
    /// <summary>Removes <c>Nullable&lt;T&gt;</c>; returns any other type unchanged.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>Whether a value of a type may be null. An unknown type may be any.</summary>
    public static bool MayBeNull(ITypeSymbol? type) => type is not { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T };

    /// <summary><c>bool</c> or <c>bool?</c>.</summary>
    public static bool IsBoolean(ITypeSymbol? type) => type is not null && WithoutNullable(type).SpecialType == SpecialType.System_Boolean;

    /// <summary>Whether a type is, or derives from, a class of the namespace <c>System</c>.</summary>
    public static bool IsOfSystem(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t.Name == name && t.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
            {
                return true;
            }
        }

        return false;
    }
}
