using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>A document in the vocabulary of OpenAPI 3, independent of the version it was written in. References are resolved.</summary>
internal sealed class ApiDocument(SpecVersion version, SpecNode root, SchemaSet schemas)
{
    public SpecVersion Version { get; } = version;

    public SpecNode Root { get; } = root;

    public SchemaSet Schemas { get; } = schemas;

    public string Title { get; set; } = "";

    public string InfoVersion { get; set; } = "";

    public string? Description { get; set; }

    /// <summary>The URL of the first server, with variables replaced by their defaults. Can be relative. Null without servers.</summary>
    public string? ServerUrl { get; set; }

    /// <summary>All servers, in document order.</summary>
    public List<ApiServer> Servers { get; } = [];

    public List<ApiOperation> Operations { get; } = [];

    /// <summary>The webhooks, one entry for each method.</summary>
    public List<ApiWebhook> Webhooks { get; } = [];

    public List<ApiSecurityScheme> SecuritySchemes { get; } = [];

    /// <summary>The names of schemes that were reported as not supported or missing.</summary>
    public HashSet<string> UnsupportedSecuritySchemes { get; } = new(StringComparer.Ordinal);

    /// <summary>The security requirement of operations that declare none: alternatives of names of schemes. Null without one, empty for no security.</summary>
    public List<List<string>>? Security { get; set; }

    /// <summary>The named schemas, in document order.</summary>
    public List<Schema> NamedSchemas { get; } = [];
}

/// <param name="Url">The URL with the defaults of the variables.</param>
/// <param name="Template">The URL as written.</param>
internal sealed record ApiServer(string? Name, string? Description, string Url, string Template, SpecNode Node)
{
    /// <summary>The variables in <see cref="Template"/>.</summary>
    public List<ApiServerVariable> Variables { get; } = [];
}

/// <param name="Default">The value unless the caller sets another; null if the caller must set one.</param>
/// <param name="Choices">The allowed values; empty for any.</param>
internal sealed record ApiServerVariable(string Name, string? Default, List<string> Choices, string? Description);

internal sealed class ApiOperation(string path, string method, SpecNode node)
{
    /// <summary>The path template, as written.</summary>
    public string Path { get; } = path;

    /// <summary>The HTTP method in upper case, for example <c>GET</c>.</summary>
    public string Method { get; } = method;

    public SpecNode Node { get; } = node;

    /// <summary>The position of <c>operationId</c>, or of the operation without one.</summary>
    public SpecNode IdNode => Node["operationId"] ?? Node;

    /// <summary>The position of <c>servers</c>, or of the operation without them.</summary>
    public SpecNode ServersNode => Node["servers"] ?? Node;

    /// <summary>The <c>x-pagination</c> extension, or null.</summary>
    public PaginationExtension? Pagination => Node["x-pagination"] is { Kind: SpecKind.Object } extension ? new PaginationExtension(extension) : null;

    /// <summary>The <c>x-ms-pageable</c> extension, or null.</summary>
    public PageableExtension? Pageable => Node["x-ms-pageable"] is { Kind: SpecKind.Object } extension ? new PageableExtension(extension) : null;

    /// <summary>The link of a response to the next page, or null.</summary>
    public ApiPageLink? PageLink { get; set; }

    public string? Id { get; set; }

    public string? Summary { get; set; }

    public string? Description { get; set; }

    public bool Deprecated { get; set; }

    /// <summary>The operation's own security requirement, or null.</summary>
    public List<List<string>>? Security { get; set; }

    /// <summary>The server that the operation or its path item declares in place of the document's, or null.</summary>
    public string? ServerUrl { get; set; }

    /// <summary>The parameters of the path item, overridden by those of the operation.</summary>
    public List<ApiParameter> Parameters { get; } = [];

    public ApiBody? Body { get; set; }

    public List<ApiResponse> Responses { get; } = [];

    /// <summary>The requests that the API sends on account of the operation, one entry for each target and method.</summary>
    public List<ApiWebhook> Callbacks { get; } = [];
}

/// <summary>A request that the API sends: a webhook, or a callback of an operation.</summary>
/// <param name="name">The name of the webhook or the callback.</param>
/// <param name="method">The HTTP method in upper case.</param>
/// <param name="target">The expression for the URL of a callback; null for a webhook.</param>
internal sealed class ApiWebhook(string name, string method, string? target, SpecNode node)
{
    /// <summary>What the receiver answers.</summary>
    public List<ApiResponse> Responses { get; } = [];

    public string Name { get; } = name;

    public string Method { get; } = method;

    public string? Target { get; } = target;

    public SpecNode Node { get; } = node;

    public string? Summary { get; set; }

    public string? Description { get; set; }

    public bool Deprecated { get; set; }

    public ApiBody? Body { get; set; }
}

internal enum ParameterLocation : byte
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>The whole query string (OpenAPI 3.2).</summary>
    QueryString,
}

internal sealed class ApiParameter(string name, ParameterLocation place, SpecNode node)
{
    public string Name { get; } = name;

    public ParameterLocation Place { get; } = place;

    public SpecNode Node { get; } = node;

    public bool Required { get; set; }

    public bool Deprecated { get; set; }

    public string? Description { get; set; }

    public Schema? Schema { get; set; }

    /// <summary>Whether both are one parameter: the same name in the same place. Names of headers have no case.</summary>
    public bool IsSame(ApiParameter other) =>
        Place == other.Place && Name.Equals(other.Name, Place == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>The OpenAPI 3 style, or <c>tab</c> for Swagger's <c>tsv</c>; null for the default of the location.</summary>
    public string? Style { get; set; }

    public bool? Explode { get; set; }

    public bool AllowReserved { get; set; }

    /// <summary>The offset of the parameter, which operations can share.</summary>
    public int Position => Node.Start;

    /// <summary>Where the style is, or the parameter if it has none.</summary>
    public SpecNode StyleNode => Node["style"] ?? Node;

    /// <summary>The offset of <see cref="StyleNode"/>, which operations share with the parameter.</summary>
    public int StylePosition => StyleNode.Start;

    /// <summary>Whether the style is a collection format of Swagger 2.0.</summary>
    public bool IsCollectionFormat { get; set; }

    /// <summary>The media type of a parameter that is described by <c>content</c>, or null.</summary>
    public string? ContentType { get; set; }
}

internal sealed class ApiBody(SpecNode node)
{
    public SpecNode Node { get; } = node;

    public bool Required { get; set; }

    public string? Description { get; set; }

    public List<MediaType> Content { get; } = [];
}

/// <param name="type">The media type as written, including its parameters.</param>
internal sealed class MediaType(string type, SpecNode node)
{
    public string Type { get; } = type;

    public SpecNode Node { get; } = node;

    public Schema? Schema { get; set; }

    /// <summary>Whether the example is an object or a list.</summary>
    public bool HasJsonExample => Node["example"] is { Kind: SpecKind.Object or SpecKind.Array };

    /// <summary>The title of the schema, if it is one of several alternatives of a form.</summary>
    public string? ChoiceTitle { get; init; }

    /// <summary>Whether the schema belongs to all media types of an operation, as in Swagger 2.0, and not to this one in particular.</summary>
    public bool SharesSchema { get; init; }

    /// <summary>The schema of each item of a stream: <c>itemSchema</c> of OpenAPI 3.2.</summary>
    public Schema? ItemSchema { get; init; }

    /// <summary>In Swagger 2.0, the parameters that the form consists of, by name.</summary>
    public SpecNode? FormParameters { get; init; }

    /// <summary>The entries of <c>encoding</c>, by the names of fields.</summary>
    public List<ApiEncoding> Encodings
    {
        get
        {
            var encodings = new List<ApiEncoding>();
            foreach (SpecMember entry in Node["encoding"]?.Members ?? [])
            {
                encodings.Add(new ApiEncoding(entry.Name, entry.Value));
            }

            return encodings;
        }
    }

    /// <summary>The <c>contentType</c> that <c>encoding</c> gives to a field of a form.</summary>
    public string? ContentTypeOf(string field) => ContentTypeNodeOf(field)?.Text;

    /// <summary>Where <c>encoding</c> gives a <c>contentType</c> to a field of a form, or null.</summary>
    public SpecNode? ContentTypeNodeOf(string field) => Node["encoding"]?[field]?["contentType"] is { Kind: SpecKind.String } type ? type : null;

    /// <summary>The style that <c>encoding</c> or <c>collectionFormat</c> gives to a field of a form; null for the default.</summary>
    public FieldStyle? StyleOf(string field)
    {
        if (FormParameters?[field] is { } parameter)
        {
            return parameter["type"] is { Text: "array" } ? CollectionFormats.Of(parameter["collectionFormat"]) : null;
        }

        // Any of the three keywords replaces the content type, so that all of them have their defaults.
        if (Node["encoding"]?[field] is not { Kind: SpecKind.Object } encoding
            || (encoding["style"] ?? encoding["explode"] ?? encoding["allowReserved"]) is null)
        {
            return null;
        }

        string style = encoding["style"] is { Kind: SpecKind.String } text ? text.Text : "form";
        bool explode = encoding["explode"] is { Kind: SpecKind.Boolean } node ? node.Text == "true" : style == "form";
        return new FieldStyle(style, explode, encoding["allowReserved"] is { Kind: SpecKind.Boolean, Text: "true" });
    }
}

/// <param name="Name">The name of the field.</param>
internal sealed record ApiEncoding(string Name, SpecNode Node)
{
    /// <summary>The offset, which operations can share.</summary>
    public int Position => Node.Start;
}

/// <param name="key">The status as written: <c>404</c>, <c>4XX</c>, <c>default</c>.</param>
internal sealed class ApiResponse(string key, SpecNode node)
{
    public string Key { get; } = key;

    public SpecNode Node { get; } = node;

    public string? Description { get; set; }

    public List<MediaType> Content { get; } = [];

    public List<ApiHeader> Headers { get; } = [];

    /// <summary>Whether the response has a header <c>Link</c> (RFC 8288) whose description or example mentions the next page.</summary>
    public bool LinksNextPage => Headers.Exists(static header =>
        header.Name.Equals("Link", StringComparison.OrdinalIgnoreCase)
        && (MentionsPages(header.Description) || MentionsPages(header.Node["example"]?.Text) || HasSuchExample(header.Node["examples"])
            || MentionsPages(header.Node["schema"]?["description"]?.Text) || MentionsPages(header.Node["schema"]?["example"]?.Text)
            || MentionsPages(header.Node["x-example"]?.Text)));

    private static bool HasSuchExample(SpecNode? examples)
    {
        foreach (SpecMember example in examples?.Members ?? [])
        {
            if (MentionsPages(example.Value["value"]?.Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MentionsPages(string? text) =>
        text is not null && (text.IndexOf("next", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("paginat", StringComparison.OrdinalIgnoreCase) >= 0);
}

internal sealed class ApiHeader(string name, SpecNode node)
{
    public string Name { get; } = name;

    /// <summary>The offset of the header, which responses can share.</summary>
    public int Position => Node.Start;

    public bool Deprecated { get; set; }

    public SpecNode Node { get; } = node;

    public string? Description { get; set; }

    public Schema? Schema { get; set; }
}
