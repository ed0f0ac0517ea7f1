using System.Text.Json;
using Duende.IdentityModel.Client;

namespace CdeCodegen.Runtime.OAuth;

/// <summary>Asks for tokens. The protocol's messages are the library's; what an answer means is decided here.</summary>
internal sealed class TokenEndpoint
{
    private static readonly HttpClient s_shared = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(15) });

    private readonly OAuthClientOptions _options;
    private readonly HttpClient _http;

    public TokenEndpoint(OAuthClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.ClientId);
        Require(options.TokenEndpoint, nameof(options.TokenEndpoint));
        _options = options;
        _http = options.HttpClient ?? s_shared;
    }

    /// <summary>Secrets go over https only, or stay on this machine.</summary>
    public static void Require(Uri endpoint, string name)
    {
        ArgumentNullException.ThrowIfNull(endpoint, name);
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttps && !(endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback)))
        {
            throw new ArgumentException($"{name} is {endpoint}: it takes an https address, or an http address of this machine.");
        }
    }

    /// <summary>Null where no scope is asked for.</summary>
    public static string? ScopeOf(OAuthClientOptions options) => options.Scopes.Count == 0 ? null : string.Join(' ', options.Scopes);

    public Task<OAuthTokens> ForClientAsync(CancellationToken cancellationToken)
    {
        ClientCredentialsTokenRequest request = Prepare(new ClientCredentialsTokenRequest { Scope = ScopeOf(_options) });
        return SendAsync(() => _http.RequestClientCredentialsTokenAsync(request, cancellationToken), request, null);
    }

    public Task<OAuthTokens> ForCodeAsync(string code, Uri redirectUri, string codeVerifier, CancellationToken cancellationToken)
    {
        AuthorizationCodeTokenRequest request = Prepare(new AuthorizationCodeTokenRequest { Code = code, RedirectUri = redirectUri.OriginalString, CodeVerifier = codeVerifier });
        return SendAsync(() => _http.RequestAuthorizationCodeTokenAsync(request, cancellationToken), request, null);
    }

    public Task<OAuthTokens> ForRefreshTokenAsync(string refreshToken, CancellationToken cancellationToken)
    {
        RefreshTokenRequest request = Prepare(new RefreshTokenRequest { RefreshToken = refreshToken });
        return SendAsync(() => _http.RequestRefreshTokenAsync(request, cancellationToken), request, refreshToken);
    }

    private TRequest Prepare<TRequest>(TRequest request)
        where TRequest : TokenRequest
    {
        request.Address = _options.TokenEndpoint.AbsoluteUri;
        request.ClientId = _options.ClientId;
        request.ClientSecret = _options.ClientSecret;
        request.ClientCredentialStyle = _options.ClientAuthentication == OAuthClientAuthentication.RequestBody || _options.ClientSecret is null
            ? ClientCredentialStyle.PostBody
            : ClientCredentialStyle.AuthorizationHeader;
        foreach ((string? name, string? value) in _options.TokenParameters)
        {
            request.Parameters.Add(name, value);
        }

        return request;
    }

    private async Task<OAuthTokens> SendAsync(Func<Task<TokenResponse>> send, TokenRequest request, string? refreshToken)
    {
        using (request)
        {
            // Before the request: what is on its way ages too.
            DateTimeOffset now = _options.TimeProvider.GetUtcNow();
            TokenResponse response = await send().ConfigureAwait(false);
            return Read(response, now, refreshToken);
        }
    }

    private OAuthTokens Read(TokenResponse response, DateTimeOffset now, string? refreshToken)
    {
        // Transport errors and cancellation pass through as HttpClient raises them.
        if (response is { ErrorType: ResponseErrorType.Exception, Exception: HttpRequestException or OperationCanceledException })
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(response.Exception);
        }

        int status = (int)response.HttpStatusCode;
        if (ErrorOf(response) is var (error, errorDescription))
        {
            throw OAuthException.Of("The authorization server gave no token", error, errorDescription, status);
        }

        if (response.IsError)
        {
            throw new OAuthException($"The token endpoint answered {status}, and not with a token.", statusCode: status, innerException: response.Exception);
        }

        if (string.IsNullOrEmpty(response.AccessToken))
        {
            throw new OAuthException("The token endpoint's answer holds no access token.", statusCode: status);
        }

        // Required by RFC 6749, 5.1, and yet some servers leave it out.
        if (!string.IsNullOrEmpty(response.TokenType) && !response.TokenType.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw new OAuthException($"The token endpoint gave a token of type {response.TokenType}; clients send bearer tokens.", statusCode: status);
        }

        return new OAuthTokens
        {
            AccessToken = response.AccessToken,
            // A server that does not rotate refresh tokens need not repeat one.
            RefreshToken = string.IsNullOrEmpty(response.RefreshToken) ? refreshToken : response.RefreshToken,
            IssuedAt = now,
            ExpiresAt = response.ExpiresIn > 0 ? now.AddSeconds(response.ExpiresIn) : null,
            Scopes = string.IsNullOrEmpty(response.Scope) ? null : response.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };
    }

    /// <summary>The library reads the error of a 400 only. A 401 has one too: <c>invalid_client</c>.</summary>
    private static (string Error, string? Description)? ErrorOf(TokenResponse response)
    {
        if (response is { ErrorType: ResponseErrorType.Protocol, Error: { Length: > 0 } error })
        {
            return (error, response.ErrorDescription);
        }

        if (response.ErrorType != ResponseErrorType.Http || string.IsNullOrEmpty(response.Raw))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(response.Raw);
            return TextOf(json.RootElement, "error") is { } code ? (code, TextOf(json.RootElement, "error_description")) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
