using CdeCodegen.Generator.Model;

namespace CdeCodegen.Tasks.Report.Clients;

/// <summary>Writes types as C# code with short names.</summary>
internal static class TypeText
{
    public static string Of(PropertyModel property) =>
        property.IsOptional ? "Optional<" + Of(property.Type, property.IsNullableMember || property.IsNullAccepted) + ">" : Of(property.Type, property.IsNullableMember);

    public static string? Of(BodyModel? body) => body is null ? null : body.Kind switch
    {
        BodyKind.None => null,
        BodyKind.Items => "ApiStream<" + Of(body.Type, body.IsNullable) + ">",
        BodyKind.Events => "ApiStream<ServerSentEvent<" + Of(body.Type, body.IsNullable) + ">>",
        _ => Of(body.Type, body.IsNullable),
    };

    public static string Of(TypeRef type, bool isNullable = false) => Name(type) + (isNullable ? "?" : "");

    private static string Name(TypeRef type) => type.Kind switch
    {
        TypeKind.String => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.Double => "double",
        TypeKind.Decimal => "decimal",
        TypeKind.Date => "DateOnly",
        TypeKind.Time => "TimeOnly",
        TypeKind.Bytes => "byte[]",
        TypeKind.Json => "JsonElement",
        TypeKind.List => "IReadOnlyList<" + Of(type.Item!, type.IsItemNullable) + ">",
        TypeKind.Map => "IReadOnlyDictionary<string, " + Of(type.Item!, type.IsItemNullable) + ">",
        TypeKind.Enum or TypeKind.Object or TypeKind.Union => type.Name!,
        _ => type.Kind.ToString(),
    };
}
