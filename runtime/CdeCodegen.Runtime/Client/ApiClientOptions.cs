using System.ComponentModel;
using Microsoft.Extensions.Logging;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime;

/// <summary>Configures how a generated client reaches its server. The client reads its options once, in its constructor.</summary>
/// <remarks>For a document with security schemes, a class with a property for each scheme derives from this one.</remarks>
public class ApiClientOptions
{
    /// <summary>
    /// The absolute http or https URL of the API, including its path. A trailing slash makes no difference. If the document's server is a path
    /// (<c>/api/v3</c>), a URL without a path is completed with it; a URL with a path replaces it.
    /// </summary>
    /// <value>
    /// Null by default. The client then uses the base address of <see cref="HttpClient"/> or, without one, the first server in the API's document.
    /// </value>
    public Uri? BaseUrl { get; set; }

    /// <summary>
    /// Values for the variables in the URL of the document's first server (<c>https://{region}.example.com</c>). Unknown names, and values that the document does
    /// not list, are errors. Ignored if <see cref="BaseUrl"/> or the base address of <see cref="HttpClient"/> is set.
    /// </summary>
    /// <value>Empty by default: the document's defaults.</value>
    public IDictionary<string, string> ServerVariables { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Replaces servers that single operations declare for themselves. The key is the URL in the document. <see cref="BaseUrl"/> does not replace them, because
    /// they are other hosts: an upload does not belong on the server of the rest.
    /// </summary>
    /// <value>Empty by default.</value>
    public IDictionary<string, Uri> Servers { get; } = new Dictionary<string, Uri>(StringComparer.Ordinal);

    /// <summary>Sends the requests. The caller owns and disposes it. The runtime adds no retries, redirects or headers to it.</summary>
    /// <value>Null by default. The client then uses the runtime's default pipeline, whose connection pool all clients of the process share.</value>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// Provides the bearer token for each request. The request carries no token if the provider returns an empty one or its <c>AllowedHostsValidator</c>
    /// rejects the host.
    /// </summary>
    /// <remarks>
    /// For a document with security schemes, it serves every scheme with bearer tokens (OAuth 2, OpenID Connect, HTTP bearer) that has no provider of its own.
    /// </remarks>
    /// <value>Null by default: requests carry no token.</value>
    public IAccessTokenProvider? AccessTokenProvider { get; set; }

    /// <summary>Receives log events about the outcome of calls, in the category <c>CdeCodegen.Runtime</c>.</summary>
    /// <value>Null by default: nothing is logged. Clients of a service collection take that of the container.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Answers the calls in place of a server, for tests.</summary>
    /// <value>Null by default.</value>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ApiCallHandler? CallHandler { get; set; }

    /// <summary>
    /// Whether tokens, keys and passwords may be sent over plain http to hosts other than the local one, where anybody on the way can read them. Otherwise such a
    /// call throws an <see cref="InvalidOperationException"/>.
    /// </summary>
    /// <value>False by default.</value>
    public bool AllowCredentialsOverHttp { get; set; }

    /// <summary>
    /// The largest response body, in bytes after decompression, that the runtime reads into memory. A larger body of a success throws <see
    /// cref="ResponseTooLargeException"/>; an error with a larger body is its case, with <see cref="ApiResult.BodyError"/>.
    /// </summary>
    /// <value>67,108,864 bytes (64 MB) by default.</value>
    public long MaxResponseBodyBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>How many times the default pipeline retries a request after status 429, 503 or 504. The last response is the result.</summary>
    /// <value>3 by default; 0 disables retries. Ignored if <see cref="HttpClient"/> is set.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// Whether requests whose method is not idempotent (POST, PATCH) are retried as well. Set it only for servers that detect repeated requests.
    /// </summary>
    /// <value>False by default.</value>
    public bool RetryNonIdempotent { get; set; }

    /// <summary>The delay before the first retry; it doubles with each further one. A <c>Retry-After</c> header overrides it.</summary>
    /// <value>One second by default.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest delay before a retry. If the server asks for a longer one, the request is not retried and its response is the result.</summary>
    /// <value>30 seconds by default.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a missing base URL ends the construction of the client: clients of a service collection get their HttpClient complete.</summary>
    internal bool RequiresBaseUrl { get; set; }

    /// <summary>The section of the configuration that the options come from, for messages; null for options in code.</summary>
    internal string? ConfigurationPath { get; set; }

    /// <summary>Returns the credential of a security scheme of the document. Generated code overrides it.</summary>
    /// <param name="scheme">The position of the scheme in the document's table.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual object? GetCredential(int scheme) => null;

    /// <summary>Returns a value of <see cref="ServerVariables"/>, or null. Generated code calls it.</summary>
    /// <param name="name">The name of the variable.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected string? GetServerVariable(string name) => ServerVariables.TryGetValue(name, out string? value) ? value : null;

    /// <summary>Sets a value of <see cref="ServerVariables"/>, or removes it. Generated code calls it.</summary>
    /// <param name="name">The name of the variable.</param>
    /// <param name="value">The value; null for the document's default.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetServerVariable(string name, string? value)
    {
        if (value is null)
        {
            ServerVariables.Remove(name);
        }
        else
        {
            ServerVariables[name] = value;
        }
    }

    /// <summary>Calls <see cref="GetCredential"/>, which generated code could not override as <c>protected</c> if it were internal as well.</summary>
    internal object? FindCredential(int scheme) => GetCredential(scheme);
}
