using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Duende.IdentityModel;
using Duende.IdentityModel.Client;

namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// One authorization request to one user. It holds the secrets that verify the response: a web application keeps it in server-side session state,
/// where neither the user nor anyone else can read it.
/// </summary>
public sealed class AuthorizationRequest
{
    /// <summary>256 bits, as RFC 7636, 7.1 recommends.</summary>
    private const int SecretBytes = 32;

    /// <summary>Gets the address to send the user to.</summary>
    public required Uri Url { get; init; }

    /// <summary>Gets the random <c>state</c>. The response repeats it, which proves that it answers this request.</summary>
    public required string State { get; init; }

    /// <summary>Gets the PKCE code verifier (RFC 7636). It proves to the token endpoint that the client that redeems the code also requested it.</summary>
    public required string CodeVerifier { get; init; }

    internal static AuthorizationRequest Create(AuthorizationCodeOptions options)
    {
        string state = CryptoRandom.CreateUniqueId(SecretBytes);
        string verifier = CryptoRandom.CreateUniqueId(SecretBytes);
        var extra = new Parameters();
        foreach ((string? name, string? value) in options.AuthorizationParameters)
        {
            extra.Add(name, value);
        }

        string url = new RequestUrl(options.AuthorizationEndpoint.AbsoluteUri).CreateAuthorizeUrl(
            options.ClientId,
            OidcConstants.ResponseTypes.Code,
            scope: TokenEndpoint.JoinScopes(options),
            redirectUri: options.RedirectUri.OriginalString,
            state: state,
            codeChallenge: Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            codeChallengeMethod: OidcConstants.CodeChallengeMethods.Sha256,
            extra: extra);
        return new AuthorizationRequest { Url = new Uri(url), State = state, CodeVerifier = verifier };
    }

    /// <summary>Reads the authorization response from a redirect. Null unless it is well formed and its state is that of this request.</summary>
    internal AuthorizationResponse? ReadResponse(Uri redirect) =>
        AuthorizationResponse.TryParse(redirect) is { State: { } state } response
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(State))
            ? response
            : null;
}
