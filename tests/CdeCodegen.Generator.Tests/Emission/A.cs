using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>Models made by hand, as lowering would make them.</summary>
internal static class A
{
    public static readonly ClientContext Context = new("Acme", "AcmeClient", IsPublic: true);

    public static readonly TypeRef Text = new(TypeKind.String);
    public static readonly TypeRef Int = new(TypeKind.Int32);
    public static readonly TypeRef Json = new(TypeKind.Json);
    public static readonly TypeRef Binary = new(TypeKind.Stream);

    public static TypeRef Of(TypeKind kind) => new(kind);

    public static TypeRef List(TypeRef item, bool nullable = false) => new(TypeKind.List, Item: item, ItemNullable: nullable);

    public static TypeRef Map(TypeRef item, bool nullable = false) => new(TypeKind.Map, Item: item, ItemNullable: nullable);

    public static TypeRef Ref(TypeModel type) => type switch
    {
        EnumModel @enum => new(TypeKind.Enum, type.Name, EnumValue: @enum.Value),
        UnionModel => new(TypeKind.Union, type.Name),
        _ => new(TypeKind.Object, type.Name),
    };

    public static TypeRef Object(string name) => new(TypeKind.Object, name);

    public static EquatableArray<T> Array<T>(params T[] items)
        where T : IEquatable<T> => new(items);

    /// <summary>A member that is sent and received.</summary>
    public static PropertyModel Member(string wireName, TypeRef type, bool required = true, bool nullable = false, bool optional = false) =>
        new(wireName, Pascal(wireName), type, required, nullable, optional, Read: true, Write: true, DocText.None)
        {
            IsRequiredMember = required && !nullable,
            IsNullableMember = !required || nullable,
            IsRequiredOnRead = required,
        };

    public static ObjectModel Class(string name, params PropertyModel[] members) =>
        new(name, DocText.None, Reads: true, Writes: true, InList: true, InMap: true, AsBody: true, Array(members), Additional: null);

    public static EnumModel Enum(string name, params string[] values) =>
        new(name, DocText.None, Reads: true, Writes: true, InList: true, InMap: true, AsBody: false, TypeKind.String,
            Array(values.Select(value => new EnumMemberModel(Pascal(value), value, DocText.None)).ToArray()));

    public static EnumModel Numbers(string name, TypeKind kind, params int[] values) =>
        new(name, DocText.None, Reads: true, Writes: true, InList: true, InMap: true, AsBody: false, kind,
            Array(values.Select(value => new EnumMemberModel("V" + value, value.ToString(), DocText.None)).ToArray()));

    public static UnionModel Union(string name, string? discriminator, params UnionCaseModel[] cases) =>
        new(name, DocText.None, Reads: true, Writes: true, InList: true, InMap: true, AsBody: true, discriminator, Array(cases));

    public static UnionCaseModel Case(string name, TypeRef type, JsonTokens tokens, string[]? values = null, string[]? required = null, string[]? known = null) =>
        new(name, type, DocText.None, Array(values ?? []), tokens, Array(required ?? []), Array(known ?? required ?? []));

    public static BodyModel JsonBody(TypeRef type, bool required = true, bool nullable = false) =>
        new(BodyKind.Json, "application/json", type, required, nullable, DocText.None);

    public static BodyModel Body(BodyKind kind, string mediaType, TypeRef type, bool required = true) =>
        new(kind, mediaType, type, required, Nullable: false, DocText.None);

    public static ResultCaseModel Status(int status, string name, BodyModel? body = null, params ResponseHeaderModel[] headers) =>
        new(name, StatusKind.Exact, status, body, Array(headers), DocText.None);

    public static ResultModel Result(string name, params ResultCaseModel[] cases) =>
        new(name, name, Array(cases));

    public static ParameterModel Parameter(string name, string wireName, TypeRef type, ParameterPlace place = ParameterPlace.Query, ParameterStyle style = ParameterStyle.Exploded) =>
        new(name, wireName, place, type, style, AllowReserved: false, DocText.None);

    /// <summary>An operation of the builder <c>client.Things</c>, at <c>/things</c>.</summary>
    public static OperationModel Operation(string method, ResultModel result, BodyModel? body = null, params ParameterModel[] parameters) =>
        new(Pascal(method.ToLowerInvariant()) + "Async", method, OperationId: null, DocText.None, Array(new PathPartModel(false, "/things")),
            Array(parameters), QueryClass: null, body, result.Name, Anonymous: false, Accept: "application/json");

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

    public static ChildModel Step(string name, string builder) => new(ChildKind.Property, name, builder, default, DocText.None);

    public static PathValueModel Value(string name, TypeRef type) => new(name, name, type, DocText.None);

    private static string Pascal(string name) =>
        string.Concat(name.Split('-', '_', ' ').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
