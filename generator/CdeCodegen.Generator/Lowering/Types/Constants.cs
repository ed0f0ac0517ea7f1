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

    /// <summary>Whether a schema lists no values, or this one among others.</summary>
    public static bool Allows(Schema schema, string value)
    {
        Schema resolved = TypeLowering.ResolveAliases(schema);
        return resolved is { HasEnum: false, HasConst: false } || Scalars.ValuesOf(resolved)?.Contains(value) == true;
    }

    /// <summary>Whether a member of this type can select a class of a hierarchy.</summary>
    public static bool CanSelect(TypeUse type) => type.Kind
        is TypeKind.String or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal or TypeKind.Enum;

    /// <summary>Whether a C# type can hold a value.</summary>
    public static bool CanBe(TypeUse type, string value) => type.Kind switch
    {
        TypeKind.String => true,
        TypeKind.Boolean => value is "true" or "false",
        TypeKind.Int32 => IsInt32(value),
        TypeKind.Int64 => IsInt64(value),
        TypeKind.Double => NumberText.IsDouble(value),
        TypeKind.Decimal => NumberText.IsDecimal(value),
        TypeKind.Enum => type.Draft is EnumDraft { Value: var kind } && (kind == TypeKind.String || (kind == TypeKind.Int32 ? IsInt32(value) : IsInt64(value))),
        _ => false,
    };

    /// <summary>The default of a member as a constant of its type; null without one, and if a constant cannot have it.</summary>
    public static string? DefaultConstant(Schema? schema, TypeUse type)
    {
        if (schema is null || (schema.Default ?? TypeLowering.ResolveAliases(schema).Default) is not { } value)
        {
            return null;
        }

        bool isNumber = value.Kind == LiteralKind.Number;
        return type.Kind switch
        {
            TypeKind.String when value.Kind == LiteralKind.String && value.Text.Length <= 200 => value.Text,
            TypeKind.Boolean when value.Kind == LiteralKind.Boolean => value.Text,
            TypeKind.Int32 or TypeKind.Int64 when isNumber && CanBe(type, value.Text) => Integer(value.Text),
            TypeKind.Enum when value.Kind == LiteralKind.String && type.IsString => value.Text,
            TypeKind.Enum when isNumber && !type.IsString && CanBe(type, value.Text) => Integer(value.Text),
            TypeKind.Double when isNumber => Double(value.Text),
            TypeKind.Decimal when isNumber && decimal.TryParse(value.Written, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) =>
                number.ToString(CultureInfo.InvariantCulture) + "m",
            _ => null,
        };
    }

    /// <summary>The value as a C# literal of a type that can be it. A decimal has the digits of the document, also zeros at its end.</summary>
    public static string Literal(Schema schema, TypeUse type, string value)
    {
        switch (type.Kind)
        {
            case TypeKind.Double:
                return Double(value) ?? value;
            case TypeKind.Decimal:
                string written = TypeLowering.ResolveAliases(schema).Constant is { } constant && constant.Text == value ? constant.Written : value;
                return decimal.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) + "m";
            default:
                return value;
        }
    }

    private static string Integer(string value) =>
        long.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static string? Double(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsInfinity(number)
            ? number.ToString("R", CultureInfo.InvariantCulture) + "d"
            : null;

    private static bool IsInt32(string value) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsInt64(string value) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
