using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>
/// How the types are called in one file.
/// </summary>
/// <remarks>
/// The consumer's own types may live in the client's namespace and in its <c>Models</c>, under any name (<c>Task</c>, <c>Guid</c>, <c>Uri</c>),
/// and documents define such names too: there everything is written from <c>global::</c>, except models within the models' namespace, where the
/// nearest declaration wins by the language's rules, and the handful of names that only generated code ever uses (<see cref="ModelImports"/>).
/// <c>RequestBuilders</c> holds builders and nothing else, so these files import what their signatures need. The imports stand inside the namespace,
/// where they win over everything that encloses it.
/// </remarks>
internal sealed class TypeNames
{
    public const string Runtime = "global::CdeCodegen.Runtime.";
    public const string Generated = "global::CdeCodegen.Runtime.Generated.";
    private const string Collections = "global::System.Collections.Generic.";

    /// <summary>Imported by alias where a model's reader or writer uses them.</summary>
    public static readonly string[] ModelImports = ["JsonIn", "JsonNames", "JsonOut"];

    private static readonly string[] s_builderImports =
    [
        "Models", "Action", "ApiClientCore", "ApiParameterStyle", "ApiRequest", "CancellationToken", "DateOnly", "DateTimeOffset", "DefaultQueryParameters",
        "Guid", "IReadOnlyDictionary", "IReadOnlyList", "JsonElement", "Optional", "RequestConfiguration", "Stream", "Task", "TimeOnly", "Uri",
    ];

    private readonly string _models;
    private readonly string _modelsInFull;
    private readonly string _clientInFull;
    private readonly bool _imports;
    private readonly HashSet<string> _hidden;

    private TypeNames(ClientContext context, string models, bool imports, HashSet<string> hidden)
    {
        _models = models;
        _modelsInFull = "global::" + context.ModelsNamespace + ".";
        _clientInFull = "global::" + context.Namespace + ".";
        _imports = imports;
        _hidden = hidden;
    }

    /// <summary>For a file in the models' namespace.</summary>
    /// <param name="nested">Types declared within the file's type: they hide models of the same name.</param>
    public static TypeNames InModels(ClientContext context, EquatableArray<string> hidden, HashSet<string>? nested = null)
    {
        HashSet<string> all = nested ?? new(StringComparer.Ordinal);
        foreach (string name in hidden)
        {
            all.Add(name);
        }

        return new(context, "", imports: false, all);
    }

    /// <summary>For a file in the client's own namespace.</summary>
    public static TypeNames InClient(ClientContext context) =>
        new(context, "Models.", imports: false, new(StringComparer.Ordinal));

    /// <summary>For a file in the builders' namespace.</summary>
    public static TypeNames InBuilders(ClientContext context, EquatableArray<string> hidden)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in hidden)
        {
            all.Add(name);
        }

        return new(context, all.Contains("Models") ? "global::" + context.ModelsNamespace + "." : "Models.", imports: true, all);
    }

    public static bool IsImportedInModels(string name) => Array.IndexOf(ModelImports, name) >= 0;

    public static bool IsImportedInBuilders(string name) => Array.IndexOf(s_builderImports, name) >= 0;

    /// <summary>A name in the text: short where the file imports it and nothing hides it.</summary>
    public string Of(string qualifier, string name) => _imports && !_hidden.Contains(name) ? name : qualifier + name;

    public string System(string name) => Of("global::System.", name);

    /// <summary>A model, as a type.</summary>
    public string Model(string name) => _hidden.Contains(name) && _models.Length == 0 ? _modelsInFull + name : _models + name;

    /// <summary>A model in an expression (<c>X.ReadList(…)</c>), where a member of the same name would win.</summary>
    public string Model(string name, HashSet<string> members) => members.Contains(name) ? _modelsInFull + name : Model(name);

    /// <summary>A result or a class of parameters: they live in the client's namespace.</summary>
    public string Client(string name) => _imports && HiddenByImport(name) ? _clientInFull + name : name;

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
        TypeKind.Stream => Of("global::System.IO.", "Stream"),
        TypeKind.List => ListOf(type),
        TypeKind.Map => MapOf(type),
        TypeKind.Enum or TypeKind.Object or TypeKind.Union => Model(type.Name!),
        _ => Of("global::System.Text.Json.", "JsonElement"),
    };

    public string ListOf(TypeRef list) => Of(Collections, "IReadOnlyList") + "<" + Of(list.Item!, list.ItemNullable) + ">";

    public string MapOf(TypeRef map) => Of(Collections, "IReadOnlyDictionary") + "<string, " + Of(map.Item!, map.ItemNullable) + ">";

    /// <summary>The list that a reader fills.</summary>
    public string NewListOf(TypeRef item, bool nullable) => Collections + "List<" + Of(item, nullable) + ">";

    /// <summary>The dictionary that a reader fills.</summary>
    public string NewMapOf(TypeRef item, bool nullable) => Collections + "Dictionary<string, " + Of(item, nullable) + ">";

    /// <summary>What the imported namespaces hold under a name that an operation's result or parameters could have.</summary>
    private static bool HiddenByImport(string name) => name is "DefaultQueryParameters" or "IAsyncResult" or "ParallelLoopResult";
}
