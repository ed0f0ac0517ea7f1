using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CdeCodegen.Runtime.Generated;

/// <summary>The URL of a request without its query, built from an interpolated string such as <c>$"/connectors/{publicId}"</c>. For generated code.</summary>
/// <remarks>The literal parts must be percent-encoded already. Values are encoded here and cannot leave their segment.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[InterpolatedStringHandler]
public ref struct ApiPath
{
    private readonly int _pathStart;
    private UrlWriter _url;

    /// <summary>Starts a URL.</summary>
    /// <param name="literalLength">Passed by the compiler.</param>
    /// <param name="formattedCount">Passed by the compiler.</param>
    /// <param name="core">The client.</param>
    /// <exception cref="InvalidOperationException">There is no base URL.</exception>
    public ApiPath(int literalLength, int formattedCount, ApiClientCore core)
        : this(core.BaseUrl)
    {
    }

    /// <summary>Starts the URL of an operation that declares its own server.</summary>
    /// <param name="literalLength">Passed by the compiler.</param>
    /// <param name="formattedCount">Passed by the compiler.</param>
    /// <param name="core">The client.</param>
    /// <param name="server">The server of the operation, without a trailing slash, or a path on the host of the base URL.</param>
    public ApiPath(int literalLength, int formattedCount, ApiClientCore core, string server)
        : this(core.ServerUrl(server))
    {
    }

    private ApiPath(string baseUrl)
    {
        _url = UrlWriter.Start();
        _url.WriteLiteral(baseUrl);
        _pathStart = _url.Length;
    }

    /// <summary>Appends a part of the path that is already percent-encoded.</summary>
    public void AppendLiteral(string literal)
    {
        if (_url.Length == _pathStart && !literal.StartsWith('/'))
        {
            _url.WriteLiteral('/');
        }

        _url.WriteLiteral(literal);
    }

    /// <summary>Appends a value, percent-encoded. The items of a list are separated by commas.</summary>
    /// <exception cref="ArgumentException">
    /// The value is null or empty, or a dot segment, which would change the path. Enumerations may be empty, because some documents define that value.
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
            throw CreateException(start);
        }
    }

    /// <summary>Appends a value in a parameter style.</summary>
    /// <param name="value">A scalar, a list or a map.</param>
    /// <param name="format">
    /// The name of an <see cref="ApiParameterStyle"/>. If the style writes the name of the parameter, it follows after a space, percent-encoded.
    /// </param>
    /// <exception cref="ArgumentException">The value is null, empty, or a dot segment.</exception>
    public void AppendFormatted<T>(T value, string format)
    {
        int blank = format.IndexOf(' ');
        AppendStyled(value, Enum.Parse<ApiParameterStyle>(blank < 0 ? format : format.AsSpan(0, blank)), blank < 0 ? "" : format[(blank + 1)..]);
    }

    internal readonly UrlWriter Take() => _url;

    private void AppendStyled<T>(T value, ApiParameterStyle style, string name = "")
    {
        int start = _url.Length;
        if (!PathSegmentFormatter.Write(ref _url, value, style, name) || HasDotSegment(_url.Written[start..]))
        {
            throw CreateException(start);
        }
    }

    /// <summary>Whether a segment would make a server or a proxy leave the path: a dot segment, also an escaped one.</summary>
    private static bool HasDotSegment(ReadOnlySpan<char> path)
    {
        while (true)
        {
            int end = path.IndexOf('/');
            ReadOnlySpan<char> segment = end < 0 ? path : path[..end];
            bool isDots = segment is "." or ".."
                || (segment.Contains('%') && segment.ToString().Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..");
            if (isDots)
            {
                return true;
            }

            if (end < 0)
            {
                return false;
            }

            path = path[(end + 1)..];
        }
    }

    private readonly ArgumentException CreateException(int start)
    {
        string problem = _url.Length == start ? "is null or empty" : "is a dot segment";
        return new($"The value after '{_url.Written[_pathStart..start]}' in the path {problem}, so the request would go to another URL.");
    }
}
