using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// Provides the current access token while it is valid and renews it before it expires. One renewal runs at a time, and all calls share it. Instances are
/// thread-safe and can be shared between clients.
/// </summary>
public abstract class OAuthTokenProvider : IAccessTokenProvider, IDisposable
{
    /// <summary>How long a call waits for a renewal before it uses a token that is still valid.</summary>
    private static readonly TimeSpan s_earlyRenewalWait = TimeSpan.FromSeconds(5);

    /// <summary>The key under which generated clients name the token that the API refused. CdeCodegen.Runtime has the same constant.</summary>
    private const string RefusedTokenKey = "RefusedAccessToken";

    private static readonly Task<string> s_noToken = Task.FromResult("");

    private readonly TimeSpan _refreshMargin;
    private readonly TimeSpan _storeTimeout;

    /// <summary>Serializes changes of the tokens. Not disposed, because a renewal may outlive the provider.</summary>
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Guards <see cref="_renewal"/>, its counts, and <see cref="_isDisposed"/>.</summary>
    private readonly object _lock = new();

    private Renewal? _renewal;
    private bool _isDisposed;
    private volatile CurrentTokens? _current;

    private protected OAuthTokenProvider(OAuthClientOptions options)
    {
        Endpoint = new TokenEndpoint(options);
        Clock = options.TimeProvider;
        _refreshMargin = options.RefreshMargin;
        _storeTimeout = options.RequestTimeout;
        AllowedHostsValidator = new AllowedHostsValidator(options.AllowedHosts);
    }

    /// <inheritdoc/>
    public AllowedHostsValidator AllowedHostsValidator { get; }

    private protected TokenEndpoint Endpoint { get; }

    private protected TimeProvider Clock { get; }

    /// <summary>Gets the access token for a request. Completes synchronously while the current token needs no renewal.</summary>
    /// <param name="uri">The address of the request.</param>
    /// <param name="additionalAuthenticationContext">
    /// The entry <c>RefusedAccessToken</c> is a token that the API refused, which is then renewed as by <see cref="Invalidate"/>. Generated clients pass it after a 401.
    /// </param>
    /// <param name="cancellationToken">Ends the wait of this call. A token request in progress continues: its refresh token cannot be used twice.</param>
    /// <returns>The token without the <c>Bearer</c> prefix, or an empty string if the host is not allowed to receive it.</returns>
    /// <exception cref="OAuthException">The authorization server issued no token.</exception>
    /// <exception cref="HttpRequestException">The authorization server could not be reached.</exception>
    /// <exception cref="TaskCanceledException">The authorization server did not respond within <see cref="OAuthClientOptions.RequestTimeout"/>.</exception>
    public Task<string> GetAuthorizationTokenAsync(
        Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        if (!AllowedHostsValidator.IsUrlHostValid(uri))
        {
            return s_noToken;
        }

        if (additionalAuthenticationContext?.GetValueOrDefault(RefusedTokenKey) is string refused)
        {
            Invalidate(refused);
        }

        return _current is { } current && IsFresh(current) ? current.AccessToken : RenewAsync(cancellationToken);
    }

    /// <summary>Makes the next call renew the access token. Call it when the API refuses a token that has not expired, for example with 401.</summary>
    /// <param name="accessToken">The refused token. A newer token is kept. Null invalidates the current token, whichever it is.</param>
    public void Invalidate(string? accessToken = null)
    {
        if (_current is { } current && (accessToken is null || accessToken == current.Tokens.AccessToken))
        {
            Interlocked.CompareExchange(ref _current, new CurrentTokens(current.Tokens, isInvalidated: true), current);
        }
    }

    /// <summary>Cancels a sign-in in progress. A token request in progress completes, so that a rotated refresh token reaches the store.</summary>
    public void Dispose()
    {
        Renewal? renewal;
        lock (_lock)
        {
            _isDisposed = true;
            renewal = _renewal;
        }

        renewal?.Abandonment.Cancel();
        GC.SuppressFinalize(this);
    }

    /// <summary>Obtains tokens without a refresh token.</summary>
    /// <param name="cancellationToken">Cancels waiting for the user. It must not cancel token requests.</param>
    private protected abstract Task<OAuthTokens> AcquireAsync(CancellationToken cancellationToken);

    /// <summary>Loads tokens of an earlier run.</summary>
    private protected virtual Task<OAuthTokens?> LoadAsync(CancellationToken cancellationToken) => Task.FromResult<OAuthTokens?>(null);

    /// <summary>Saves tokens for a later run.</summary>
    private protected virtual Task SaveAsync(OAuthTokens? tokens, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reports a failed save that does not fail a call.</summary>
    private protected virtual void OnSaveFailed(Exception exception)
    {
    }

    /// <summary>Replaces the current tokens.</summary>
    private protected async Task ReplaceAsync(OAuthTokens? tokens, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (tokens is null)
            {
                _current = null;
                await UseStoreAsync(async token =>
                {
                    await SaveAsync(null, token).ConfigureAwait(false);
                    return (OAuthTokens?)null;
                }).ConfigureAwait(false);
            }
            else
            {
                await KeepAsync(tokens).ConfigureAwait(false);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Waits for the shared renewal, and starts it if there is none.</summary>
    private async Task<string> RenewAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Renewal renewal;
        bool isNew = false;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);

            // After an abandoned renewal comes a new one. It waits at the gate, and finds the tokens that the abandoned one may still obtain.
            if (_renewal is not { IsAbandoned: false, Task.IsCompleted: false } running)
            {
                _renewal = running = new Renewal(Clock.GetTimestamp());
                isNew = true;
            }

            renewal = running;
            renewal.WaitingCalls++;
        }

        if (isNew)
        {
            // Outside the lock: it runs synchronously up to its first wait.
            _ = RunAsync(renewal);
        }

        try
        {
            return await WaitAsync(renewal, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !renewal.Task.IsCompleted)
        {
            Leave(renewal);
            throw;
        }
    }

    /// <summary>Waits for a renewal. The wait is short while the current token is valid: an endpoint that hangs must not fail calls then.</summary>
    private async Task<string> WaitAsync(Renewal renewal, CancellationToken cancellationToken)
    {
        if (!renewal.Task.IsCompleted && _current is { } current && GetRemainingLifetime(current) is var remaining && remaining > TimeSpan.Zero)
        {
            TimeSpan left = renewal.IsWaitOver ? TimeSpan.Zero : s_earlyRenewalWait - Clock.GetElapsedTime(renewal.StartedAt);
            TimeSpan patience = left < remaining / 2 ? left : remaining / 2;
            try
            {
                if (patience > TimeSpan.Zero)
                {
                    return await renewal.Task.WaitAsync(patience, Clock, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (TimeoutException)
            {
                // The wait or the renewal itself timed out; the task tells which. A timer may fire a little early by the clock.
                renewal.IsWaitOver |= patience == left;
            }

            // The token may have been replaced or invalidated during the wait.
            if (!renewal.Task.IsCompleted && _current is { } latest && GetRemainingLifetime(latest) > TimeSpan.Zero)
            {
                return latest.Tokens.AccessToken;
            }
        }

        return await renewal.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Counts a canceled call out. When the last one leaves, no call waits for the user any more.</summary>
    private void Leave(Renewal renewal)
    {
        lock (_lock)
        {
            if (--renewal.WaitingCalls > 0)
            {
                return;
            }

            renewal.IsAbandoned = true;
        }

        renewal.Abandonment.Cancel();
    }

    private async Task RunAsync(Renewal renewal)
    {
        try
        {
            await _gate.WaitAsync().ConfigureAwait(false);
            try
            {
                renewal.Complete(await RenewCoreAsync(renewal.Abandonment.Token).ConfigureAwait(false));
            }
            finally
            {
                _gate.Release();
            }
        }
        catch (Exception e)
        {
            renewal.Fail(e);
        }
    }

    /// <summary>Runs inside the gate.</summary>
    /// <param name="abandonment">
    /// Canceled when no call waits any more. It ends only the wait for the user: canceling a token request would lose a rotated refresh token.
    /// </param>
    private async Task<string> RenewCoreAsync(CancellationToken abandonment)
    {
        if (_current is null && await UseStoreAsync(LoadAsync).ConfigureAwait(false) is { } loaded)
        {
            _current = new CurrentTokens(loaded);
        }

        CurrentTokens? current = _current;
        if (current is not null && IsFresh(current))
        {
            // RedeemAsync or an abandoned renewal obtained it while this one waited for the gate.
            return current.Tokens.AccessToken;
        }

        try
        {
            OAuthTokens? renewed = current?.Tokens.RefreshToken is { } refreshToken ? await RefreshAsync(refreshToken).ConfigureAwait(false) : null;
            if (renewed is null)
            {
                abandonment.ThrowIfCancellationRequested();
                renewed = await AcquireAsync(abandonment).ConfigureAwait(false);
            }

            await KeepAsync(renewed).ConfigureAwait(false);
            return renewed.AccessToken;
        }
        catch (Exception e) when (IsOutage(e) && !abandonment.IsCancellationRequested && _current is { } valid && GetRemainingLifetime(valid) > TimeSpan.Zero)
        {
            // The next call tries again.
            return valid.Tokens.AccessToken;
        }
    }

    /// <summary>Returns null if the server refuses the refresh token.</summary>
    private async Task<OAuthTokens?> RefreshAsync(string refreshToken)
    {
        try
        {
            return await Endpoint.RequestWithRefreshTokenAsync(refreshToken).ConfigureAwait(false);
        }
        catch (OAuthException e) when (e.Error == "invalid_grant")
        {
            await KeepAsync(null).ConfigureAwait(false);
            return null;
        }
    }

    private static bool IsOutage(Exception exception) =>
        exception is HttpRequestException or OperationCanceledException or OAuthException { StatusCode: >= 500 };

    private async Task KeepAsync(OAuthTokens? tokens)
    {
        _current = tokens is null ? null : new CurrentTokens(tokens);
        try
        {
            await UseStoreAsync(async cancellationToken =>
            {
                await SaveAsync(tokens, cancellationToken).ConfigureAwait(false);
                return tokens;
            }).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            OnSaveFailed(e);
        }
    }

    /// <summary>Calls the store with a deadline of its own, which also holds for a store that ignores its cancellation token.</summary>
    private async Task<OAuthTokens?> UseStoreAsync(Func<CancellationToken, Task<OAuthTokens?>> use)
    {
        using var deadline = new CancellationTokenSource(_storeTimeout, Clock);
        return await use(deadline.Token).WaitAsync(deadline.Token).ConfigureAwait(false);
    }

    /// <summary>Whether the token can be used without a renewal.</summary>
    private bool IsFresh(CurrentTokens current)
    {
        if (current.IsInvalidated)
        {
            return false;
        }

        if (current.Tokens.ExpiresAt is not { } expiry)
        {
            return true;
        }

        TimeSpan half = (expiry - current.Tokens.IssuedAt) / 2;
        return Clock.GetUtcNow() < expiry - (_refreshMargin < half ? _refreshMargin : half);
    }

    /// <summary>Returns how long the token remains valid; zero or less if it has expired or was invalidated.</summary>
    private TimeSpan GetRemainingLifetime(CurrentTokens current) =>
        current.IsInvalidated ? TimeSpan.Zero : current.Tokens.ExpiresAt is { } expiry ? expiry - Clock.GetUtcNow() : TimeSpan.MaxValue;

    private sealed class CurrentTokens(OAuthTokens tokens, bool isInvalidated = false)
    {
        public OAuthTokens Tokens => tokens;

        /// <summary>Whether the API refused the access token before it expired.</summary>
        public bool IsInvalidated => isInvalidated;

        /// <summary>Gets the completed task that most calls return. Keeping it saves them an allocation.</summary>
        public Task<string> AccessToken { get; } = Task.FromResult(tokens.AccessToken);
    }

    /// <summary>One attempt to obtain a token, shared by all calls that need it. It belongs to none of them, so no call can cancel it for the others.</summary>
    private sealed class Renewal(long startedAt)
    {
        private readonly TaskCompletionSource<string> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long StartedAt => startedAt;

        /// <summary>Not disposed, because calls may cancel it at any time. It has no timer, so it holds no resources.</summary>
        public CancellationTokenSource Abandonment { get; } = new();

        /// <summary>Whether a call has waited for as long as calls with a valid token wait.</summary>
        public bool IsWaitOver { get; set; }

        public int WaitingCalls { get; set; }

        public bool IsAbandoned { get; set; }

        public Task<string> Task => _completion.Task;

        public void Complete(string accessToken) => _completion.TrySetResult(accessToken);

        public void Fail(Exception exception)
        {
            _completion.TrySetException(exception);

            // Marks the exception as observed: there may be no call left that waits for it.
            _ = _completion.Task.Exception;
        }
    }
}
