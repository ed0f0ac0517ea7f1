using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CdeCodegen.Samples.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CdeCodegen.Samples.Http;

/// <summary>A request that is being carried out: who asks, for what, and the store.</summary>
internal sealed class Call
{
    private readonly HttpContext _context;
    private readonly RecordedRequest _request;

    private Call(HttpContext context, RecordedRequest request, Store store, CdeUser user, IFormFileCollection files)
    {
        _context = context;
        _request = request;
        Store = store;
        User = user;
        Files = files;
    }

    public Store Store { get; }

    public CdeUser User { get; }

    /// <summary>The files of a form; none when the request is no form.</summary>
    public IFormFileCollection Files { get; }

    public Uri Host => new($"{_context.Request.Scheme}://{_context.Request.Host}");

    public static async Task<Call> ReadAsync(HttpContext context, RecordedRequest request, Store store, CdeUser user)
    {
        context.Request.Body = new MemoryStream(request.Body.ToArray());
        IFormFileCollection files = context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync(context.RequestAborted)).Files
            : new FormFileCollection();
        return new(context, request, store, user, files);
    }

    /// <summary>A path parameter that is a uuid; anything else is as good as unknown.</summary>
    public Guid Id(string name, string notFound = Refusal.ConnectorNotFound) =>
        Guid.TryParseExact(Text(name), "D", out Guid id) ? id : throw Refusal.NotFound(notFound);

    /// <summary>A path parameter.</summary>
    public string Text(string name) => (string)_context.GetRouteValue(name)!;

    /// <summary>A query parameter, or null when it is absent or empty.</summary>
    public string? Query(string name) => _context.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>A query parameter that is a uuid.</summary>
    public Guid? QueryId(string name) => Query(name) switch
    {
        null => null,
        { } text when Guid.TryParseExact(text, "D", out Guid id) => id,
        _ => throw Refusal.Invalid(Refusal.BadRequest, (name, "This is not a valid UUID.")),
    };

    /// <summary>A query parameter that counts something.</summary>
    public int QueryNumber(string name, int otherwise, int least) => Query(name) switch
    {
        null => otherwise,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least => number,
        _ => throw Refusal.Invalid(Refusal.BadRequest, (name, $"This value should be an integer of at least {least}.")),
    };

    /// <summary>The JSON object of the body.</summary>
    public JsonObject Body()
    {
        if (!_context.Request.HasJsonContentType())
        {
            throw new Refusal(Answer.Message(StatusCodes.Status415UnsupportedMediaType, "Expected application/json."));
        }

        try
        {
            return JsonNode.Parse(_request.Body.Span) as JsonObject ?? throw Refusal.Invalid();
        }
        catch (JsonException)
        {
            throw Refusal.Invalid();
        }
    }
}
