using System.ComponentModel;
using System.Net;
using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Runtime.Generated;

/// <summary>The state of a generated client: how to reach the server. Immutable and safe for concurrent use. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiClientCore
{
    private readonly Transport _transport;
    private readonly ApiCallHandler? _handler;
    private readonly RequestSecurity? _security;
    private readonly CallTelemetry _telemetry;
    private readonly bool _retryNonIdempotent;
    private readonly Dictionary<string, string>? _servers;
    private readonly long _maxResponseBodyBytes = new ApiClientOptions().MaxResponseBodyBytes;

    /// <summary>Creates a client from options.</summary>
    /// <param name="options">The options of the caller.</param>
    /// <param name="defaultBaseUrl">The first server in the API's document, its path if it is relative, or null.</param>
    /// <param name="security">The security schemes of the API's document, or null if it has none.</param>
    /// <param name="server">The first server with its variables, or null if it has none.</param>
    public ApiClientCore(ApiClientOptions options, string? defaultBaseUrl, ApiSecurity? security = null, ApiServer? server = null)
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

        foreach ((string declared, Uri replacement) in options.Servers)
        {
            (_servers ??= [])[declared.TrimEnd('/')] = BaseAddress.Normalize(replacement);
        }

        _maxResponseBodyBytes = options.MaxResponseBodyBytes;
        defaultBaseUrl = ApiServer.Fill(server, options) ?? defaultBaseUrl;
        _handler = options.CallHandler;
        _retryNonIdempotent = options.RetryNonIdempotent;
        _telemetry = new CallTelemetry(options.LoggerFactory);
        _security = new RequestSecurity(options, security?.Schemes ?? [], security?.Requirements ?? []);
        _transport = new HttpTransport(options.HttpClient ?? DefaultPipeline.Create(options), options.BaseUrl, defaultBaseUrl);
        if (options.RequiresBaseUrl)
        {
            _ = BaseUrl;
        }
    }

    /// <summary>Creates a client that sends requests through an <see cref="HttpClient"/>.</summary>
    /// <param name="httpClient">The client, which the caller owns and disposes.</param>
    /// <param name="defaultBaseUrl">The first server in the API's document. The base address of the HttpClient has precedence.</param>
    public ApiClientCore(HttpClient httpClient, string? defaultBaseUrl)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        _telemetry = new CallTelemetry(null);
        _transport = new HttpTransport(httpClient, null, defaultBaseUrl);
    }

    /// <summary>Creates a client that sends requests through a Kiota request adapter.</summary>
    /// <param name="adapter">The adapter, which the caller owns.</param>
    /// <param name="defaultBaseUrl">The first server in the API's document. The base URL of the adapter has precedence.</param>
    public ApiClientCore(IRequestAdapter adapter, string? defaultBaseUrl)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        _telemetry = new CallTelemetry(null);
        _transport = new AdapterTransport(adapter, defaultBaseUrl);
    }

    internal string BaseUrl => _transport.BaseUrl;

    /// <summary>Returns the URL of an operation's own server, which the base URL does not replace: another host serves it.</summary>
    internal string ServerUrl(string server)
    {
        if (_servers is not null && _servers.TryGetValue(server, out string? replacement))
        {
            return replacement;
        }

        return server[0] == '/' ? BaseAddress.GetOrigin(BaseUrl) + server.TrimEnd('/') : server;
    }

    internal void Prepare(HttpRequestMessage request) => _transport.Prepare(request);

    internal Task<TResult> SendAsync<TResult>(
        HttpRequestMessage request, int security, bool stream, Func<ApiResponse, TResult> read, CancellationToken cancellationToken)
        where TResult : ApiResult
        => _telemetry.IsEnabled
            ? SendObservedAsync(request, security, stream, read, cancellationToken)
            : SendCoreAsync(request, security, stream, read, cancellationToken);

    private async Task<TResult> SendCoreAsync<TResult>(
        HttpRequestMessage request, int security, bool stream, Func<ApiResponse, TResult> read, CancellationToken cancellationToken)
        where TResult : ApiResult
    {
        ApiResponse? response = null;
        bool isSent = false;
        try
        {
            if (_handler is not null)
            {
                return await _handler.SendAsync<TResult>(request, cancellationToken).ConfigureAwait(false);
            }

            TimeSpan timeout = _transport.Timeout;
            long deadline = timeout > TimeSpan.Zero ? Environment.TickCount64 + (timeout.Ticks / TimeSpan.TicksPerMillisecond) : long.MaxValue;
            if (_security is not null && security >= 0)
            {
                await _security.AddAsync(request, security, cancellationToken).ConfigureAwait(false);
            }

            isSent = true;
            HttpResponseMessage message = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            response = new ApiResponse(message, _maxResponseBodyBytes, cancellationToken);
            if (message.StatusCode == HttpStatusCode.Unauthorized && _security is not null && security >= 0
                && await RenewAsync(request, security, cancellationToken).ConfigureAwait(false) is { } repeated)
            {
                response.Release();
                response = null;
                request = repeated;
                response = new ApiResponse(await SendAgainAsync(request, security, cancellationToken).ConfigureAwait(false), _maxResponseBodyBytes, cancellationToken);
            }

            if (stream && response.IsSuccess && response.TryReadUnbuffered(read, out TResult? streamed))
            {
                return streamed!;
            }

            await response.BufferAsync(deadline, cancellationToken).ConfigureAwait(false);
            return response.Read(read);
        }
        catch (HttpRequestException e) when (isSent && response is null && OutcomeUnknownException.Applies(request.Method, e))
        {
            throw new OutcomeUnknownException(request.Method, e);
        }
        finally
        {
            response?.Release();
            request.Dispose();
        }
    }

    /// <summary>Renews the token that the server refused.</summary>
    /// <returns>The request to send again; null for none.</returns>
    private ValueTask<HttpRequestMessage?> RenewAsync(HttpRequestMessage refused, int security, CancellationToken cancellationToken)
        => _security!.RenewAsync(refused, security, _retryNonIdempotent || HttpMethodSemantics.IsIdempotent(refused.Method), cancellationToken);

    private async Task<HttpResponseMessage> SendAgainAsync(HttpRequestMessage request, int security, CancellationToken cancellationToken)
    {
        HttpResponseMessage message = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (message.StatusCode == HttpStatusCode.Unauthorized)
        {
            _security!.RefuseRenewal(request, security);
        }

        return message;
    }

    private async Task<TResult> SendObservedAsync<TResult>(
        HttpRequestMessage request, int security, bool stream, Func<ApiResponse, TResult> read, CancellationToken cancellationToken)
        where TResult : ApiResult
    {
        CallTelemetry.Call call = _telemetry.Start(ApiOperation.Of<TResult>(), request);
        try
        {
            TResult result = await SendCoreAsync(request, security, stream, read, cancellationToken).ConfigureAwait(false);
            call.Complete(result);
            return result;
        }
        catch (Exception e)
        {
            call.Fail(e);
            throw;
        }
    }
}
