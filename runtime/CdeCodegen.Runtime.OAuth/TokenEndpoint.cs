using System.Runtime.ExceptionServices;
using System.Text.Json;
using Duende.IdentityModel.Client;

namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// Sends token requests and interprets the responses. The library builds the requests. It does not interpret the responses, because it throws on JSON that is
/// not an object, and reads the OAuth error of a 400 only.
/// </summary>
internal sealed class TokenEndpoint
{
    private static readonly HttpClient s_sharedClient = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(15) })
    {
        // RequestTimeout applies instead.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly OAuthClientOptions _options;
    private readonly HttpMessageInvoker _http;

    public TokenEndpoint(OAuthClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.ClientId);
        ValidateAddress(options.TokenEndpoint, nameof(options.TokenEndpoint));
        if (options.RequestTimeout <= TimeSpan.Zero && options.RequestTimeout != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.RequestTimeout, "RequestTimeout must be positive or infinite.");
        }

        _options = options;
        _http = new HttpMessageInvoker(new TokenRequestHandler(options.HttpClient ?? s_sharedClient, options.TokenEndpoint), disposeHandler: false);
    }

    /// <summary>Requires https, or http on a loopback address, because secrets pass through the address.</summary>
    public static void ValidateAddress(Uri address, string name)
    {
        ArgumentNullException.ThrowIfNull(address, name);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            throw new ArgumentException($"{name} must be an https address, or an http address on this machine.", name);
        }

        if (address.UserInfo.Length > 0)
        {
            throw new ArgumentException($"{name} must not contain user information.", name);
        }
    }

    /// <summary>Returns the <c>scope</c> parameter, or null if no scope is requested.</summary>
    public static string? JoinScopes(OAuthClientOptions options) => options.Scopes.Count == 0 ? null : string.Join(' ', options.Scopes);

    public Task<OAuthTokens> RequestWithClientCredentialsAsync()
    {
        ClientCredentialsTokenRequest request = Prepare(new ClientCredentialsTokenRequest { Scope = JoinScopes(_options) });
        return SendAsync(
            request, static (http, request, cancellationToken) => http.RequestClientCredentialsTokenAsync(request, cancellationToken), [], default);
    }

    public Task<OAuthTokens> RequestWithCodeAsync(string code, Uri redirectUri, string codeVerifier, CancellationToken cancellationToken)
    {
        AuthorizationCodeTokenRequest request = Prepare(
            new AuthorizationCodeTokenRequest { Code = code, RedirectUri = redirectUri.OriginalString, CodeVerifier = codeVerifier });
        return SendAsync(
            request,
            static (http, request, cancellationToken) => http.RequestAuthorizationCodeTokenAsync(request, cancellationToken),
            [code, codeVerifier],
            cancellationToken);
    }

    public async Task<OAuthTokens> RequestWithRefreshTokenAsync(string refreshToken)
    {
        RefreshTokenRequest request = Prepare(new RefreshTokenRequest { RefreshToken = refreshToken });
        OAuthTokens tokens = await SendAsync(
            request,
            static (http, request, cancellationToken) => http.RequestRefreshTokenAsync(request, cancellationToken),
            [refreshToken],
            default).ConfigureAwait(false);

        // A server that does not rotate refresh tokens need not repeat the current one.
        return tokens.RefreshToken is not null
            ? tokens
            : new OAuthTokens
            {
                AccessToken = tokens.AccessToken,
                RefreshToken = refreshToken,
                IssuedAt = tokens.IssuedAt,
                ExpiresAt = tokens.ExpiresAt,
                Scopes = tokens.Scopes,
            };
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

    private async Task<OAuthTokens> SendAsync<TRequest>(
        TRequest request,
        Func<HttpMessageInvoker, TRequest, CancellationToken, Task<TokenResponse>> send,
        string[] secrets,
        CancellationToken cancellationToken)
        where TRequest : TokenRequest
    {
        using (request)
        using (var deadline = new CancellationTokenSource(_options.RequestTimeout, _options.TimeProvider))
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken))
        {
            // The lifetime counts from before the request: the token ages in transit.
            DateTimeOffset now = _options.TimeProvider.GetUtcNow();
            try
            {
                TokenResponse response = await send(_http, request, either.Token).ConfigureAwait(false);
                using (response.HttpResponse)
                {
                    if (response.Exception is HttpRequestException or OperationCanceledException or OAuthException)
                    {
                        ExceptionDispatchInfo.Throw(response.Exception);
                    }

                    return Read(response, now, [_options.ClientSecret, BasicCredential(), .. secrets]);
                }
            }
            catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                // The same exception as HttpClient throws for its own time-out.
                string message = $"The token endpoint did not respond within {_options.RequestTimeout.TotalSeconds:0.###} s.";
                throw new TaskCanceledException(message, new TimeoutException(message, e));
            }
        }
    }

    /// <summary>The client's secret as the Basic header encodes it, which an echoing server would repeat.</summary>
    private string? BasicCredential() =>
        _options.ClientSecret is { } secret ? BasicAuthenticationOAuthHeaderValue.EncodeCredential(_options.ClientId, secret) : null;

    private static OAuthTokens Read(TokenResponse response, DateTimeOffset now, ReadOnlySpan<string?> secrets)
    {
        int status = (int)response.HttpStatusCode;
        bool isSuccess = status is >= 200 and < 300;
        JsonException? malformed = null;
        JsonDocument? json = null;
        try
        {
            json = JsonDocument.Parse(response.Raw ?? "");
        }
        catch (JsonException e)
        {
            malformed = e;
        }

        using (json)
        {
            JsonElement root = json?.RootElement ?? default;
            if (ServerText.Clean(GetText(root, "error"), secrets) is { } error)
            {
                throw OAuthException.FromError(
                    "The authorization server issued no token", error, ServerText.Clean(GetText(root, "error_description"), secrets), status);
            }

            if (!isSuccess || root.ValueKind != JsonValueKind.Object)
            {
                throw new OAuthException(
                    $"The token endpoint returned {status} without a token.", statusCode: status, innerException: malformed ?? response.Exception);
            }

            if (GetText(root, "access_token") is not { } accessToken)
            {
                throw new OAuthException("The response of the token endpoint has no access token.", statusCode: status);
            }

            // RFC 6749, 5.1 requires the type, but some servers omit it.
            if (GetText(root, "token_type") is { } type && !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            {
                string? shownType = ServerText.Clean(type, [accessToken, .. secrets]);
                throw new OAuthException(
                    $"The token endpoint issued a token of type {shownType}. Only bearer tokens are supported.", statusCode: status);
            }

            return new OAuthTokens
            {
                AccessToken = accessToken,
                RefreshToken = GetText(root, "refresh_token"),
                IssuedAt = now,
                ExpiresAt = GetLifetime(root) is { } lifetime ? now + lifetime : null,
                Scopes = GetText(root, "scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            };
        }
    }

    /// <summary>Reads <c>expires_in</c>, which some servers write as a string. Null if it is absent or not a number.</summary>
    private static TimeSpan? GetLifetime(JsonElement response)
    {
        if (!response.TryGetProperty("expires_in", out JsonElement value))
        {
            return null;
        }

        double seconds;
        if (value.ValueKind == JsonValueKind.Number)
        {
            seconds = value.GetDouble();
        }
        else if (value.ValueKind != JsonValueKind.String
            || !double.TryParse(TryGetString(value), System.Globalization.CultureInfo.InvariantCulture, out seconds))
        {
            return null;
        }

        // The limit of 68 years keeps the expiry within DateTimeOffset.
        return double.IsNaN(seconds) ? null : TimeSpan.FromSeconds(Math.Clamp(seconds, 0, int.MaxValue));
    }

    /// <summary>Returns null for members that are absent, empty or not text, and for every member of a value that is not an object.</summary>
    private static string? GetText(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
        && TryGetString(value) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>An escaped half of a surrogate pair is valid JSON but not a valid string.</summary>
    private static string? TryGetString(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
