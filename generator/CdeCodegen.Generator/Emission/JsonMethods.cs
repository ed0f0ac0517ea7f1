using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Names the methods of the runtime that read and write each kind of JSON value.</summary>
internal static class JsonMethods
{
    /// <summary>Whether the runtime reads and writes a value of this kind in one call.</summary>
    public static bool IsScalar(TypeKind kind) =>
        kind is not (TypeKind.Enum or TypeKind.Duration or TypeKind.Object or TypeKind.Union or TypeKind.List or TypeKind.Map or TypeKind.Stream);

    /// <summary>Whether JSON can hold the value. Files cannot be JSON; they are sent as parts of a multipart body.</summary>
    public static bool IsJson(TypeRef type)
    {
        for (TypeRef? part = type; part is not null; part = part.Item)
        {
            if (part.Kind == TypeKind.Stream)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether generated code writes the value: an object, a union, or a collection of them.</summary>
    public static bool IsModel(TypeRef type) => LeafOf(type).Kind is TypeKind.Object or TypeKind.Union;

    /// <summary>Whether the value is an enumeration of numbers, or a collection of them. As text, it is the same as one of strings; in JSON, it has no quotes.</summary>
    public static bool IsNumericEnum(TypeRef type) => LeafOf(type) is { Kind: TypeKind.Enum, EnumValue: not TypeKind.String };

    /// <summary>Returns the method that reads a scalar.</summary>
    public static string ReaderOf(TypeRef scalar) => scalar.AcceptsText ? Of(scalar.Kind) + "OrText" : Of(scalar.Kind);

    /// <summary>Returns the method that writes a scalar. NaN and the infinities, which JSON numbers cannot express, are written as text.</summary>
    public static string WriterOf(TypeRef scalar) => scalar is { AcceptsText: true, Kind: TypeKind.Double } ? "DoubleOrText" : Of(scalar.Kind);

    /// <summary>Whether the runtime reads and writes a list of these items in one call.</summary>
    public static bool IsListable(TypeRef item) => IsScalar(item.Kind) && !item.AcceptsText;

    /// <summary>Returns the method that reads or writes a scalar of this kind.</summary>
    public static string Of(TypeKind scalar) => scalar switch
    {
        TypeKind.Json => "Element",
        TypeKind.Boolean => "Boolean",
        TypeKind.Int32 => "Int32",
        TypeKind.Int64 => "Int64",
        TypeKind.Double => "Double",
        TypeKind.Decimal => "Decimal",
        TypeKind.Guid => "Guid",
        TypeKind.DateTimeOffset => "DateTimeOffset",
        TypeKind.DateTime => "DateTime",
        TypeKind.Date => "Date",
        TypeKind.Time => "Time",
        TypeKind.TimeSpan => "TimeSpan",
        TypeKind.Uri => "Uri",
        TypeKind.Bytes => "Bytes",
        _ => "String",
    };

    /// <summary>Returns the method that reads or writes a list of scalars of this kind.</summary>
    public static string ListOf(TypeKind scalar) => scalar == TypeKind.Bytes ? "BytesList" : Of(scalar) + "s";

    private static TypeRef LeafOf(TypeRef type)
    {
        TypeRef leaf = type;
        while (leaf.Item is { } item)
        {
            leaf = item;
        }

        return leaf;
    }
}
