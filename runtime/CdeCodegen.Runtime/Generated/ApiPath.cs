using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CdeCodegen.Runtime.Generated;

/// <summary>A request's URL up to its query, written from an interpolated string: <c>$"/connectors/{publicId}"</c>. For generated code.</summary>
/// <remarks>What stands in the string is percent-encoded already; what is filled in is encoded here and cannot leave its segment.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[InterpolatedStringHandler]
public ref struct ApiPath
{
    private readonly int _pathStart;
    private UrlWriter _url;

    /// <summary>Begins the URL.</summary>
    /// <param name="literalLength">Given by the compiler.</param>
    /// <param name="formattedCount">Given by the compiler.</param>
    /// <param name="core">The client's.</param>
    /// <exception cref="InvalidOperationException">There is no base URL.</exception>
    public ApiPath(int literalLength, int formattedCount, ApiClientCore core)
        : this(core.BaseUrl)
    {
    }

    /// <summary>Begins the URL of an operation that has a server of its own.</summary>
    /// <param name="literalLength">Given by the compiler.</param>
    /// <param name="formattedCount">Given by the compiler.</param>
    /// <param name="core">The client's.</param>
    /// <param name="server">The operation's server, without a slash at its end; a base URL of the caller comes first.</param>
    public ApiPath(int literalLength, int formattedCount, ApiClientCore core, string server)
        : this(core.BaseUrlOr(server))
    {
    }

    private ApiPath(string baseUrl)
    {
        _url = UrlWriter.Start();
        _url.WriteLiteral(baseUrl);
        _pathStart = _url.Length;
    }

    /// <summary>Writes a part of the path that is already percent-encoded.</summary>
    public void AppendLiteral(string literal)
    {
        if (_url.Length == _pathStart && !literal.StartsWith('/'))
        {
            _url.WriteLiteral('/');
        }

        _url.WriteLiteral(literal);
    }

    /// <summary>Writes a path value, percent-encoded. A list is joined by commas.</summary>
    /// <exception cref="ArgumentException">
    /// It is empty, or a dot segment, which would make the path another one. Only an enumeration may be empty: some documents have that value.
    /// </exception>
    public void AppendFormatted<T>(T value)
    {
        if (ApiRequest.IsComposite<T>())
        {
            AppendStyled(value, ApiParameterStyle.Simple);
            return;
        }

        int start = _url.Length;
        if (!_url.TryWriteScalar(value) || (_url.Length == start && value is not IApiEnum) || _url.Written[start..] is "." or "..")
        {
            throw Bad(start);
        }
    }

    /// <summary>Writes a path value that is laid out by a style.</summary>
    /// <param name="value">A scalar, a list or a map.</param>
    /// <param name="format">The name of an <see cref="ApiParameterStyle"/>; behind a blank, the percent-encoded name of the parameter, where the style writes
    /// it.</param>
    /// <exception cref="ArgumentException">It is empty, or a dot segment.</exception>
    public void AppendFormatted<T>(T value, string format)
    {
        int blank = format.IndexOf(' ');
        AppendStyled(value, Enum.Parse<ApiParameterStyle>(blank < 0 ? format : format.AsSpan(0, blank)), blank < 0 ? "" : format[(blank + 1)..]);
    }

    internal readonly UrlWriter Take() => _url;

    private void AppendStyled<T>(T value, ApiParameterStyle style, string name = "")
    {
        int start = _url.Length;
        if (!PathSegmentFormatter.Write(ref _url, value, style, name) || _url.Written[start..] is "." or "..")
        {
            throw Bad(start);
        }
    }

    private readonly ArgumentException Bad(int start)
    {
        string problem = _url.Length == start ? "is null or empty" : "is a dot segment";
        return new($"The value after '{_url.Written[_pathStart..start]}' in the path {problem}: the request would go to another URL.");
    }
}
