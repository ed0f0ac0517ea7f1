using System.Net;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Follows redirects of GET and HEAD requests within the origin. Any other redirect is returned with its own status.</summary>
/// <remarks>
/// A response of another origin must not pass as one of the API. A redirected request of another method either is sent twice or, after status
/// 303, is no longer the request that the caller made.
/// </remarks>
internal sealed class SameOriginRedirectHandler : DelegatingHandler
{
    private const int MaxRedirects = 10;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        for (int count = 0; count < MaxRedirects && FindTarget(request, response) is { } target; count++)
        {
            response.Dispose();
            request.RequestUri = target;
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private static Uri? FindTarget(HttpRequestMessage request, HttpResponseMessage response)
    {
        bool isRedirect = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        if (!isRedirect || (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head))
        {
            return null;
        }

        Uri source = request.RequestUri!;
        return response.Headers.Location is { } location && Uri.TryCreate(source, location, out Uri? target) && IsSameOrigin(source, target) ? target : null;
    }

    private static bool IsSameOrigin(Uri left, Uri right)
        => right.UserInfo.Length == 0
            && Uri.Compare(left, right, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
