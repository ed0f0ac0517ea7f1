namespace CdeCodegen.Runtime.OAuth.Tests.Support;

/// <summary>A browser without a window: goes where it is sent, and says where it ended.</summary>
internal static class TestBrowser
{
    /// <summary>Gives the address that the server sends the user back to, without going there.</summary>
    public static async Task<Uri> AuthorizeAsync(AuthorizationRequest request, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using HttpResponseMessage response = await http.GetAsync(request.Url, cancellationToken);
        return response.Headers.Location ?? throw new InvalidOperationException($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
    }

    /// <summary>Goes there too.</summary>
    public static async Task<HttpResponseMessage> VisitAsync(Uri url)
    {
        using var http = new HttpClient();
        return await http.GetAsync(url);
    }
}
