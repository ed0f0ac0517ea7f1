using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>What a security scheme asks for.</summary>
internal enum SecuritySchemeKind : byte
{
    /// <summary>An API key in a header.</summary>
    Header,

    /// <summary>An API key in the query.</summary>
    Query,

    /// <summary>An API key in a cookie.</summary>
    Cookie,

    /// <summary>The HTTP scheme <c>basic</c>.</summary>
    Basic,

    /// <summary>A bearer token: the HTTP scheme <c>bearer</c>, OAuth 2 and OpenID Connect.</summary>
    Bearer,

    /// <summary>Any other HTTP scheme.</summary>
    Http,

    /// <summary>A certificate of the client, which the handler of the connection presents.</summary>
    Transport,
}

/// <summary>A security scheme: <c>components/securitySchemes</c>, or <c>securityDefinitions</c> of Swagger 2.0.</summary>
/// <param name="name">The key of the scheme.</param>
/// <param name="kind">What it asks for.</param>
/// <param name="node">The position.</param>
internal sealed class ApiSecurityScheme(string name, SecuritySchemeKind kind, SpecNode node)
{
    public string Name { get; } = name;

    public SecuritySchemeKind Kind { get; } = kind;

    public SpecNode Node { get; } = node;

    /// <summary>The name of the header, query parameter or cookie of an API key, or of the HTTP scheme.</summary>
    public string ParameterName { get; set; } = "";

    /// <summary>Whether the credential is the value of the header <c>Authorization</c>.</summary>
    public bool IsAuthorization => Kind is SecuritySchemeKind.Basic or SecuritySchemeKind.Bearer or SecuritySchemeKind.Http
        || (Kind == SecuritySchemeKind.Header && ParameterName.Equals("Authorization", StringComparison.OrdinalIgnoreCase));

    public string? Description { get; set; }

    public bool Deprecated { get; set; }

    /// <summary>The URL of OpenID Connect's discovery document; null for other schemes.</summary>
    public string? OpenIdConnectUrl { get; set; }

    /// <summary>The URL of the authorization server's metadata (OpenAPI 3.2), or null.</summary>
    public string? MetadataUrl { get; set; }

    public List<ApiOAuthFlow> Flows { get; } = [];
}

/// <summary>A flow of an OAuth 2 scheme, with the names of OpenAPI 3.</summary>
/// <param name="name">One of <see cref="Names"/>.</param>
internal sealed class ApiOAuthFlow(string name)
{
    /// <summary>The names of all flows.</summary>
    public static readonly string[] Names = ["authorizationCode", "clientCredentials", "implicit", "password", "deviceAuthorization"];

    public string Name { get; } = name;

    /// <summary>The URLs by keyword (<c>authorizationUrl</c>, <c>tokenUrl</c>…), as written.</summary>
    public List<KeyValuePair<string, string>> Urls { get; } = [];

    /// <summary>The scopes and their descriptions.</summary>
    public List<KeyValuePair<string, string>> Scopes { get; } = [];
}
