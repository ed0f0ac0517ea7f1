using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Model;

/// <summary>An HTTP operation, printed as a method of a builder.</summary>
internal sealed record OperationModel
{
    /// <summary>The C# name, <c>PatchAsync</c> for example.</summary>
    public required string MethodName { get; init; }

    /// <summary>The HTTP method in upper case, <c>PATCH</c> for example.</summary>
    public required string HttpMethod { get; init; }

    /// <summary>The document's <c>operationId</c>, for documentation; null if it has none.</summary>
    public string? OperationId { get; init; }

    public DocText Doc { get; init; } = DocText.None;

    /// <summary>The URL in order: percent-encoded literals and path values.</summary>
    public required EquatableArray<PathPartModel> Path { get; init; }

    /// <summary>The required query, header and cookie parameters, in the order of the method's parameters.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The class of the optional parameters; null if there are none.</summary>
    public QueryClassModel? QueryClass { get; init; }

    /// <summary>The request body; null if there is none.</summary>
    public BodyModel? Body { get; init; }

    /// <summary>The name of the result type.</summary>
    public required string Result { get; init; }

    /// <summary>The <c>Accept</c> header: the media types of the documented responses, preferred ones first. Null if no response has a body.</summary>
    public string? Accept { get; init; }

    /// <summary>The position of the security requirement in <see cref="SecurityModel.Requirements"/>; -1 if the operation sends no credentials.</summary>
    public int Security { get; init; }

    /// <summary>The media type that this method asks for in place of the preferred one, for documentation; null for the preferred one.</summary>
    public string? AsksFor { get; init; }

    /// <summary>Whether a documented success has a binary body, which the caller reads from the network.</summary>
    public bool IsStreamed { get; init; }

    /// <summary>The operation's own server: an absolute URL without a trailing slash, or a path on the host of the base URL. Null unless the operation declares its own server.</summary>
    public string? Server { get; init; }

    /// <summary>How the operation returns pages; null if it does not.</summary>
    public PagingModel? Paging { get; init; }
}

/// <summary>A part of an operation's URL.</summary>
/// <param name="IsValue">Whether the part is a path value; otherwise it is literal text.</param>
/// <param name="Text">The literal text, or the <see cref="PathValueModel.Name"/> of the value.</param>
/// <param name="Style">The serialization style of a value.</param>
/// <param name="WireName">The percent-encoded parameter name, for styles that write it.</param>
internal sealed record PathPartModel(bool IsValue, string Text, ParameterStyle Style = ParameterStyle.Simple, string WireName = "");

/// <summary>The serialization styles that OpenAPI's <c>style</c> and <c>explode</c> select. The runtime's enumeration has the same names.</summary>
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

    /// <summary>JSON text: a parameter with <c>content: application/json</c>.</summary>
    Json,

    /// <summary><c>.a,b</c>: path.</summary>
    Label,

    /// <summary><c>.a.b</c>: path.</summary>
    LabelExploded,

    /// <summary><c>;name=a,b</c>: path.</summary>
    Matrix,

    /// <summary><c>;name=a;name=b</c>: path.</summary>
    MatrixExploded,

    /// <summary><c>a/b</c>: a path value whose slashes and other reserved characters stay.</summary>
    Reserved,

    /// <summary><c>name=a,b</c> in a cookie, without percent-encoding.</summary>
    Cookie,

    /// <summary><c>name=a; name=b</c> in cookies, without percent-encoding.</summary>
    CookieExploded,
}

/// <summary>The part of a request that carries a parameter. Path parameters are <see cref="PathValueModel"/>s.</summary>
internal enum ParameterPlace : byte
{
    Query,
    Header,
    Cookie,

    /// <summary>The whole query, without a name.</summary>
    QueryString,
}

/// <summary>A query, header or cookie parameter: a method parameter if required, otherwise a property of the query class.</summary>
internal sealed record ParameterModel
{
    /// <summary>The C# name: camel case for a method parameter, Pascal case for a property.</summary>
    public required string Name { get; init; }

    /// <summary>The name in the document, not escaped.</summary>
    public required string WireName { get; init; }

    public required ParameterPlace Place { get; init; }

    public required TypeRef Type { get; init; }

    public required ParameterStyle Style { get; init; }

    /// <summary>Whether reserved characters are sent without percent-encoding (<c>allowReserved</c>).</summary>
    public bool IsReservedAllowed { get; init; }

    /// <summary>
    /// The value of a required parameter that has only one, as a C# literal, without quotes if it is a string. Null for all other parameters, and if the
    /// default of a method parameter cannot have the value.
    /// </summary>
    public string? Constant { get; init; }

    /// <summary>The documented default; null without one that a constant can have, and for a method parameter.</summary>
    public DefaultModel? Default { get; init; }

    public DocText Doc { get; init; } = DocText.None;
}

/// <summary>The fields of a form in a style that is not the default.</summary>
/// <param name="Style">The style of lists and objects; <see cref="ParameterStyle.Json"/> of any value.</param>
/// <param name="IsReservedAllowed">Whether reserved characters are sent without percent-encoding.</param>
/// <param name="Names">The names of the fields in the document.</param>
internal sealed record FieldStyleModel(ParameterStyle Style, bool IsReservedAllowed, EquatableArray<string> Names);

/// <summary>The optional parameters of an operation, printed as a class with a settable property for each.</summary>
/// <param name="Name">The C# name in the client's namespace.</param>
/// <param name="Properties">The parameters.</param>
internal sealed record QueryClassModel(string Name, EquatableArray<ParameterModel> Properties);

/// <summary>How a body is serialized.</summary>
internal enum BodyKind : byte
{
    None,
    Json,
    Text,

    /// <summary><c>application/octet-stream</c> and other binary media types.</summary>
    Binary,
    FormUrlEncoded,
    Multipart,

    /// <summary>JSON values in lines or records, one by one: NDJSON, JSON Lines, JSON text sequences. The type is that of an item.</summary>
    Items,

    /// <summary>An event stream. The type is that of the data of an event.</summary>
    Events,
}

/// <summary>A request or response body.</summary>
internal sealed record BodyModel
{
    public required BodyKind Kind { get; init; }

    /// <summary>The media type that is sent or expected, <c>application/json</c> for example.</summary>
    public required string MediaType { get; init; }

    public required TypeRef Type { get; init; }

    /// <summary>For a request: whether the caller must supply the body.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Whether the document allows JSON null.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>For a request: whether the caller chooses the media type, because the document lists several or a range.</summary>
    public bool IsMediaTypeChosen { get; init; }

    /// <summary>The media types that the caller chooses from, or that a response is asked for.</summary>
    public EquatableArray<string> MediaTypes { get; init; }

    /// <summary>For a JSON response: whether the document also describes the value as another media type, such as <c>text/plain</c>.</summary>
    public bool AcceptsText { get; init; }

    /// <summary>For an event stream: whether the name of an event selects the type of its data.</summary>
    public bool IsByEvent { get; init; }

    /// <summary>
    /// For a response that is text or a stream beside other shapes: the media types of this shape, separated by commas. A body of another type does not
    /// match the document. Null if any type is taken.
    /// </summary>
    public string? Expected { get; init; }

    /// <summary>For a request that is a form: the fields with another style than the default.</summary>
    public EquatableArray<FieldStyleModel> FieldStyles { get; init; }

    public DocText Doc { get; init; } = DocText.None;
}
