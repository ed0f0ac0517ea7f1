using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace CdeCodegen.Samples;

/// <summary>A request that the server received.</summary>
/// <param name="OperationId">The operation that handled it.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">The path and query, as sent.</param>
/// <param name="Headers">The headers by name, case-insensitive.</param>
/// <param name="Body">The body. Empty if there is none.</param>
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
