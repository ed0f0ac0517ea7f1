using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// Gives the token at hand as long as it is good, and gets another when it is not: once, however many requests wait for it.
/// Safe to share between threads and clients.
/// </summary>
public abstract class OAuthTokenProvider : IAccessTokenProvider, IDisposable
{
    private static readonly Task<string> s_none = Task.FromResult("");

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Held? _held;

    private protected OAuthTokenProvider(OAuthClientOptions options)
    {
        Endpoint = new TokenEndpoint(options);
        Clock = options.TimeProvider;
        Margin = options.RefreshMargin;
        AllowedHostsValidator = new AllowedHostsValidator(options.AllowedHosts);
    }

    /// <inheritdoc/>
    public AllowedHostsValidator AllowedHostsValidator { get; }

    private protected TokenEndpoint Endpoint { get; }

    private protected TimeProvider Clock { get; }

    private TimeSpan Margin { get; }

    /// <summary>The access token for a request to this address.</summary>
    /// <param name="uri">Where the request goes.</param>
    /// <param name="additionalAuthenticationContext">Without effect.</param>
    /// <param name="cancellationToken">Stops the wait. What others wait for goes on.</param>
    /// <returns>The token, without the word <c>Bearer</c>; empty for a host that may not have it.</returns>
    /// <exception cref="OAuthException">The authorization server gave none.</exception>
    /// <exception cref="HttpRequestException">The authorization server was not reached.</exception>
    public Task<string> GetAuthorizationTokenAsync(
        Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        if (!AllowedHostsValidator.IsUrlHostValid(uri))
        {
            return s_none;
        }

        return _held is { } held && IsFresh(held) ? held.Token : GetAsync(cancellationToken);
    }

    /// <summary>
    /// Has the next request get another access token, by the refresh token where there is one. For a token that the API refuses before its time, with 401
    /// for example.
    /// </summary>
    /// <param name="accessToken">The token that was refused, so that one which came since is kept; null for whichever is at hand.</param>
    public void Invalidate(string? accessToken = null)
    {
        if (_held is { } held && (accessToken is null || accessToken == held.Tokens.AccessToken))
        {
            Interlocked.CompareExchange(ref _held, new Held(held.Tokens, isRefused: true), held);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gate.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gets tokens where none are at hand.</summary>
    private protected abstract Task<OAuthTokens> AcquireAsync(CancellationToken cancellationToken);

    /// <summary>Tokens of an earlier run.</summary>
    private protected virtual Task<OAuthTokens?> LoadAsync(CancellationToken cancellationToken) => Task.FromResult<OAuthTokens?>(null);

    /// <summary>Keeps tokens for a later run.</summary>
    private protected virtual Task SaveAsync(OAuthTokens? tokens, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Puts tokens in place of those at hand.</summary>
    private protected async Task ReplaceAsync(OAuthTokens? tokens, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await KeepAsync(tokens, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_held is null && await LoadAsync(cancellationToken).ConfigureAwait(false) is { } loaded)
            {
                _held = new Held(loaded);
            }

            if (_held is { } held)
            {
                // Somebody else got one while this one waited.
                if (IsFresh(held))
                {
                    return held.Tokens.AccessToken;
                }

                if (held.Tokens.RefreshToken is { } refreshToken && await RefreshAsync(held, refreshToken, cancellationToken).ConfigureAwait(false) is { } token)
                {
                    return token;
                }
            }

            OAuthTokens acquired = await AcquireAsync(cancellationToken).ConfigureAwait(false);
            await KeepAsync(acquired, cancellationToken).ConfigureAwait(false);
            return acquired.AccessToken;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Null where the refresh token is no longer good.</summary>
    private async Task<string?> RefreshAsync(Held held, string refreshToken, CancellationToken cancellationToken)
    {
        OAuthTokens refreshed;
        try
        {
            refreshed = await Endpoint.ForRefreshTokenAsync(refreshToken, cancellationToken).ConfigureAwait(false);
        }
        catch (OAuthException e) when (e.Error == "invalid_grant")
        {
            await KeepAsync(null, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or OAuthException { StatusCode: >= 500 } && !held.IsRefused && held.Tokens.ExpiresAt > Clock.GetUtcNow())
        {
            // The server is out of order for a while, and the token at hand is still good for a while: the next request asks again.
            return held.Tokens.AccessToken;
        }

        await KeepAsync(refreshed, cancellationToken).ConfigureAwait(false);
        return refreshed.AccessToken;
    }

    private Task KeepAsync(OAuthTokens? tokens, CancellationToken cancellationToken)
    {
        _held = tokens is null ? null : new Held(tokens);
        return SaveAsync(tokens, cancellationToken);
    }

    private bool IsFresh(Held held)
    {
        if (held.IsRefused)
        {
            return false;
        }

        if (held.Tokens.ExpiresAt is not { } end)
        {
            return true;
        }

        TimeSpan half = (end - held.Tokens.IssuedAt) / 2;
        return Clock.GetUtcNow() < end - (Margin < half ? Margin : half);
    }

    /// <summary>The task is kept with the token: most requests take it as it is.</summary>
    private sealed class Held(OAuthTokens tokens, bool isRefused = false)
    {
        public OAuthTokens Tokens => tokens;

        /// <summary>Somebody has said that the access token is not good, whatever its time.</summary>
        public bool IsRefused => isRefused;

        public Task<string> Token { get; } = Task.FromResult(tokens.AccessToken);
    }
}
