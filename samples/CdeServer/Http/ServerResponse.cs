using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Samples.Http;

/// <summary>A status and a JSON body.</summary>
internal sealed record ServerResponse(int Status, JsonObject Body)
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Creates a response with a message only.</summary>
    public static ServerResponse Message(int status, string message) => new(status, new JsonObject { ["message"] = message });

    /// <summary>Creates a success response: a message, the resource type, and the data. Some operations omit the resource type.</summary>
    public static ServerResponse Item(int status, string message, string? resource, JsonNode data)
    {
        var body = new JsonObject { ["message"] = message };
        if (resource is not null)
        {
            body["resource"] = resource;
        }

        body["data"] = data.DeepClone();
        return new(status, body);
    }

    /// <summary>Creates a page of a list.</summary>
    public static ServerResponse Page(string resource, IReadOnlyList<JsonObject> all, int from, int limit)
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

    /// <summary>Creates a 400. Like the API, it writes <c>errors</c> as an empty array if there are none, and as an object otherwise.</summary>
    public static ServerResponse Invalid(string message, params (string Member, string Error)[] errors) => new(StatusCodes.Status400BadRequest, new JsonObject
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
