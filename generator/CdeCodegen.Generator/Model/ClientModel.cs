using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Model;

/// <summary>A complete client, ready to be printed.</summary>
/// <remarks>
/// All types in this folder are immutable and compare by value: equal models print equal text. Collections are sorted unless the document's order
/// matters. The model holds no positions, no Roslyn types and no OpenAPI types. <c>Lowering</c> makes every decision (names, types, nullability, what
/// is generated); <c>Emission</c> only prints.
/// </remarks>
/// <param name="Context">The settings that every printed file needs.</param>
/// <param name="Client">The client class: its constructors and the request builders of the first path segments.</param>
/// <param name="Builders">All other request builders.</param>
/// <param name="Results">One result type for each operation.</param>
/// <param name="Types">The models.</param>
internal sealed record ClientModel(
    ClientContext Context,
    RootModel Client,
    EquatableArray<BuilderModel> Builders,
    EquatableArray<ResultModel> Results,
    EquatableArray<TypeModel> Types)
{
    /// <summary>The readers for the requests that the API sends.</summary>
    public EquatableArray<WebhookModel> Webhooks { get; init; }
}

/// <summary>The settings that all files of a client share.</summary>
/// <param name="Namespace">
/// The namespace of the client and its results. Models are in <c>{Namespace}.Models</c>, builders in <c>{Namespace}.RequestBuilders</c>.
/// </param>
/// <param name="ClassName">The name of the client class.</param>
/// <param name="IsPublic">Whether the generated types are <c>public</c>; otherwise they are <c>internal</c>.</param>
/// <param name="HasOptions">Whether the client has an options class of its own, because the document has security schemes or variables of its server.</param>
internal sealed record ClientContext(string Namespace, string ClassName, bool IsPublic, bool HasOptions = false)
{
    /// <summary>The name of the client's own options class in its namespace.</summary>
    public string OptionsName => ClassName + "Options";

    /// <summary>The name of the class with the servers to choose from, in the client's namespace.</summary>
    public string ServersName => ClassName + "Servers";

    /// <summary>The name of the class with the readers of webhooks, in the client's namespace.</summary>
    public string WebhooksName => ClassName + "Webhooks";

    public string ModelsNamespace => Namespace + ".Models";

    public string BuildersNamespace => Namespace + ".RequestBuilders";
}

/// <summary>The client class.</summary>
/// <param name="Doc">The documentation comment.</param>
/// <param name="BaseUrl">The first server's URL with the default values of its variables, the path of a relative URL, or null if there is none.</param>
/// <param name="Title"><c>info.title</c>.</param>
/// <param name="Version"><c>info.version</c>.</param>
/// <param name="Children">The steps to the builders of the first path segments.</param>
/// <param name="Operations">The operations of the path <c>/</c>.</param>
internal sealed record RootModel(
    DocText Doc, string? BaseUrl, string Title, string Version,
    EquatableArray<ChildModel> Children,
    EquatableArray<OperationModel> Operations)
{
    /// <summary>The security of the client; null for a document without security schemes.</summary>
    public SecurityModel? Security { get; init; }

    /// <summary>The first server with its variables, which are also options; null if it has none.</summary>
    public ServerModel? Server { get; init; }

    /// <summary>The servers to choose from; empty if the document has one without a name.</summary>
    public EquatableArray<ServerModel> Servers { get; init; }
}

/// <summary>A request builder: one node of the path tree, printed as a readonly struct that holds the client's core and the path values above it.</summary>
/// <param name="Name">The C# name in the builders' namespace.</param>
/// <param name="Path">The path template, for documentation.</param>
/// <param name="Doc">The documentation comment.</param>
/// <param name="Values">The path values that the builder holds, in path order.</param>
/// <param name="Children">The steps to the builders below.</param>
/// <param name="Operations">The operations of this path.</param>
internal sealed record BuilderModel(
    string Name, string Path, DocText Doc,
    EquatableArray<PathValueModel> Values,
    EquatableArray<ChildModel> Children,
    EquatableArray<OperationModel> Operations);

/// <summary>A path parameter.</summary>
/// <param name="Name">The C# parameter name, unique within its builder.</param>
/// <param name="WireName">The name in the document.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Doc">The documentation comment.</param>
internal sealed record PathValueModel(string Name, string WireName, TypeRef Type, DocText Doc);

/// <summary>The C# member that leads from one builder to the next.</summary>
internal enum ChildKind : byte
{
    /// <summary><c>client.Connectors</c></summary>
    Property,

    /// <summary><c>client.Connectors[id]</c></summary>
    Indexer,

    /// <summary><c>client.ReportWithYearMonth(year, month)</c>: a segment with several parameters, or with a parameter and text.</summary>
    Method,
}

/// <summary>The step from a builder to one below it.</summary>
/// <param name="Kind">The kind of member.</param>
/// <param name="Name">The name of the property or method; unused for an indexer.</param>
/// <param name="Builder">The name of the builder that the member returns.</param>
/// <param name="Parameters">The path values that the step adds.</param>
/// <param name="Doc">The documentation comment.</param>
internal sealed record ChildModel(ChildKind Kind, string Name, string Builder, EquatableArray<PathValueModel> Parameters, DocText Doc)
{
    /// <summary>The path template of <see cref="Builder"/>.</summary>
    public string Path { get; init; } = "";
}
