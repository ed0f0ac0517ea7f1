using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>Creates models without a document, as lowering would create them. Imported with <c>using static</c>.</summary>
internal static class ModelFactory
{
    public static readonly ClientContext Context = new("Acme", "AcmeClient", IsPublic: true);

    public static readonly TypeRef Text = new(TypeKind.String);
    public static readonly TypeRef Int = new(TypeKind.Int32);
    public static readonly TypeRef Json = new(TypeKind.Json);
    public static readonly TypeRef Binary = new(TypeKind.Stream);

    public static TypeRef Of(TypeKind kind) => new(kind);

    public static TypeRef List(TypeRef item, bool nullable = false) => new(TypeKind.List, Item: item, IsItemNullable: nullable);

    public static TypeRef Map(TypeRef item, bool nullable = false) => new(TypeKind.Map, Item: item, IsItemNullable: nullable);

    public static TypeRef Ref(TypeModel type) => type switch
    {
        EnumModel @enum => new(TypeKind.Enum, type.Name, EnumValue: @enum.Value),
        UnionModel => new(TypeKind.Union, type.Name),
        _ => new(TypeKind.Object, type.Name),
    };

    public static TypeRef Object(string name) => new(TypeKind.Object, name);

    public static EquatableArray<T> Array<T>(params T[] items)
        where T : IEquatable<T> => new(items);

    private const GeneratedMembers AllReadersAndWriters =
        GeneratedMembers.Reader | GeneratedMembers.Writer | GeneratedMembers.ListReader | GeneratedMembers.MapReader;

    /// <summary>The readers of a type that is read in every position.</summary>
    public const GeneratedMembers Readers =
        GeneratedMembers.Reader | GeneratedMembers.ListReader | GeneratedMembers.MapReader | GeneratedMembers.BodyReader;

    /// <summary>Creates a member that is read and written.</summary>
    public static PropertyModel Member(string wireName, TypeRef type, bool required = true, bool nullable = false, bool optional = false) =>
        new()
        {
            WireName = wireName,
            Name = Pascal(wireName),
            Type = type,
            IsOptional = optional,
            IsRequiredMember = required && !nullable,
            IsNullableMember = !required || nullable,
            IsRead = true,
            IsRequiredOnRead = required,
            IsNullAccepted = required ? nullable : type.Kind != TypeKind.Json,
            IsWritten = true,
            IsNullWritten = nullable && (required || optional),
        };

    public static ObjectModel Class(string name, params PropertyModel[] members) =>
        new() { Name = name, Home = name, Generated = AllReadersAndWriters | GeneratedMembers.BodyReader, Properties = Array(members) };

    public static EnumModel Enum(string name, params string[] values) => new()
    {
        Name = name,
        Home = name,
        Generated = AllReadersAndWriters,
        Value = TypeKind.String,
        Members = Array(values.Select(value => new EnumMemberModel(Pascal(value), value, DocText.None)).ToArray()),
    };

    public static EnumModel Numbers(string name, TypeKind kind, params int[] values) => new()
    {
        Name = name,
        Home = name,
        Generated = AllReadersAndWriters,
        Value = kind,
        Members = Array(values.Select(value => new EnumMemberModel("V" + value, value.ToString(), DocText.None)).ToArray()),
    };

    public static UnionModel Union(string name, string? discriminator, params UnionCaseModel[] cases) => new()
    {
        Name = name,
        Home = name,
        Generated = AllReadersAndWriters | GeneratedMembers.BodyReader,
        Selection = new SelectionModel(discriminator, Array(cases)),
    };

    public static UnionCaseModel Case(string name, TypeRef type, JsonTokens tokens, string[]? values = null, string[]? required = null, string[]? known = null) =>
        new(name, type, DocText.None, Array(values ?? []), tokens, Array(required ?? []), Array(known ?? required ?? []));

    public static BodyModel JsonBody(TypeRef type, bool required = true, bool nullable = false) =>
        new() { Kind = BodyKind.Json, MediaType = "application/json", Type = type, IsRequired = required, IsNullable = nullable };

    public static BodyModel Body(BodyKind kind, string mediaType, TypeRef type, bool required = true) =>
        new() { Kind = kind, MediaType = mediaType, Type = type, IsRequired = required, IsNullable = false };

    public static ResultCaseModel Status(int status, string name, BodyModel? body = null, params ResponseHeaderModel[] headers) => new()
    {
        Name = name,
        Kind = StatusKind.Exact,
        Status = status,
        IsSuccess = status is >= 200 and < 300,
        Body = body,
        Headers = Array(headers),
    };

    public static ResultCaseModel Range(int firstDigit, string name, BodyModel? body = null) =>
        new() { Name = name, Kind = StatusKind.Range, Status = firstDigit, IsSuccess = firstDigit == 2, Body = body };

    public static ResultCaseModel Default(BodyModel body, bool isSuccess = false) =>
        new() { Name = "Default", Kind = StatusKind.Default, Status = 0, IsSuccess = isSuccess, Body = body };

    public static ResultModel Result(string name, params ResultCaseModel[] cases) =>
        new(name, name, Array(cases)) { Template = "/things" };

    public static ParameterModel Parameter(string name, string wireName, TypeRef type, ParameterPlace place = ParameterPlace.Query, ParameterStyle style = ParameterStyle.Exploded) =>
        new() { Name = name, WireName = wireName, Place = place, Type = type, Style = style };

    /// <summary>Creates an operation of the builder <c>client.Things</c>, at <c>/things</c>.</summary>
    public static OperationModel Operation(string method, ResultModel result, BodyModel? body = null, params ParameterModel[] parameters) => new()
    {
        MethodName = Pascal(method.ToLowerInvariant()) + "Async",
        HttpMethod = method,
        Path = Array(new PathPartModel(false, "/things")),
        Parameters = Array(parameters),
        Body = body,
        Result = result.Name,
        Accept = "application/json",
    };

    public static ClientModel Client(params TypeModel[] types) => Client(types, [], [], []);

    public static ClientModel Client(TypeModel[] types, params (OperationModel Operation, ResultModel Result)[] operations)
    {
        BuilderModel things = Builder("ThingsRequestBuilder", "/things", [], [], [.. operations.Select(o => o.Operation)]);
        return Client(types, [.. operations.Select(o => o.Result)], [Step("Things", things.Name)], [things]);
    }

    public static ClientModel Client(TypeModel[] types, ResultModel[] results, ChildModel[] children, BuilderModel[] builders) =>
        new(Context, new RootModel(DocText.None, "https://api.example.com/v1", "Acme API", "1.0", Array(children), default),
            Array(builders), Array(results), Array(types));

    public static BuilderModel Builder(string name, string path, PathValueModel[] values, ChildModel[] children, OperationModel[] operations) =>
        new(name, path, DocText.None, Array(values), Array(children), Array(operations));

    public static ChildModel Step(string name, string builder) => new(ChildKind.Property, name, builder, default, DocText.None) { Path = "/" + name.ToLowerInvariant() };

    public static PathValueModel Value(string name, TypeRef type) => new(name, name, type, DocText.None);

    private static string Pascal(string name) =>
        string.Concat(name.Split('-', '_', ' ').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
