using System.Globalization;
using System.Text.RegularExpressions;

namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>An operation of a <see cref="RawDocument"/>.</summary>
internal sealed class RawOperation
{
    private readonly RawDocument _document;
    private readonly SpecNode _node;
    private readonly Regex _path;

    public RawOperation(RawDocument document, string method, string path, SpecNode item, SpecNode node)
    {
        _document = document;
        _node = node;
        Method = method;
        Path = path;
        Id = node["operationId"]?.Text;

        var parameters = new Dictionary<(string?, string?), SpecNode>();
        foreach (SpecNode parameter in (item["parameters"]?.Items ?? []).Concat(node["parameters"]?.Items ?? []))
        {
            if (document.Resolve(parameter) is { } resolved)
            {
                parameters[(resolved["in"]?.Text, resolved["name"]?.Text)] = resolved;
            }
        }

        Parameters = [.. parameters.Values];

        // A query string or fragment in a template does not belong to the path.
        string template = Regex.Replace(path, "[?#].*$", "");
        IEnumerable<string> parts = Regex.Split(template, @"(\{[^{}]+\})").Select(static part =>
            part.StartsWith('{') && part.EndsWith('}') ? ".*?" : Regex.Escape(Uri.UnescapeDataString(part)));
        // The base URL does not replace the server of an operation.
        string start = (node["servers"] ?? item["servers"]) is null ? "/base" : ".*";
        _path = new Regex($"^{start}{string.Concat(parts)}$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    public string Method { get; }

    public string Path { get; }

    public string? Id { get; }

    public IReadOnlyList<SpecNode> Parameters { get; }

    public bool RequiresBody => _document.Resolve(_node["requestBody"])?["required"]?.Text == "true";

    /// <summary>Whether the generator uses this label for the operation.</summary>
    public bool HasLabel(string label) => label == Id || string.Equals(label, Method + " " + Path, StringComparison.OrdinalIgnoreCase);

    public bool Matches(HttpRequestMessage request) =>
        string.Equals(request.Method.Method, Method, StringComparison.OrdinalIgnoreCase)
        && _path.IsMatch(Uri.UnescapeDataString(request.RequestUri!.AbsolutePath));

    /// <summary>The response with the key <c>404</c>, <c>4XX</c> or <c>default</c>, for example.</summary>
    public SpecNode? Response(string status) =>
        _document.Resolve(_node["responses"]?.Members.FirstOrDefault(member => string.Equals(member.Name, status, StringComparison.OrdinalIgnoreCase)).Value);

    /// <summary>Whether this file describes no response, so that any response is as documented.</summary>
    public bool HasNoResponse => (_node["responses"]?.Members ?? []).All(member => _document.Resolve(member.Value) is null);

    /// <summary>A status code that belongs to the response key and to no other one.</summary>
    public int StatusOf(string @case)
    {
        string[] documented = [.. (_node["responses"]?.Members ?? []).Select(member => member.Name.ToUpperInvariant())];
        if (int.TryParse(@case, NumberStyles.None, CultureInfo.InvariantCulture, out int exact))
        {
            return exact;
        }

        IEnumerable<int> candidates = @case == "default" ? [500, 418, 299, 399, 599] : Enumerable.Range(0, 100).Select(i => ((@case[0] - '0') * 100) + i);
        return candidates.First(status => !documented.Contains(status.ToString(CultureInfo.InvariantCulture))
            && (@case != "default" || !documented.Contains(status / 100 + "XX")));
    }

    /// <summary>The media type to answer with, and its schema; null for a response without a body.</summary>
    /// <param name="response">The response.</param>
    /// <param name="accept">The media types that the request asks for, the preferred ones first; JSON is preferred without any.</param>
    public (string MediaType, SpecNode? Schema)? Content(SpecNode response, string[] accept)
    {
        if (_document.IsSwagger)
        {
            if (response["schema"] is null)
            {
                return null;
            }

            // Null if the schema is in another file. Any body is accepted then.
            SpecNode? schema = _document.Resolve(response["schema"]);
            string[] produces = [.. ((_node["produces"] ?? _document.Produces)?.Items ?? []).Select(item => item.Text)];
            if (schema?["type"]?.Text == "file")
            {
                return (Asked(produces, accept) ?? produces.FirstOrDefault(type => !IsJson(type)) ?? "application/octet-stream", null);
            }

            // Servers send an object as JSON, even if the operation produces pictures.
            string mediaType = Asked(produces, accept) ?? Preferred(produces) ?? "application/json";
            bool isText = Regex.IsMatch(mediaType, "^text/(?!plain)|xml|yaml", RegexOptions.IgnoreCase);
            return (!isText && !produces.Any(IsJson) && HasStructure(schema) ? "application/json" : mediaType, schema);
        }

        SpecMember[] content = response["content"]?.Members ?? [];
        string[] types = [.. content.Select(member => member.Name)];
        string? chosen = Asked(types, accept) ?? Preferred(types);
        SpecNode? media = content.FirstOrDefault(member => member.Name == chosen).Value;
        SpecNode? described = _document.Resolve(media)?["schema"];

        // Servers send an error as ordinary JSON, even if the operation streams events.
        return chosen is null ? null : (accept.Length == 0 && chosen == "text/event-stream" && HasStructure(described) ? "application/json" : WithoutWildcards(chosen), described);
    }

    /// <summary>Whether a value of the schema is sent as JSON under this media type.</summary>
    public bool IsSentAsJson(string mediaType, SpecNode? schema) =>
        IsJson(mediaType) || (HasStructure(schema) && Regex.IsMatch(mediaType, @"^(text/plain|application/vnd\.(?!.*(xml|\+json|ms-|officedocument|oasis)).*)$"));

    private bool HasStructure(SpecNode? schema) =>
        _document.Resolve(schema) is { } resolved && (resolved["properties"] is not null || resolved["allOf"] is not null || resolved["type"]?.Text is "object" or "array");

    private static string? Asked(string[] types, string[] accept) => accept.FirstOrDefault(types.Contains);

    public static bool IsJson(string mediaType) =>
        Regex.IsMatch(mediaType, @"^(\*/\*|application/\*|(application|text)/json|[^;]*[+/]json)\s*(;|$)", RegexOptions.IgnoreCase);

    private static string WithoutWildcards(string mediaType) => mediaType
        .Replace("*/*", "application/json", StringComparison.Ordinal)
        .Replace("application/*", "application/json", StringComparison.Ordinal)
        .Replace("/*", "/plain", StringComparison.Ordinal);

    private static string? Preferred(string[] mediaTypes) =>
        mediaTypes.FirstOrDefault(type => type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) && IsJson(type))
        ?? mediaTypes.FirstOrDefault(IsJson)
        ?? mediaTypes.FirstOrDefault(static type =>
            type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.EndsWith("xml", StringComparison.OrdinalIgnoreCase))
        ?? mediaTypes.FirstOrDefault();
}
