using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>
/// Returns how a file refers to types.
/// </summary>
/// <remarks>
/// The consumer's own types may be in the client's namespace and in its <c>Models</c> under any name (<c>Task</c>, <c>Guid</c>, <c>ApiResult</c>), and
/// documents define such names too. These files therefore use full names from <c>global::</c>, except for models within the models' namespace,
/// where the nearest declaration wins, and for the few names of <see cref="Units.RuntimeImports"/>, which only generated code uses.
/// <c>RequestBuilders</c> contains builders only, so its files import what their signatures need. The imports are inside the namespace, where they
/// win over the enclosing namespaces.
/// </remarks>
internal sealed class TypeNames
{
    public const string Runtime = "global::CdeCodegen.Runtime.";
    public const string Generated = "global::CdeCodegen.Runtime.Generated.";
    private const string Collections = "global::System.Collections.Generic.";

    private readonly string _models;
    private readonly string _modelsInFull;
    private readonly string _clientInFull;
    private readonly HashSet<string> _nested;

    private TypeNames(ClientContext context, string models, HashSet<string>? nested, SortedSet<string>? imports)
    {
        _models = models;
        _modelsInFull = "global::" + context.ModelsNamespace + ".";
        _clientInFull = "global::" + context.Namespace + ".";
        _nested = nested ?? [];
        Imports = imports;
    }

    /// <summary>The namespaces that the returned names need; null in a file that uses full names.</summary>
    public SortedSet<string>? Imports { get; }

    /// <summary>For a file in the models' namespace.</summary>
    /// <param name="context">The client.</param>
    /// <param name="nested">The types that the file's type declares. They hide models of the same name.</param>
    public static TypeNames InModels(ClientContext context, HashSet<string>? nested = null) => new(context, "", nested, imports: null);

    /// <summary>For a file in the client's own namespace.</summary>
    public static TypeNames InClient(ClientContext context) => new(context, "Models.", nested: null, imports: null);

    /// <summary>For a file in the builders' namespace.</summary>
    public static TypeNames InBuilders(ClientContext context) => new(context, "Models.", nested: null, new(StringComparer.Ordinal));

    /// <summary>Returns the name of a library type.</summary>
    /// <param name="qualifier">The namespace from <c>global::</c>, with the dot.</param>
    /// <param name="name">The simple name.</param>
    public string Of(string qualifier, string name)
    {
        if (Imports is null)
        {
            return qualifier + name;
        }

        Imports.Add(qualifier);
        return name;
    }

    public string System(string name) => Of("global::System.", name);

    /// <summary>Returns the name of a model where a type is expected.</summary>
    public string Model(string name) => _nested.Contains(name) ? _modelsInFull + name : _models + name;

    /// <summary>Returns the name of a model in an expression (<c>X.ReadList(…)</c>), where a member of the same name would win.</summary>
    public string Model(string name, HashSet<string> members) =>
        _models.Length == 0 && (members.Contains(name) || IsMemberOfObject(name)) ? _modelsInFull + name : Model(name);

    /// <summary>Returns the name of a result or of a class of parameters, which are in the client's namespace.</summary>
    public string Client(string name) => Imports is not null && IsHiddenByImport(name) ? _clientInFull + name : name;

    /// <summary>Returns the name of a result in an expression, where a member of the same name would win.</summary>
    public string Client(string name, HashSet<string> members) => members.Contains(name) ? _clientInFull + name : Client(name);

    public string Of(TypeRef type, bool nullable) => nullable ? Of(type) + "?" : Of(type);

    public string Of(TypeRef type) => type.Kind switch
    {
        TypeKind.String => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.Double => "double",
        TypeKind.Decimal => "decimal",
        TypeKind.Guid => System("Guid"),
        TypeKind.DateTimeOffset => System("DateTimeOffset"),
        TypeKind.DateTime => System("DateTime"),
        TypeKind.Date => System("DateOnly"),
        TypeKind.Time => System("TimeOnly"),
        TypeKind.TimeSpan => System("TimeSpan"),
        TypeKind.Duration => Of(Runtime, "ApiDuration"),
        TypeKind.Uri => System("Uri"),
        TypeKind.Bytes => "byte[]",
        TypeKind.Stream => _models.Length == 0 ? Runtime + "FilePart" : Of("global::System.IO.", "Stream"),
        TypeKind.List => Of(Collections, "IReadOnlyList") + "<" + Item(type) + ">",
        TypeKind.Map => Of(Collections, "IReadOnlyDictionary") + "<string, " + Item(type) + ">",
        TypeKind.Enum or TypeKind.Object or TypeKind.Union => Model(type.Name!),
        _ => Of("global::System.Text.Json.", "JsonElement"),
    };

    /// <summary>Only multipart bodies hold several files.</summary>
    private string Item(TypeRef type) => type.Item!.Kind == TypeKind.Stream ? Of(Runtime, "FilePart") : Of(type.Item, type.IsItemNullable);

    /// <summary>Returns the dictionary type that a reader fills.</summary>
    public string NewMapOf(TypeRef item, bool nullable) => Of(Collections, "Dictionary") + "<string, " + Of(item, nullable) + ">";

    /// <summary>Members that every class inherits: in an expression they win over a model of the same name.</summary>
    private static bool IsMemberOfObject(string name) =>
        name is "Equals" or "GetHashCode" or "GetType" or "ToString" or "ReferenceEquals" or "MemberwiseClone" or "Finalize";

    /// <summary>Whether an imported namespace declares a type with this name of a result or of a class of parameters.</summary>
    private static bool IsHiddenByImport(string name) => name is "DefaultQueryParameters" or "IAsyncResult" or "ParallelLoopResult";
}
