using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Samples.Http;

/// <summary>
/// Returns a documented error on request: <c>Prefer: code=404</c>. The mock server Prism supports the same header, so tests can use both servers.
/// </summary>
internal static class PreferredError
{
    private const string Prefix = "code=";

    public static void ThrowIfRequested(Operation operation, HttpRequest request)
    {
        string preference = request.Headers["Prefer"].ToString();
        if (preference.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(preference.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int status)
            && operation.Errors.FirstOrDefault(e => e.Status == status) is { } error)
        {
            throw new RefusedException(error);
        }
    }
}
