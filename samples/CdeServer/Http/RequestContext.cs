using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CdeCodegen.Samples.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CdeCodegen.Samples.Http;

/// <summary>The context of a request: the user, the parameters, the body and the store.</summary>
internal sealed class RequestContext
{
    private readonly HttpContext _context;
    private readonly RecordedRequest _request;

    private RequestContext(HttpContext context, RecordedRequest request, Store store, CdeUser user, IFormFileCollection files)
    {
        _context = context;
        _request = request;
        Store = store;
        User = user;
        Files = files;
    }

    public Store Store { get; }

    public CdeUser User { get; }

    /// <summary>The files of a form. Empty if the request is not a form.</summary>
    public IFormFileCollection Files { get; }

    public Uri Host => new($"{_context.Request.Scheme}://{_context.Request.Host}");

    public static async Task<RequestContext> ReadAsync(HttpContext context, RecordedRequest request, Store store, CdeUser user)
    {
        context.Request.Body = new MemoryStream(request.Body.ToArray());
        IFormFileCollection files = context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync(context.RequestAborted)).Files
            : new FormFileCollection();
        return new(context, request, store, user, files);
    }

    /// <summary>Reads a UUID from the path. A value that is not a UUID is a 404.</summary>
    public Guid Id(string name, string notFound = RefusedException.ConnectorNotFound) =>
        Guid.TryParseExact(Text(name), "D", out Guid id) ? id : throw RefusedException.NotFound(notFound);

    /// <summary>Reads a path parameter.</summary>
    public string Text(string name) => (string)_context.GetRouteValue(name)!;

    /// <summary>Reads a query parameter. Null if it is absent or empty.</summary>
    public string? Query(string name) => _context.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>Reads a UUID from the query. Null if it is absent or empty.</summary>
    public Guid? QueryId(string name) => Query(name) switch
    {
        null => null,
        { } text when Guid.TryParseExact(text, "D", out Guid id) => id,
        _ => throw RefusedException.Invalid(RefusedException.BadRequest, (name, "This is not a valid UUID.")),
    };

    /// <summary>Reads an integer from the query.</summary>
    public int QueryNumber(string name, int defaultValue, int minimum) => Query(name) switch
    {
        null => defaultValue,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= minimum => number,
        _ => throw RefusedException.Invalid(RefusedException.BadRequest, (name, $"This value should be an integer of at least {minimum}.")),
    };

    /// <summary>Parses the body as a JSON object.</summary>
    public JsonObject ReadBody()
    {
        if (!_context.Request.HasJsonContentType())
        {
            throw new RefusedException(ServerResponse.Message(StatusCodes.Status415UnsupportedMediaType, "Expected application/json."));
        }

        try
        {
            return JsonNode.Parse(_request.Body.Span) as JsonObject ?? throw RefusedException.Invalid();
        }
        catch (JsonException)
        {
            throw RefusedException.Invalid();
        }
    }
}
