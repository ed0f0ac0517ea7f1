using System.Text;
using System.Text.Json;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>Whether a request has what its operation asks for. Method and path have been compared by finding the operation.</summary>
internal static class RequestCheck
{
    public static void Check(RawOperation operation, RawDocument document, HttpRequestMessage request, byte[]? body)
    {
        string[] names = [.. request.RequestUri!.Query.TrimStart('?').Split('&').Select(pair => Uri.UnescapeDataString(pair.Split('=')[0]))];
        foreach (SpecNode parameter in operation.Parameters.Where(parameter => parameter["required"]?.Text == "true"))
        {
            string name = parameter["name"]?.Text ?? "";
            bool isThere = parameter["in"]?.Text switch
            {
                "query" => IsLaidOut(document, parameter) || names.Any(sent => sent == name || sent.StartsWith(name + "[", StringComparison.Ordinal)),
                "header" => IsOurs(name) || request.Headers.NonValidated.Contains(name) || request.Content?.Headers.NonValidated.Contains(name) == true,
                "cookie" => request.Headers.TryGetValues("Cookie", out IEnumerable<string>? cookies) && cookies.Any(text => text.Contains(name + "=", StringComparison.Ordinal)),
                "body" => body is { Length: > 0 },
                _ => true,
            };
            if (!isThere)
            {
                throw new RoundTripException("a required parameter is missing", $"{parameter["in"]?.Text} {name} in {request.RequestUri.PathAndQuery}");
            }
        }

        if (operation.RequiresBody && body is null)
        {
            throw new RoundTripException("the required body is missing", request.RequestUri.PathAndQuery);
        }

        if (body is not null && request.Content!.Headers.ContentType is { MediaType: { } mediaType } && RawOperation.IsJson(mediaType))
        {
            try
            {
                using var parsed = JsonDocument.Parse(body);
            }
            catch (JsonException exception)
            {
                throw new RoundTripException("what is sent is no JSON", exception.Message + " " + Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 200))));
            }
        }
    }

    /// <summary>Headers that HTTP itself takes care of, and documents must not describe.</summary>
    private static bool IsOurs(string name) => name.ToLowerInvariant() is "accept" or "content-type" or "authorization";

    /// <summary>An object whose members are parameters of their own: its name is nowhere.</summary>
    private static bool IsLaidOut(RawDocument document, SpecNode parameter) =>
        parameter["schema"] is { } schema && parameter["style"]?.Text is null or "form" && parameter["explode"]?.Text != "false"
        && new SchemaView(document, [schema], null).Type == "object";
}
