namespace CdeCodegen.Runtime.OAuth;

/// <summary>How a client with a secret shows it to the token endpoint (RFC 6749, 2.3.1).</summary>
public enum OAuthClientAuthentication
{
    /// <summary>In the <c>Authorization</c> header, <c>client_secret_basic</c>: every server must take it.</summary>
    BasicHeader,

    /// <summary>In the request's form, <c>client_secret_post</c>: for servers that take nothing else.</summary>
    RequestBody,
}
