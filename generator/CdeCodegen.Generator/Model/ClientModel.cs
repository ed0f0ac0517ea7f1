using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Model;

/// <summary>
/// The whole client, as it will be printed.
/// </summary>
/// <remarks>
/// The contract of everything in this folder: immutable; equal when the printed text is equal; sorted where the order is not the
/// document's; no position, no Roslyn type, no OpenAPI type. Every decision (names, types, nullability, what to emit) has been taken by
/// <c>Lowering</c>; <c>Emission</c> prints.
/// </remarks>
/// <param name="Context">What each printed file needs to know.</param>
/// <param name="Client">The root: constructors, the root's request builders.</param>
/// <param name="Builders">All other request builders.</param>
/// <param name="Results">One result type per operation.</param>
/// <param name="Types">Models.</param>
internal sealed record ClientModel(
    ClientContext Context,
    RootModel Client,
    EquatableArray<BuilderModel> Builders,
    EquatableArray<ResultModel> Results,
    EquatableArray<TypeModel> Types);

/// <summary>What is the same for all files of a client.</summary>
/// <param name="Namespace">Of the client and its results. Models live in <c>{Namespace}.Models</c>, builders in <c>{Namespace}.RequestBuilders</c>.</param>
/// <param name="ClassName">Of the client.</param>
/// <param name="IsPublic">Accessibility of all types: <c>public</c> or <c>internal</c>.</param>
internal sealed record ClientContext(string Namespace, string ClassName, bool IsPublic)
{
    public string ModelsNamespace => Namespace + ".Models";

    public string BuildersNamespace => Namespace + ".RequestBuilders";
}

/// <param name="BaseUrl">The first server's URL with the defaults of its variables, or null when the document has none that is absolute.</param>
/// <param name="Title"><c>info.title</c>.</param>
/// <param name="Version"><c>info.version</c>.</param>
internal sealed record RootModel(
    DocText Doc, string? BaseUrl, string Title, string Version,
    EquatableArray<ChildModel> Children,
    EquatableArray<OperationModel> Operations);

/// <summary>A request builder: one node of the path tree. A readonly struct that holds the client's core and the path values above it.</summary>
/// <param name="Name">Its C# name in the builders' namespace.</param>
/// <param name="Path">The path it stands for, for its documentation.</param>
/// <param name="Values">The path values it carries, in path order.</param>
internal sealed record BuilderModel(
    string Name, string Path, DocText Doc,
    EquatableArray<PathValueModel> Values,
    EquatableArray<ChildModel> Children,
    EquatableArray<OperationModel> Operations);

/// <summary>A path parameter.</summary>
/// <param name="Name">The C# parameter name, unique within its builder.</param>
/// <param name="WireName">Its name in the document.</param>
internal sealed record PathValueModel(string Name, string WireName, TypeRef Type, DocText Doc);

internal enum ChildKind : byte
{
    /// <summary><c>client.Connectors</c></summary>
    Property,

    /// <summary><c>client.Connectors[id]</c></summary>
    Indexer,

    /// <summary><c>client.ReportWithYearMonth(year, month)</c>: a segment with several parameters, or one mixed with text.</summary>
    Method,
}

/// <summary>The step from a builder to one below it.</summary>
/// <param name="Name">Of the property or method; for an indexer unused.</param>
/// <param name="Builder">The builder it returns.</param>
/// <param name="Parameters">The path values it adds.</param>
internal sealed record ChildModel(ChildKind Kind, string Name, string Builder, EquatableArray<PathValueModel> Parameters, DocText Doc);

/// <summary>An HTTP operation: a method of a builder.</summary>
/// <param name="MethodName"><c>PatchAsync</c></param>
/// <param name="HttpMethod"><c>PATCH</c></param>
/// <param name="OperationId">As in the document; for documentation. Null where it has none.</param>
/// <param name="Path">The URL, in order: literals (already percent-encoded) and path values.</param>
/// <param name="Parameters">Required query, header and cookie parameters, in method order.</param>
/// <param name="QueryClass">The class of optional parameters, or null: <c>DefaultQueryParameters</c>.</param>
/// <param name="Body">The request body, or null.</param>
/// <param name="Result">The result type's name.</param>
/// <param name="Anonymous">The document says that it needs no credentials.</param>
/// <param name="Accept">The media types of the documented responses, most wanted first, as one header value; null for none.</param>
internal sealed record OperationModel(
    string MethodName, string HttpMethod, string? OperationId, DocText Doc,
    EquatableArray<PathPartModel> Path,
    EquatableArray<ParameterModel> Parameters,
    QueryClassModel? QueryClass,
    BodyModel? Body,
    string Result,
    bool Anonymous,
    string? Accept)
{
    /// <summary>A documented success is binary: its body stays on the network, for the caller to read as it comes.</summary>
    public bool Streams { get; init; }

    /// <summary>A server of its own, absolute and without a slash at its end; null for the client's.</summary>
    public string? Server { get; init; }

    /// <summary>How it lists in pages, or null.</summary>
    public PagingModel? Paging { get; init; }
}

/// <param name="Text">The literal, or the <see cref="PathValueModel.Name"/> of the value.</param>
/// <param name="Style">How a value is laid out.</param>
/// <param name="WireName">The parameter's name, percent-encoded, where the style writes it.</param>
internal sealed record PathPartModel(bool IsValue, string Text, ParameterStyle Style = ParameterStyle.Simple, string WireName = "");

/// <summary>The layouts of OpenAPI's <c>style</c> and <c>explode</c>. Same names as the runtime's enumeration.</summary>
internal enum ParameterStyle : byte
{
    /// <summary><c>a,b</c>: path and header.</summary>
    Simple,

    /// <summary><c>name=a&amp;name=b</c>: form, explode.</summary>
    Exploded,

    /// <summary><c>name=a,b</c>: form, no explode.</summary>
    Comma,

    /// <summary><c>name=a%20b</c></summary>
    Space,

    /// <summary><c>name=a|b</c></summary>
    Pipe,

    /// <summary><c>name=a%09b</c>: Swagger 2 tsv.</summary>
    Tab,

    /// <summary><c>name[key]=value</c></summary>
    DeepObject,

    /// <summary>The value as JSON text (a parameter with <c>content: application/json</c>).</summary>
    Json,

    /// <summary><c>.a,b</c>: path.</summary>
    Label,

    /// <summary><c>.a.b</c>: path.</summary>
    LabelExploded,

    /// <summary><c>;name=a,b</c>: path.</summary>
    Matrix,

    /// <summary><c>;name=a;name=b</c>: path.</summary>
    MatrixExploded,
}

internal enum ParameterPlace : byte
{
    Query,
    Header,
    Cookie,
}

/// <summary>A query, header or cookie parameter: an argument of the method when required, else a property of the query class.</summary>
/// <param name="Name">The C# name: camel case as an argument, Pascal case as a property.</param>
/// <param name="WireName">Not escaped.</param>
/// <param name="AllowReserved">Reserved characters are sent as they are.</param>
internal sealed record ParameterModel(
    string Name, string WireName, ParameterPlace Place, TypeRef Type, ParameterStyle Style, bool AllowReserved, DocText Doc);

/// <summary>The optional parameters of an operation, as a class with a settable property for each.</summary>
/// <param name="Name">In the client's namespace.</param>
internal sealed record QueryClassModel(string Name, EquatableArray<ParameterModel> Properties);

internal enum BodyKind : byte
{
    None,
    Json,
    Text,

    /// <summary><c>application/octet-stream</c> and other binary types.</summary>
    Binary,
    FormUrlEncoded,
    Multipart,
}

/// <summary>A request or response body.</summary>
/// <param name="MediaType">What is sent, or what is expected (<c>application/json</c>).</param>
/// <param name="Required">For requests: the argument must be given.</param>
/// <param name="Nullable">JSON null is a documented value.</param>
internal sealed record BodyModel(BodyKind Kind, string MediaType, TypeRef Type, bool Required, bool Nullable, DocText Doc);

/// <summary>The closed result type of an operation, in the client's namespace.</summary>
/// <param name="OperationName">What to call the operation in texts: its operationId, else verb and path.</param>
internal sealed record ResultModel(string Name, string OperationName, EquatableArray<ResultCaseModel> Cases);

internal enum StatusKind : byte
{
    /// <summary><c>"404"</c></summary>
    Exact,

    /// <summary><c>"4XX"</c></summary>
    Range,

    /// <summary><c>"default"</c></summary>
    Default,
}

/// <summary>A documented response.</summary>
/// <param name="Name">The C# name of the nested case: <c>NotFound</c>.</param>
/// <param name="Status">404, or 4 for <c>4XX</c>, or 0 for <c>default</c>.</param>
/// <param name="Body">Null when the document shows none.</param>
/// <param name="Headers">Documented response headers.</param>
internal sealed record ResultCaseModel(
    string Name, StatusKind Kind, int Status, BodyModel? Body, EquatableArray<ResponseHeaderModel> Headers, DocText Doc);

/// <param name="Name">The C# property name, unique within the case.</param>
internal sealed record ResponseHeaderModel(string Name, string WireName, TypeRef Type, DocText Doc);
