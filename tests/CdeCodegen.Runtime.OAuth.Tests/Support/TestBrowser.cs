namespace CdeCodegen.Runtime.OAuth.Tests.Support;

/// <summary>Plays the part of the browser and of the user in it.</summary>
internal static class TestBrowser
{
    /// <summary>Requests authorization and returns the redirect without following it.</summary>
    public static async Task<Uri> AuthorizeAsync(AuthorizationRequest request, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using HttpResponseMessage response = await http.GetAsync(request.Url, cancellationToken);
        return response.Headers.Location
            ?? throw new InvalidOperationException($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
    }

    /// <summary>Requests an address and follows redirects.</summary>
    public static async Task<HttpResponseMessage> VisitAsync(Uri url)
    {
        using var http = new HttpClient();
        return await http.GetAsync(url);
    }
}
