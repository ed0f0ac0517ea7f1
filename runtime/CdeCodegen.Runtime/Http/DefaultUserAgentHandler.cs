using System.Net.Http.Headers;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Adds the product to requests without a user agent.</summary>
/// <remarks>Kiota's handler also appends the product to a user agent that the document declares as a parameter or that the caller sets.</remarks>
internal sealed class DefaultUserAgentHandler : DelegatingHandler
{
    private static readonly ProductInfoHeaderValue s_product =
        new("CdeCodegen", typeof(DefaultUserAgentHandler).Assembly.GetName().Version!.ToString(3));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.Contains("User-Agent"))
        {
            request.Headers.UserAgent.Add(s_product);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
