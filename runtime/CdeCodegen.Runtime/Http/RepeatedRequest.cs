using System.Net.Http.Headers;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Makes a request that can be sent after another one: an HttpClient sends each request object once.</summary>
internal static class RepeatedRequest
{
    /// <summary>Copies a request with another token. The copy takes over the content.</summary>
    internal static HttpRequestMessage Create(HttpRequestMessage request, string authorization)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
            Content = request.Content,
        };
        foreach ((string name, HeaderStringValues values) in request.Headers.NonValidated)
        {
            if (!name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            {
                copy.Headers.TryAddWithoutValidation(name, values);
            }
        }

        foreach ((string key, object? value) in request.Options)
        {
            copy.Options.Set(new HttpRequestOptionsKey<object?>(key), value);
        }

        copy.Headers.TryAddWithoutValidation("Authorization", authorization);
        return copy;
    }
}
