using System.Globalization;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>Members with a single possible value, which a class writes by itself.</summary>
internal static class Constants
{
    /// <summary>The only value that a schema allows, as text; null if there are several.</summary>
    public static string? Of(Schema schema) => TypeLowering.ResolveAliases(schema).Constant?.Text;

    public static string? DefaultOf(Schema schema) => (schema.Default ?? TypeLowering.ResolveAliases(schema).Default)?.Text;

    /// <summary>Whether a schema lists no values.</summary>
    public static bool IsOpen(Schema schema) => TypeLowering.ResolveAliases(schema) is { HasEnum: false, HasConst: false };

    /// <summary>Whether a member of this type can select a class of a hierarchy.</summary>
    public static bool CanSelect(TypeUse type) => type.Kind is TypeKind.String or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Enum;

    /// <summary>Whether a C# type can hold a value.</summary>
    public static bool CanBe(TypeUse type, string value) => type.Kind switch
    {
        TypeKind.String => true,
        TypeKind.Boolean => value is "true" or "false",
        TypeKind.Int32 => IsInt32(value),
        TypeKind.Int64 => IsInt64(value),
        TypeKind.Enum => type.Draft is EnumDraft { Value: var kind } && (kind == TypeKind.String || (kind == TypeKind.Int32 ? IsInt32(value) : IsInt64(value))),
        _ => false,
    };

    private static bool IsInt32(string value) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsInt64(string value) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
