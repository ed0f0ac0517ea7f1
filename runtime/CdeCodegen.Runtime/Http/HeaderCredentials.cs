namespace CdeCodegen.Runtime.Internal;

/// <summary>Adds user name and password: the HTTP scheme <c>basic</c>.</summary>
internal sealed class BasicHeader(BasicCredential credential, bool allowHttp) : RequestCredential(credential.AllowedHosts, allowHttp)
{
    protected override ValueTask AddCoreAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        AddHeader(request, "Authorization", credential.HeaderValue);
        return default;
    }
}

/// <summary>Adds the value of the <c>Authorization</c> header that the user computes: every other HTTP scheme.</summary>
internal sealed class ComputedHeader(Func<HttpRequestMessage, CancellationToken, ValueTask<string>> getValue, bool allowHttp) : RequestCredential(null, allowHttp)
{
    protected override async ValueTask AddCoreAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        AddHeader(request, "Authorization", await getValue(request, cancellationToken).ConfigureAwait(false));
}
