using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime;

/// <summary>How a generated client reaches its server. It is read once, when the client is made.</summary>
public sealed class ApiClientOptions
{
    /// <summary>Where the API is, its path included; with or without a slash at the end.</summary>
    /// <value>Null by default: then the <see cref="HttpClient"/>'s own base address, else the first server that the API's document names.</value>
    public Uri? BaseUrl { get; set; }

    /// <summary>Sends the requests; it stays the caller's to dispose. Nothing is added to it: no retry, no redirect, no header beyond the request's own.</summary>
    /// <value>Null by default: then the runtime's own pipeline, which shares its connections with all other clients of the process.</value>
    public HttpClient? HttpClient { get; set; }

    /// <summary>Gives the bearer token for each request; an empty one sends none. A host that its <c>AllowedHostsValidator</c> does not allow gets none.</summary>
    /// <value>Null by default: requests are sent without a token.</value>
    public IAccessTokenProvider? AccessTokenProvider { get; set; }

    /// <summary>How large a response body may be that is read into memory; a larger one is a <see cref="ResponseTooLargeException"/>. It counts after decompression.</summary>
    /// <value>64 MB (67,108,864 bytes) by default.</value>
    public long MaxResponseBodyBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>How often the runtime's own pipeline sends a request again that was answered with 429, 503 or 504. The last answer is the result.</summary>
    /// <value>3 by default; 0 for never. Without effect on a given <see cref="HttpClient"/>.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>Whether methods that are not idempotent (POST, PATCH) are sent again too. Only for servers that recognise a request that they have seen.</summary>
    /// <value>False by default.</value>
    public bool RetryNonIdempotent { get; set; }

    /// <summary>The wait before the first retry; it doubles each time. A server's <c>Retry-After</c> takes its place.</summary>
    /// <value>One second by default.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait before a retry. A server that asks for more gets no retry: its answer is the result.</summary>
    /// <value>30 seconds by default.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);
}
