using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Builds and sends a request. A local variable of a generated method, sent once. For generated code.</summary>
/// <remarks>The path must be written before the query. The body can be set at any time. The struct must not be copied.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct ApiRequest
{
    private readonly ApiClientCore _core;
    private readonly HttpRequestMessage _message;
    private UrlWriter _url;
    private PairSeparator _query;
    private string? _accept;
    private string? _cookies;
    private Dictionary<string, (ApiParameterStyle Style, bool AllowReserved)>? _formStyles;
    private List<KeyValuePair<string, string>>? _contentHeaders;
    private HttpContent? _content;
    private JsonWriter? _json;
    private string? _jsonMediaType;
    private bool _hasHeaders;
    private bool _isStream;
    private PageRequest? _page;

    /// <summary>Starts a request.</summary>
    /// <param name="core">The client.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path with its values.</param>
    /// <exception cref="ArgumentException">A path value is null, empty, or a dot segment.</exception>
    public ApiRequest(ApiClientCore core, string method, [InterpolatedStringHandlerArgument(nameof(core))] ApiPath path)
        : this(core, method, path.Take())
    {
    }

    /// <summary>Starts a request of an operation that declares its own server.</summary>
    /// <param name="core">The client.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="server">The server of the operation, without a trailing slash, or a path on the host of the base URL.</param>
    /// <param name="path">The path with its values.</param>
    /// <exception cref="ArgumentException">A path value is null, empty, or a dot segment.</exception>
    public ApiRequest(
        ApiClientCore core, string method, string server, [InterpolatedStringHandlerArgument(nameof(core), nameof(server))] ApiPath path)
        : this(core, method, path.Take())
    {
    }

    private ApiRequest(ApiClientCore core, string method, UrlWriter url)
    {
        _core = core;
        _message = new HttpRequestMessage(GetMethod(method), (Uri?)null);
        _url = url;

        // Values are percent-encoded, so a question mark comes from the path template of the document.
        _query = _url.Written.Contains('?') ? PairSeparator.ContinuedQuery : PairSeparator.Query;
        _accept = "application/json";
    }

    /// <summary>Adds a query parameter.</summary>
    /// <param name="name">The percent-encoded name.</param>
    /// <param name="value">The value. Null adds nothing, and a list repeats the parameter.</param>
    public void Query<T>(string name, T value)
    {
        if (IsComposite<T>())
        {
            ParameterFormatter.WritePairs(ref _url, ref _query, name, value, ApiParameterStyle.Exploded, allowReserved: false);
            return;
        }

        ParameterFormatter.WritePair(ref _url, ref _query, name, value);
    }

    /// <summary>Adds a query parameter of a value type, such as a number.</summary>
    /// <param name="name">The percent-encoded name.</param>
    /// <param name="value">The value. Null adds nothing.</param>
    public void Query<T>(string name, T? value)
        where T : struct
        => ParameterFormatter.WritePair(ref _url, ref _query, name, value);

    /// <summary>Adds a query parameter in a parameter style.</summary>
    /// <param name="name">The percent-encoded name.</param>
    /// <param name="value">The value. Null and empty collections add nothing.</param>
    /// <param name="style">The style.</param>
    /// <param name="allowReserved">Whether reserved characters stay as they are.</param>
    public void Query<T>(string name, T value, ApiParameterStyle style, bool allowReserved = false)
        => ParameterFormatter.WritePairs(ref _url, ref _query, name, value, style, allowReserved);

    /// <summary>Sets the query to a value without a name: JSON or the text, percent-encoded.</summary>
    /// <param name="value">The value. Null sets nothing.</param>
    /// <param name="style"><see cref="ApiParameterStyle.Json"/>, or another one for the text.</param>
    public void QueryString<T>(T value, ApiParameterStyle style)
    {
        if (value is not null && (style == ApiParameterStyle.Json ? CompositeValue.ToJson(value) : CompositeValue.Format(value)) is { } text)
        {
            _query.Write(ref _url);
            _url.WriteValue(text);
        }
    }

    /// <summary>Sets a request header.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value. Null sets nothing, and the items of a list are separated by commas.</param>
    /// <exception cref="ArgumentException">The value contains a line break or another control character.</exception>
    public void Header<T>(string name, T value) => Header(name, value, ApiParameterStyle.Simple);

    /// <summary>Sets a request header in a parameter style.</summary>
    public void Header<T>(string name, T value, ApiParameterStyle style)
    {
        if (ParameterFormatter.FormatLine(value, style) is { } text)
        {
            RejectControlCharacters(name, text);
            _hasHeaders = true;
            if (!_message.Headers.TryAddWithoutValidation(name, text))
            {
                (_contentHeaders ??= []).Add(new(name, text));
            }
        }
    }

    /// <summary>Adds a cookie.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value. Null adds nothing. Characters that a cookie cannot contain are percent-encoded.</param>
    public void Cookie<T>(string name, T value) => Cookie(name, value, ApiParameterStyle.Simple);

    /// <summary>Adds a cookie in a parameter style, or several.</summary>
    /// <exception cref="ArgumentException">
    /// The style <see cref="ApiParameterStyle.Cookie"/> or <see cref="ApiParameterStyle.CookieExploded"/> sends the value as it is, and a cookie cannot contain it.
    /// </exception>
    public void Cookie<T>(string name, T value, ApiParameterStyle style) => _cookies = CookieFormatter.Add(_cookies, name, value, style);

    /// <summary>Sets the accepted media types, if they are not just JSON. An <c>Accept</c> header of the caller has precedence.</summary>
    public void Accept(string mediaTypes) => _accept = mediaTypes;

    /// <summary>Streams the body of a successful response from the network, for <see cref="ApiResponse.Stream"/>.</summary>
    public void StreamResponse() => _isStream = true;

    /// <summary>Applies the caller's configuration of the call.</summary>
    /// <returns>The query parameters that the caller set, or null without a configuration.</returns>
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

    /// <summary>Applies headers and options. Headers of the caller replace those set before.</summary>
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
            if (option is PageRequest page)
            {
                _page = page;
                continue;
            }

            // Kiota's handlers look options up by this key.
            _message.Options.Set(new HttpRequestOptionsKey<IRequestOption>(option.GetType().FullName!), option);
        }
    }

    /// <summary>Applies the caller's configuration of the call, sends the request and reads the response.</summary>
    /// <param name="configure">The configuration, or null.</param>
    /// <param name="read">The reader of the result.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<TResult> SendAsync<TResult>(
        Action<RequestConfiguration<DefaultQueryParameters>>? configure, Func<ApiResponse, TResult> read, CancellationToken cancellationToken)
        where TResult : ApiResult
        => SendAsync(configure, read, cancellationToken, security: 0);

    /// <summary>Applies the caller's configuration of the call, sends the request and reads the response.</summary>
    /// <param name="configure">The configuration, or null.</param>
    /// <param name="read">The reader of the result.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="security">The position of the security requirement in the client's table; -1 to send no credentials.</param>
    public Task<TResult> SendAsync<TResult>(
        Action<RequestConfiguration<DefaultQueryParameters>>? configure, Func<ApiResponse, TResult> read, CancellationToken cancellationToken, int security)
        where TResult : ApiResult
    {
        Configure(configure);
        return SendAsync(read, cancellationToken, security);
    }

    /// <summary>Sends the request and reads the response.</summary>
    /// <param name="read">The reader of the result.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<TResult> SendAsync<TResult>(Func<ApiResponse, TResult> read, CancellationToken cancellationToken)
        where TResult : ApiResult
        => SendAsync(read, cancellationToken, security: 0);

    /// <summary>Sends the request and reads the response.</summary>
    /// <param name="read">The reader of the result.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="security">The position of the security requirement in the client's table; -1 to send no credentials.</param>
    public Task<TResult> SendAsync<TResult>(Func<ApiResponse, TResult> read, CancellationToken cancellationToken, int security)
        where TResult : ApiResult
    {
        _message.RequestUri = new Uri(_url.Written.ToString(), s_asWritten);
        _url.Release();
        if (_page is not null)
        {
            RequestPage(_page);
        }

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
        return _core.SendAsync(_message, security, _isStream, read, cancellationToken);
    }
}
