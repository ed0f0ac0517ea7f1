using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Runtime.Generated;

/// <summary>A request in the making: a local variable of a generated method, filled from top to bottom and sent once. For generated code.</summary>
/// <remarks>The order is that of the URL: the path, then the query; the body at any time. It must not be copied.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct ApiRequest
{
    private readonly ApiClientCore _core;
    private readonly HttpRequestMessage _message;
    private UrlWriter _url;
    private PairSeparator _query;
    private string? _accept;
    private string? _cookies;
    private List<KeyValuePair<string, string>>? _contentHeaders;
    private HttpContent? _content;
    private JsonWriter? _json;
    private string? _jsonMediaType;
    private bool _hasHeaders;
    private bool _isAnonymous;
    private bool _isStream;

    /// <summary>Begins a request.</summary>
    /// <param name="core">The client's.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, with its values filled in.</param>
    /// <exception cref="ArgumentException">A path value is empty, or a dot segment.</exception>
    public ApiRequest(ApiClientCore core, string method, [InterpolatedStringHandlerArgument(nameof(core))] ApiPath path)
        : this(core, method, path.Take())
    {
    }

    /// <summary>Begins a request of an operation that has a server of its own.</summary>
    /// <param name="core">The client's.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="server">The operation's server, without a slash at its end; a base URL of the caller comes first.</param>
    /// <param name="path">The path, with its values filled in.</param>
    /// <exception cref="ArgumentException">A path value is empty, or a dot segment.</exception>
    public ApiRequest(
        ApiClientCore core, string method, string server, [InterpolatedStringHandlerArgument(nameof(core), nameof(server))] ApiPath path)
        : this(core, method, path.Take())
    {
    }

    private ApiRequest(ApiClientCore core, string method, UrlWriter url)
    {
        _core = core;
        _message = new HttpRequestMessage(MethodOf(method), (Uri?)null);
        _url = url;
        // Only the document can have put one there: in values it is escaped.
        _query = _url.Written.Contains('?') ? PairSeparator.ContinuedQuery : PairSeparator.Query;
        _accept = "application/json";
    }

    /// <summary>Adds a query parameter.</summary>
    /// <param name="name">Already percent-encoded.</param>
    /// <param name="value">Null leaves it out. A list is repeated.</param>
    public void Query<T>(string name, T value)
    {
        if (IsComposite<T>())
        {
            ParameterFormatter.WritePairs(ref _url, ref _query, name, value, ApiParameterStyle.Exploded, allowReserved: false);
            return;
        }

        ParameterFormatter.WritePair(ref _url, ref _query, name, value);
    }

    /// <summary>Adds a query parameter that is laid out by a style.</summary>
    /// <param name="name">Already percent-encoded.</param>
    /// <param name="value">Null leaves it out, and so does a list or map without items.</param>
    /// <param name="style">The layout.</param>
    /// <param name="allowReserved">Leave reserved characters as they are.</param>
    public void Query<T>(string name, T value, ApiParameterStyle style, bool allowReserved = false)
        => ParameterFormatter.WritePairs(ref _url, ref _query, name, value, style, allowReserved);

    /// <summary>Sets a request header.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Null leaves it out. A list is joined by commas.</param>
    /// <exception cref="ArgumentException">The value holds a line break or another control character.</exception>
    public void Header<T>(string name, T value) => Header(name, value, ApiParameterStyle.Simple);

    /// <summary>Sets a request header that is laid out by a style.</summary>
    public void Header<T>(string name, T value, ApiParameterStyle style)
    {
        if (ParameterFormatter.FormatLine(value, style) is { } text)
        {
            RefuseControls(name, text);
            _hasHeaders = true;
            if (!_message.Headers.TryAddWithoutValidation(name, text))
            {
                (_contentHeaders ??= []).Add(new(name, text));
            }
        }
    }

    /// <summary>Adds a cookie.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Null leaves it out. What a cookie cannot hold is percent-encoded.</param>
    public void Cookie<T>(string name, T value) => Cookie(name, value, ApiParameterStyle.Simple);

    /// <summary>Adds a cookie that is laid out by a style.</summary>
    public void Cookie<T>(string name, T value, ApiParameterStyle style)
    {
        if (ParameterFormatter.FormatLine(value, style) is { } text)
        {
            _cookies = (_cookies is null ? "" : _cookies + "; ") + CookieEncoder.Encode(name) + "=" + CookieEncoder.Encode(text);
        }
    }

    /// <summary>Says what is understood, where that is not just JSON. A header of the caller's own takes its place.</summary>
    public void Accept(string mediaTypes) => _accept = mediaTypes;

    /// <summary>Sends no access token with this request.</summary>
    public void Anonymous() => _isAnonymous = true;

    /// <summary>Leaves the body of a successful response on the network, for <see cref="ApiResponse.Stream"/>.</summary>
    public void StreamResponse() => _isStream = true;

    /// <summary>Applies what the caller wants for this call.</summary>
    /// <returns>The query parameters that the caller set, or null when there is nothing to configure.</returns>
    public TQuery? Configure<TQuery>(Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : class, new()
    {
        if (configure is null)
        {
            return null;
        }

        var configuration = new RequestConfiguration<TQuery>();
        configure(configuration);
        Configure(configuration.Headers, configuration.Options);
        return configuration.QueryParameters;
    }

    /// <summary>A header of the caller takes the place of one that is there.</summary>
    private void Configure(RequestHeaders headers, IList<IRequestOption> options)
    {
        foreach ((string name, IEnumerable<string> values) in headers)
        {
            if (_message.Headers.NonValidated.Contains(name))
            {
                _message.Headers.Remove(name);
            }

            foreach (string value in values)
            {
                Header(name, value);
            }
        }

        foreach (IRequestOption option in options)
        {
            // The key that Kiota's handlers look for.
            _message.Options.Set(new HttpRequestOptionsKey<IRequestOption>(option.GetType().FullName!), option);
        }
    }

    /// <summary>Applies what the caller wants for this call, sends the request and reads the response.</summary>
    /// <param name="configure">The caller's wishes, or null.</param>
    /// <param name="read">The static reader of the result.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<TResult> SendAsync<TResult>(
        Action<RequestConfiguration<DefaultQueryParameters>>? configure, Func<ApiResponse, TResult> read, CancellationToken cancellationToken)
        where TResult : ApiResult
    {
        Configure(configure);
        return SendAsync(read, cancellationToken);
    }

    /// <summary>Sends the request and reads the response.</summary>
    /// <param name="read">The static reader of the result.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<TResult> SendAsync<TResult>(Func<ApiResponse, TResult> read, CancellationToken cancellationToken)
        where TResult : ApiResult
    {
        _message.RequestUri = new Uri(_url.Written.ToString(), s_asWritten);
        _url.Release();
        _message.Content = FinishBody();
        if (_accept is not null && !(_hasHeaders && _message.Headers.NonValidated.Contains("Accept")))
        {
            _message.Headers.TryAddWithoutValidation("Accept", _accept);
        }

        if (_cookies is not null)
        {
            _message.Headers.TryAddWithoutValidation("Cookie", _cookies);
        }

        _core.Prepare(_message);
        return _core.SendAsync(_message, _isAnonymous, _isStream, read, cancellationToken);
    }
}
