namespace CdeCodegen.Runtime.OAuth;

/// <summary>Specifies how a confidential client sends its secret to the token endpoint (RFC 6749, 2.3.1).</summary>
public enum OAuthClientAuthentication
{
    /// <summary>In the <c>Authorization</c> header (<c>client_secret_basic</c>). Every server must support it.</summary>
    BasicHeader,

    /// <summary>In the form of the request (<c>client_secret_post</c>), for servers that support nothing else.</summary>
    RequestBody,
}
