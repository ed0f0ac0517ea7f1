using System.Net;

namespace CdeCodegen.Runtime.Internal;

/// <summary>
/// Retries requests after status 429, 503 or 504 if their method is idempotent or the caller allows it. If no retry succeeds, it returns the last
/// response.
/// </summary>
internal sealed class IdempotentRetryHandler(int maxRetries, bool anyMethod, TimeSpan delay, TimeSpan maxDelay, TimeProvider? clock = null) : DelegatingHandler
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        for (int attempt = 0; attempt < maxRetries && IsRetryStatus(response.StatusCode) && CanRetry(request); attempt++)
        {
            TimeSpan wait = ComputeDelay(attempt, response);
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

    private bool CanRetry(HttpRequestMessage request)
        => (anyMethod || HttpMethodSemantics.IsIdempotent(request.Method)) && (request.Content is null || ContentReplay.IsPossible(request.Content));

    /// <summary>
    /// Returns the delay that the server asks for. Otherwise it is exponential, with a random part of up to a quarter, so that clients that failed
    /// together do not retry together.
    /// </summary>
    private TimeSpan ComputeDelay(int attempt, HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is { } retryAfter)
        {
            TimeSpan wait = retryAfter.Delta ?? (retryAfter.Date!.Value - _clock.GetUtcNow());
            return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
        }

        double exponential = delay.TotalMilliseconds * Math.Pow(2, attempt) * (1 + (Random.Shared.NextDouble() / 4));
        return TimeSpan.FromMilliseconds(Math.Min(exponential, maxDelay.TotalMilliseconds));
    }
}
