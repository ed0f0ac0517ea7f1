using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Samples.Http;

/// <summary>Authenticates bearer tokens.</summary>
internal static class Authentication
{
    private const string Scheme = "Bearer ";

    public static CdeUser? Authenticate(HttpRequest request)
    {
        string header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? CdeSeed.Users.FirstOrDefault(u => u.Token == header[Scheme.Length..].Trim())
            : null;
    }
}
