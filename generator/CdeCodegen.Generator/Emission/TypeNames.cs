using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>
/// How the types are called in one file.
/// </summary>
/// <remarks>
/// The consumer's own types may live in the client's namespace and in its <c>Models</c>, under any name (<c>Task</c>, <c>Guid</c>, <c>ApiResult</c>),
/// and documents define such names too: there everything is written from <c>global::</c>, except models within the models' namespace, where the
/// nearest declaration wins by the language's rules, and a handful of names that only generated code ever uses (<see cref="ModelFile"/>).
/// <c>RequestBuilders</c> holds builders and nothing else, so these files import what their signatures need. Imports stand inside the namespace,
/// where they win over whatever encloses it.
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

    /// <summary>The namespaces that the names given out so far need, or null in a file that writes them in full.</summary>
    public SortedSet<string>? Imports { get; }

    /// <summary>For a file in the models' namespace.</summary>
    /// <param name="context">The client.</param>
    /// <param name="nested">Types declared within the file's type: they hide models of the same name.</param>
    public static TypeNames InModels(ClientContext context, HashSet<string>? nested = null) => new(context, "", nested, imports: null);

    /// <summary>For a file in the client's own namespace.</summary>
    public static TypeNames InClient(ClientContext context) => new(context, "Models.", nested: null, imports: null);

    /// <summary>For a file in the builders' namespace.</summary>
    public static TypeNames InBuilders(ClientContext context) => new(context, "Models.", nested: null, new(StringComparer.Ordinal));

    /// <summary>A type of a library.</summary>
    /// <param name="qualifier">Its namespace from <c>global::</c>, with the dot.</param>
    /// <param name="name">Its name.</param>
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

    /// <summary>A model, as a type.</summary>
    public string Model(string name) => _nested.Contains(name) ? _modelsInFull + name : _models + name;

    /// <summary>A model in an expression (<c>X.ReadList(…)</c>), where a member of the same name would win.</summary>
    public string Model(string name, HashSet<string> members) =>
        _models.Length == 0 && (members.Contains(name) || IsMemberOfObject(name)) ? _modelsInFull + name : Model(name);

    /// <summary>A result or a class of parameters: they live in the client's namespace.</summary>
    public string Client(string name) => Imports is not null && IsHiddenByImport(name) ? _clientInFull + name : name;

    /// <summary>The same in an expression, where a member of the same name would win.</summary>
    public string Client(string name, HashSet<string> members) => members.Contains(name) ? _clientInFull + name : Client(name);

    public string Of(TypeRef type, bool nullable) => nullable ? Of(type) + "?" : Of(type);

    public string Of(TypeRef type) => type.Kind switch
    {
        TypeKind.String => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.Single => "float",
        TypeKind.Double => "double",
        TypeKind.Decimal => "decimal",
        TypeKind.Guid => System("Guid"),
        TypeKind.DateTimeOffset => System("DateTimeOffset"),
        TypeKind.Date => System("DateOnly"),
        TypeKind.Time => System("TimeOnly"),
        TypeKind.Uri => System("Uri"),
        TypeKind.Bytes => "byte[]",
        TypeKind.Stream => _models.Length == 0 ? Runtime + "FilePart" : Of("global::System.IO.", "Stream"),
        TypeKind.List => Of(Collections, "IReadOnlyList") + "<" + Of(type.Item!, type.IsItemNullable) + ">",
        TypeKind.Map => Of(Collections, "IReadOnlyDictionary") + "<string, " + Of(type.Item!, type.IsItemNullable) + ">",
        TypeKind.Enum or TypeKind.Object or TypeKind.Union => Model(type.Name!),
        _ => Of("global::System.Text.Json.", "JsonElement"),
    };

    /// <summary>The list that a reader fills.</summary>
    public string NewListOf(TypeRef item, bool nullable) => Of(Generated, "JsonItems") + "<" + Of(item, nullable) + ">";

    /// <summary>The dictionary that a reader fills.</summary>
    public string NewMapOf(TypeRef item, bool nullable) => Of(Collections, "Dictionary") + "<string, " + Of(item, nullable) + ">";

    /// <summary>Members that every class inherits: in an expression they win over a model of the same name.</summary>
    private static bool IsMemberOfObject(string name) =>
        name is "Equals" or "GetHashCode" or "GetType" or "ToString" or "ReferenceEquals" or "MemberwiseClone" or "Finalize";

    /// <summary>What the imported namespaces hold under a name that an operation's result or parameters could have.</summary>
    private static bool IsHiddenByImport(string name) => name is "DefaultQueryParameters" or "IAsyncResult" or "ParallelLoopResult";
}
