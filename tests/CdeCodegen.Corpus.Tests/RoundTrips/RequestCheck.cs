using System.Text;
using System.Text.Json;

namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>Checks the parameters and the body of a request against its operation, which was found by method and path.</summary>
internal static class RequestCheck
{
    /// <param name="body">Null for a request without content.</param>
    public static void Check(RawOperation operation, RawDocument document, HttpRequestMessage request, byte[]? body)
    {
        string[] names = [.. request.RequestUri!.Query.TrimStart('?').Split('&').Select(pair => Uri.UnescapeDataString(pair.Split('=')[0]))];
        foreach (SpecNode parameter in operation.Parameters.Where(parameter => parameter["required"]?.Text == "true"))
        {
            string name = parameter["name"]?.Text ?? "";
            bool isPresent = parameter["in"]?.Text switch
            {
                "query" => IsExploded(document, parameter) || names.Any(sent => sent == name || sent.StartsWith(name + "[", StringComparison.Ordinal)),
                "header" => IsReserved(name) || request.Headers.NonValidated.Contains(name) || request.Content?.Headers.NonValidated.Contains(name) == true,
                "cookie" => IsExploded(document, parameter) || request.Headers.TryGetValues("Cookie", out IEnumerable<string>? cookies)
                    && cookies.Any(cookie => cookie.Contains(name + "=", StringComparison.Ordinal)),
                "body" => body is { Length: > 0 },
                _ => true,
            };
            if (!isPresent)
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
                string start = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 200)));
                throw new RoundTripException("an invalid JSON request body", exception.Message + " " + start);
            }
        }
    }

    /// <summary>Whether OpenAPI ignores header parameters of this name.</summary>
    private static bool IsReserved(string name) => name.ToLowerInvariant() is "accept" or "content-type" or "authorization";

    /// <summary>Whether every member of an object is a parameter of its own, so that the name of the object does not occur.</summary>
    private static bool IsExploded(RawDocument document, SpecNode parameter) =>
        parameter["schema"] is { } schema && parameter["style"]?.Text is null or "form" or "cookie" && parameter["explode"]?.Text != "false"
        && new SchemaView(document, [schema], null).Type == "object";
}
