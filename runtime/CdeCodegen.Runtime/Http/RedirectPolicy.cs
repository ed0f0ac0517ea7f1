using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace CdeCodegen.Runtime.Internal;

/// <summary>What Kiota's redirect handler may follow, and what goes along. A redirect that is not followed surfaces with its own status.</summary>
internal static class RedirectPolicy
{
    internal static RedirectHandlerOption Create() => new()
    {
        ShouldRedirect = ShouldFollow,
        AllowRedirectOnSchemeChange = true,
        ScrubSensitiveHeaders = Scrub,
    };

    private static bool ShouldFollow(HttpResponseMessage response)
    {
        if (response.Headers.Location is not { } location || response.RequestMessage is not { RequestUri: { } from } request)
        {
            return false;
        }

        var to = new Uri(from, location);
        if (to.Scheme != Uri.UriSchemeHttps && (to.Scheme != Uri.UriSchemeHttp || from.Scheme == Uri.UriSchemeHttps))
        {
            return false;
        }

        // The handler puts a relative location after the host without looking: hand it an absolute one.
        response.Headers.Location = to;
        return request.Content is null || ContentReplay.IsPossible(request.Content) || response.StatusCode == System.Net.HttpStatusCode.SeeOther;
    }

    /// <summary>Another origin gets no credential of any kind: API keys travel in headers whose names we cannot know, so only harmless ones stay.</summary>
    private static void Scrub(HttpRequestMessage request, Uri from, Func<Uri, Uri?>? proxy)
    {
        Uri to = request.RequestUri!;
        if (Uri.Compare(from, to, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0)
        {
            return;
        }

        foreach (string name in request.Headers.NonValidated.Select(header => header.Key).ToArray())
        {
            if (name is not ("Accept" or "Accept-Encoding" or "Accept-Language" or "User-Agent" or "Range" or "traceparent" or "tracestate"))
            {
                request.Headers.Remove(name);
            }
        }
    }
}
