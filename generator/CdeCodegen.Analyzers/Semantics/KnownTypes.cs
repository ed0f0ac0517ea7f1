using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>Types of the framework that are asked for in several places.</summary>
internal static class KnownTypes
{
    /// <summary>The <c>T</c> of a <c>T?</c> that is a value, and any other type as it is.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary><c>bool</c> or <c>bool?</c>.</summary>
    public static bool IsBoolean(ITypeSymbol? type) => type is not null && WithoutNullable(type).SpecialType == SpecialType.System_Boolean;

    /// <summary>A class of the namespace <c>System</c>, or one that derives from it.</summary>
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
