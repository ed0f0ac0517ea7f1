using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Samples.Http;

/// <summary>A status and a JSON body.</summary>
internal sealed record Answer(int Status, JsonObject Body)
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A body that holds only a message.</summary>
    public static Answer Message(int status, string message) => new(status, new JsonObject { ["message"] = message });

    /// <summary>The usual success: a message, the kind of thing, the thing. Some operations leave the kind out.</summary>
    public static Answer Item(int status, string message, string? resource, JsonNode data)
    {
        var body = new JsonObject { ["message"] = message };
        if (resource is not null)
        {
            body["resource"] = resource;
        }

        body["data"] = data.DeepClone();
        return new(status, body);
    }

    /// <summary>One page of a list.</summary>
    public static Answer Page(string resource, IReadOnlyList<JsonObject> all, int from, int limit)
    {
        JsonNode[] page = all.Skip(from).Take(limit).Select(item => item.DeepClone()).ToArray();
        return new(StatusCodes.Status200OK, new JsonObject
        {
            ["data"] = new JsonArray(page),
            ["metadata"] = new JsonObject
            {
                ["from"] = from,
                ["limit"] = limit,
                ["count"] = page.Length,
                ["total"] = all.Count,
                ["next"] = null,
            },
            ["message"] = "successful operation",
            ["resource"] = resource,
        });
    }

    /// <summary>A 400. Without errors the member is an empty list, with errors an object.</summary>
    public static Answer Invalid(string message, params (string Member, string Error)[] errors) => new(StatusCodes.Status400BadRequest, new JsonObject
    {
        ["message"] = message,
        ["errors"] = errors.Length == 0
            ? new JsonArray()
            : new JsonObject(errors.Select(e => KeyValuePair.Create(e.Member, (JsonNode?)e.Error))),
    });

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(Body, s_options), context.RequestAborted);
    }
}
