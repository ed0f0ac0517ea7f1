using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Runtime.Generated;

/// <summary>What a generated client holds: how to reach the server. Immutable and safe for several threads. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiClientCore
{
    private static readonly ActivitySource s_activities = new("CdeCodegen.Runtime");

    private readonly Transport _transport;
    private readonly long _maxResponseBodyBytes = new ApiClientOptions().MaxResponseBodyBytes;

    /// <summary>A client by its options.</summary>
    /// <param name="options">The caller's.</param>
    /// <param name="defaultBaseUrl">The first server of the API's document, or null when it names none that is absolute.</param>
    public ApiClientCore(ApiClientOptions options, string? defaultBaseUrl)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxResponseBodyBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(options.MaxResponseBodyBytes, Array.MaxLength);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxRetries);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RetryDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxRetryDelay, TimeSpan.Zero);
        if (options.BaseUrl is { } baseUrl)
        {
            BaseAddress.Normalize(baseUrl);
        }

        _maxResponseBodyBytes = options.MaxResponseBodyBytes;
        BearerTokens? tokens = options.AccessTokenProvider is { } provider ? new BearerTokens(provider) : null;
        _transport = new HttpTransport(options.HttpClient ?? DefaultPipeline.Create(options), options.BaseUrl, defaultBaseUrl, tokens);
    }

    /// <summary>A client that sends through the caller's HttpClient.</summary>
    /// <param name="httpClient">The caller's, and the caller's to dispose.</param>
    /// <param name="defaultBaseUrl">As above; an address of the HttpClient comes first.</param>
    public ApiClientCore(HttpClient httpClient, string? defaultBaseUrl)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        _transport = new HttpTransport(httpClient, null, defaultBaseUrl, null);
    }

    /// <summary>A client that sends through a Kiota request adapter.</summary>
    /// <param name="adapter">The caller's.</param>
    /// <param name="defaultBaseUrl">As above; the adapter's base URL comes first.</param>
    public ApiClientCore(IRequestAdapter adapter, string? defaultBaseUrl)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        _transport = new AdapterTransport(adapter, defaultBaseUrl);
    }

    internal string BaseUrl => _transport.BaseUrl;

    /// <summary>The base URL that the caller gave, else the server of an operation: whoever tests against another server wants all requests there.</summary>
    internal string BaseUrlOr(string server) => _transport.HasBaseUrl ? _transport.BaseUrl : server;

    internal void Prepare(HttpRequestMessage request) => _transport.Prepare(request);

    internal Task<TResult> SendAsync<TResult>(
        HttpRequestMessage request, bool anonymous, bool stream, Func<ApiResponse, TResult> read, CancellationToken cancellationToken)
        where TResult : ApiResult
        => s_activities.HasListeners()
            ? SendTracedAsync(request, anonymous, stream, read, cancellationToken)
            : SendOnceAsync(request, anonymous, stream, read, cancellationToken);

    private async Task<TResult> SendOnceAsync<TResult>(
        HttpRequestMessage request, bool anonymous, bool stream, Func<ApiResponse, TResult> read, CancellationToken cancellationToken)
    {
        ApiResponse? response = null;
        try
        {
            TimeSpan timeout = _transport.Timeout;
            long deadline = timeout > TimeSpan.Zero ? Environment.TickCount64 + (long)timeout.TotalMilliseconds : long.MaxValue;
            HttpResponseMessage message = await _transport.SendAsync(request, anonymous, stream, cancellationToken).ConfigureAwait(false);
            response = new ApiResponse(message, _maxResponseBodyBytes);
            if (!stream || !response.IsSuccess)
            {
                response.Take(await response.ReadBodyAsync(deadline, cancellationToken).ConfigureAwait(false));
            }

            return response.Apply(read);
        }
        finally
        {
            response?.Release();
            request.Dispose();
        }
    }

    private async Task<TResult> SendTracedAsync<TResult>(
        HttpRequestMessage request, bool anonymous, bool stream, Func<ApiResponse, TResult> read, CancellationToken cancellationToken)
        where TResult : ApiResult
    {
        // The name and tags follow OpenTelemetry's conventions for HTTP clients; never the path, the query or a header: they hold identifiers and secrets.
        using Activity? activity = s_activities.StartActivity(OperationName(typeof(TResult).Name), ActivityKind.Internal);
        activity?.SetTag("http.request.method", request.Method.Method);
        activity?.SetTag("server.address", request.RequestUri!.Host);
        try
        {
            TResult result = await SendOnceAsync(request, anonymous, stream, read, cancellationToken).ConfigureAwait(false);
            activity?.SetTag("http.response.status_code", result.StatusCode);
            return result;
        }
        catch (Exception e)
        {
            activity?.SetTag("error.type", e.GetType().FullName);
            activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private static string OperationName(string resultName)
        => resultName.EndsWith("Result", StringComparison.Ordinal) ? resultName[..^"Result".Length] : resultName;
}
