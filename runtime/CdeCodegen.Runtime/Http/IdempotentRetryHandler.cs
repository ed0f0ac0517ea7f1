using System.Net;

namespace CdeCodegen.Runtime.Internal;

/// <summary>
/// Sends a request again that was answered with 429, 503 or 504, when its method makes that safe (RFC 9110, 9.2.2) or the caller says so.
/// The last real response is what the caller gets.
/// </summary>
internal sealed class IdempotentRetryHandler(int maxRetries, bool anyMethod, TimeSpan delay, TimeSpan maxDelay, TimeProvider? clock = null) : DelegatingHandler
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (maxRetries <= 0 || !IsRetryStatus(response.StatusCode) || !MaySendAgain(request))
        {
            return response;
        }

        for (int attempt = 0; attempt < maxRetries && IsRetryStatus(response.StatusCode); attempt++)
        {
            TimeSpan wait = WaitBefore(attempt, response);
            if (wait > maxDelay)
            {
                break;
            }

            response.Dispose();
            await Task.Delay(wait, _clock, cancellationToken).ConfigureAwait(false);
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private static bool IsRetryStatus(HttpStatusCode status)
        => status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private bool MaySendAgain(HttpRequestMessage request)
    {
        bool isIdempotent = request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Put
            || request.Method == HttpMethod.Delete || request.Method == HttpMethod.Options || request.Method == HttpMethod.Trace;
        return (isIdempotent || anyMethod) && (request.Content is null || ContentReplay.IsPossible(request.Content));
    }

    /// <summary>
    /// What the server asks for, else an exponential wait of which a quarter is random, so that clients that failed together do not come back together.
    /// </summary>
    private TimeSpan WaitBefore(int attempt, HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is { } asked)
        {
            TimeSpan wait = asked.Delta ?? (asked.Date!.Value - _clock.GetUtcNow());
            return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
        }

        double exponential = delay.TotalMilliseconds * Math.Pow(2, attempt) * (1 + (Random.Shared.NextDouble() / 4));
        return TimeSpan.FromMilliseconds(Math.Min(exponential, maxDelay.TotalMilliseconds));
    }
}
