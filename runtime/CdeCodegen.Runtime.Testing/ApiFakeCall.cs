using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Testing;

/// <summary>A call that a fake received.</summary>
public sealed class ApiFakeCall
{
    private readonly Dictionary<string, ApiFakeValues> _query = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiFakeValues> _headers = new(StringComparer.OrdinalIgnoreCase);

    private ApiFakeCall(Type resultType, ApiResultAttribute? operation, HttpRequestMessage request, byte[] content)
    {
        ResultType = resultType;
        Method = request.Method.Method;
        Path = request.RequestUri!.AbsolutePath;
        Operation = operation?.Operation ?? resultType.Name;
        Template = operation?.Template ?? Path;
        Content = content;
        ReadQuery(request.RequestUri.Query);
        ReadHeaders(request.Headers.NonValidated);
        if (request.Content is not null)
        {
            ReadHeaders(request.Content.Headers.NonValidated);
        }

        Body = ReadBody();
    }

    /// <summary>The operationId, or the method and path of an operation without one.</summary>
    public string Operation { get; }

    /// <summary>The HTTP method in upper case.</summary>
    public string Method { get; }

    /// <summary>The path with its values, percent-encoded, without the path of the server.</summary>
    public string Path { get; }

    /// <summary>The path as written in the API's document.</summary>
    public string Template { get; }

    /// <summary>The query parameters by name, decoded. Names are case-sensitive.</summary>
    public IReadOnlyDictionary<string, ApiFakeValues> Query => _query;

    /// <summary>The headers by name, those of the body included. Names are case-insensitive. A fake asks for no credentials, so there are none.</summary>
    public IReadOnlyDictionary<string, ApiFakeValues> Headers => _headers;

    /// <summary>The body as JSON.</summary>
    /// <value>An element of the kind <see cref="JsonValueKind.Undefined"/> if the call has no body or the body is not JSON.</value>
    public JsonElement Body { get; }

    /// <summary>The bytes of the body; empty if there is none.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The body as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Content.Span);

    internal Type ResultType { get; }

    /// <summary>The method and the path.</summary>
    public override string ToString() => Method + " " + Path;

    internal static async Task<ApiFakeCall> ReadAsync(
        Type resultType, ApiResultAttribute? operation, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] content = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return new ApiFakeCall(resultType, operation, request, content);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private void ReadQuery(string query)
    {
        foreach (string pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            Add(_query, Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..]));
        }
    }

    private void ReadHeaders(HttpHeadersNonValidated headers)
    {
        foreach ((string name, HeaderStringValues values) in headers)
        {
            foreach (string value in values)
            {
                Add(_headers, name, value);
            }
        }
    }

    private static void Add(Dictionary<string, ApiFakeValues> target, string name, string value)
    {
        if (!target.TryGetValue(name, out ApiFakeValues? values))
        {
            target.Add(name, values = new ApiFakeValues());
        }

        values.Add(value);
    }

    private JsonElement ReadBody()
    {
        string mediaType = (_headers.GetValueOrDefault("Content-Type")?.ToString() ?? "").Split(';')[0].Trim();
        bool isJson = mediaType.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
        if (!isJson || Content.IsEmpty)
        {
            return default;
        }

        using var document = JsonDocument.Parse(Content);
        return document.RootElement.Clone();
    }
}
