using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>A document in the vocabulary of OpenAPI 3, whichever edition it was written in. References are followed, schemas are views.</summary>
internal sealed class ApiDocument(SpecVersion version, SpecNode root, SchemaSet schemas)
{
    public SpecVersion Version { get; } = version;

    public SpecNode Root { get; } = root;

    public SchemaSet Schemas { get; } = schemas;

    public string Title { get; set; } = "";

    public string InfoVersion { get; set; } = "";

    public string? Description { get; set; }

    /// <summary>The first server, variables replaced by their defaults; null when there is none. May be relative.</summary>
    public string? ServerUrl { get; set; }

    public List<ApiOperation> Operations { get; } = [];

    /// <summary>The named schemas, in the document's order.</summary>
    public List<Schema> NamedSchemas { get; } = [];
}

internal sealed class ApiOperation(string path, string method, SpecNode node)
{
    /// <summary>The template, as written.</summary>
    public string Path { get; } = path;

    /// <summary>Upper case: <c>GET</c>.</summary>
    public string Method { get; } = method;

    public SpecNode Node { get; } = node;

    /// <summary>The position of <c>operationId</c>, or of the operation without one.</summary>
    public SpecNode IdNode => Node["operationId"] ?? Node;

    /// <summary>The position of <c>servers</c>, or of the operation without them.</summary>
    public SpecNode ServersNode => Node["servers"] ?? Node;

    /// <summary>How the operation lists in pages; null without the extension.</summary>
    public PaginationExtension? Pagination => Node["x-pagination"] is { Kind: SpecKind.Object } extension ? new PaginationExtension(extension) : null;

    public string? Id { get; set; }

    public string? Summary { get; set; }

    public string? Description { get; set; }

    public bool Deprecated { get; set; }

    public bool Anonymous { get; set; }

    /// <summary>A server of the operation or path itself, in place of the document's.</summary>
    public string? ServerUrl { get; set; }

    /// <summary>Those of the path item, overridden by those of the operation.</summary>
    public List<ApiParameter> Parameters { get; } = [];

    public ApiBody? Body { get; set; }

    public List<ApiResponse> Responses { get; } = [];
}

internal enum ParameterLocation : byte
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>3.2: the whole query string.</summary>
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

    /// <summary>The OpenAPI 3 name, or <c>tab</c> for Swagger's tsv; null for the place's default.</summary>
    public string? Style { get; set; }

    public bool? Explode { get; set; }

    public bool AllowReserved { get; set; }

    /// <summary>The media type, where the parameter is described by <c>content</c>.</summary>
    public string? ContentType { get; set; }
}

internal sealed class ApiBody(SpecNode node)
{
    public SpecNode Node { get; } = node;

    public bool Required { get; set; }

    public string? Description { get; set; }

    public List<MediaType> Content { get; } = [];
}

/// <param name="type">As written, parameters included.</param>
internal sealed class MediaType(string type, SpecNode node)
{
    public string Type { get; } = type;

    public SpecNode Node { get; } = node;

    public Schema? Schema { get; set; }

    /// <summary>Whether the items of a stream have a schema: <c>itemSchema</c> of OpenAPI 3.2.</summary>
    public bool HasItemSchema => Node["itemSchema"] is not null;

    /// <summary>The <c>contentType</c> that <c>encoding</c> gives to a field of a form.</summary>
    public string? ContentTypeOf(string field) => Node["encoding"]?[field]?["contentType"] is { Kind: SpecKind.String } type ? type.Text : null;
}

/// <param name="key">The status as written: <c>404</c>, <c>4XX</c>, <c>default</c>.</param>
internal sealed class ApiResponse(string key, SpecNode node)
{
    public string Key { get; } = key;

    public SpecNode Node { get; } = node;

    public string? Description { get; set; }

    public List<MediaType> Content { get; } = [];

    public List<ApiHeader> Headers { get; } = [];
}

internal sealed class ApiHeader(string name, SpecNode node)
{
    public string Name { get; } = name;

    public SpecNode Node { get; } = node;

    public string? Description { get; set; }

    public Schema? Schema { get; set; }
}
