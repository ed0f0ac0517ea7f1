using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Patterns;

/// <summary>Finds the position of the status in a hand-written <c>Deconstruct</c> of a result.</summary>
internal static class PositionalStatus
{
    /// <summary>The index of the position that gives the status; -1 if none does.</summary>
    /// <param name="deconstruct">The method, or an extension method whose first parameter is the result.</param>
    /// <param name="count">The number of positions.</param>
    public static int Find(IMethodSymbol deconstruct, int count)
    {
        int first = deconstruct.Parameters.Length - count;
        for (int i = 0; i < count; i++)
        {
            IParameterSymbol parameter = deconstruct.Parameters[first + i];
            if (IsStatusName(parameter.Name) && IsStatusType(parameter.Type))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsStatusName(string name) =>
        name.Equals("status", StringComparison.OrdinalIgnoreCase) || name.Equals("code", StringComparison.OrdinalIgnoreCase)
            || name.Equals(KnownNames.StatusCode, StringComparison.OrdinalIgnoreCase);

    private static bool IsStatusType(ITypeSymbol type) =>
        type is { SpecialType: SpecialType.System_Int32 } or { TypeKind: TypeKind.Enum, Name: "HttpStatusCode", ContainingNamespace.Name: "Net" };
}
