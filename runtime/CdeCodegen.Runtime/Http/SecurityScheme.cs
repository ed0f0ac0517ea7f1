namespace CdeCodegen.Runtime.Internal;

/// <summary>What a security scheme asks for.</summary>
internal enum SecurityKind
{
    /// <summary>A bearer token, also those of OAuth 2 and OpenID Connect.</summary>
    Bearer,

    /// <summary>User name and password.</summary>
    Basic,

    /// <summary>A value of the <c>Authorization</c> header that the user computes.</summary>
    Http,

    /// <summary>An API key in a header.</summary>
    Header,

    /// <summary>An API key in the query.</summary>
    Query,

    /// <summary>An API key in a cookie.</summary>
    Cookie,
}

/// <summary>A security scheme of a document.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Name">The name of the header, query parameter or cookie of an API key.</param>
internal sealed record SecurityScheme(SecurityKind Kind, string Name);
