using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Duende.IdentityModel;
using Duende.IdentityModel.Client;

namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// One question to one user. It holds what its answer is checked against, so a web application keeps it in the user's session, and nowhere the user
/// or anybody else can read it.
/// </summary>
public sealed class AuthorizationRequest
{
    /// <summary>256 bits: neither can be guessed while a request is open (RFC 7636, 7.1).</summary>
    private const int SecretBytes = 32;

    /// <summary>Where the user is to be sent.</summary>
    public required Uri Url { get; init; }

    /// <summary>Comes back with the answer, and tells it from one that somebody else made up.</summary>
    public required string State { get; init; }

    /// <summary>Proves to the token endpoint that the code is redeemed by the one who asked for it (PKCE, RFC 7636).</summary>
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
            scope: TokenEndpoint.ScopeOf(options),
            redirectUri: options.RedirectUri.OriginalString,
            state: state,
            codeChallenge: Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            codeChallengeMethod: OidcConstants.CodeChallengeMethods.Sha256,
            extra: extra);
        return new AuthorizationRequest { Url = new Uri(url), State = state, CodeVerifier = verifier };
    }

    /// <summary>Null for what is no answer to this request: an address is easily made up, its state is not.</summary>
    internal AuthorizeResponse? ReadAnswer(Uri answer)
    {
        var response = new AuthorizeResponse(answer.Query.TrimStart('?'));
        return response.State is { } state && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(State)) ? response : null;
    }
}
