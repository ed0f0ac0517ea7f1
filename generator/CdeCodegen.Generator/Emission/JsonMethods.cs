using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>What the runtime's JSON reader and writer call each kind of value.</summary>
internal static class JsonMethods
{
    /// <summary>Kinds that the runtime reads and writes in one call.</summary>
    public static bool IsScalar(TypeKind kind) => kind is not (TypeKind.Enum or TypeKind.Object or TypeKind.Union or TypeKind.List or TypeKind.Map or TypeKind.Stream);

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
