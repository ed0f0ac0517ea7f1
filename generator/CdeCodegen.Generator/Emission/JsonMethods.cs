using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>What the runtime's JSON reader and writer call each kind of value.</summary>
internal static class JsonMethods
{
    /// <summary>Kinds that the runtime reads and writes in one call.</summary>
    public static bool IsScalar(TypeKind kind) => kind is not (TypeKind.Enum or TypeKind.Object or TypeKind.Union or TypeKind.List or TypeKind.Map or TypeKind.Stream);

    /// <summary>Whether a value can stand in JSON: files cannot, they are sent as parts.</summary>
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

    /// <summary>Whether only generated code can write it: an object or a union, or a collection of them.</summary>
    public static bool IsModel(TypeRef type)
    {
        TypeRef leaf = type;
        while (leaf.Item is { } item)
        {
            leaf = item;
        }

        return leaf.Kind is TypeKind.Object or TypeKind.Union;
    }

    /// <summary>The method that reads a scalar.</summary>
    public static string ReaderOf(TypeRef scalar) => scalar.AcceptsText ? Of(scalar.Kind) + "OrText" : Of(scalar.Kind);

    /// <summary>The method that writes a scalar. A number is written as a number, unless JSON has none for it.</summary>
    public static string WriterOf(TypeRef scalar) => scalar is { AcceptsText: true, Kind: TypeKind.Double } ? "DoubleOrText" : Of(scalar.Kind);

    /// <summary>Whether the runtime reads and writes a list of these in one call.</summary>
    public static bool IsListable(TypeRef item) => IsScalar(item.Kind) && !item.AcceptsText;

    public static string Of(TypeKind scalar) => scalar switch
    {
        TypeKind.Json => "Element",
        TypeKind.Boolean => "Boolean",
        TypeKind.Int32 => "Int32",
        TypeKind.Int64 => "Int64",
        TypeKind.Single => "Single",
        TypeKind.Double => "Double",
        TypeKind.Decimal => "Decimal",
        TypeKind.Guid => "Guid",
        TypeKind.DateTimeOffset => "DateTimeOffset",
        TypeKind.Date => "Date",
        TypeKind.Time => "Time",
        TypeKind.Uri => "Uri",
        TypeKind.Bytes => "Bytes",
        _ => "String",
    };

    /// <summary>The same for a list of them.</summary>
    public static string ListOf(TypeKind scalar) => scalar == TypeKind.Bytes ? "BytesList" : Of(scalar) + "s";
}
