using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace CdeCodegen.Samples;

/// <summary>A request as it arrived.</summary>
/// <param name="OperationId">The operation it reached.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">The address below the server's, as sent.</param>
/// <param name="Headers">Headers by name, ignoring case.</param>
/// <param name="Body">The body, empty for none.</param>
public sealed record RecordedRequest(
    string OperationId, string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    internal static async Task<RecordedRequest> ReadAsync(string operationId, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return new(
            operationId,
            request.Method,
            request.GetEncodedPathAndQuery(),
            request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
    }
}
