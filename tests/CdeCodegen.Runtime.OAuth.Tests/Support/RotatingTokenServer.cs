using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CdeCodegen.Runtime.OAuth.Tests.Support;

/// <summary>
/// A token endpoint in memory that rotates refresh tokens. It revokes everything when a refresh token is used twice, as RFC 9700, 4.14 demands of servers.
/// It processes a request on arrival, even if the client cancels before the response.
/// </summary>
internal sealed class RotatingTokenServer : HttpMessageHandler
{
    private readonly object _lock = new();
    private int _issued;
    private int _inFlight;
    private string? _refreshToken;

    /// <summary>Gets or sets the value of <c>expires_in</c> as JSON.</summary>
    public string ExpiresIn { get; set; } = "3600";

    /// <summary>Gets or sets what happens between processing a request and responding.</summary>
    public Func<CancellationToken, Task>? BeforeResponse { get; set; }

    /// <summary>Gets the grant types of the requests, in order.</summary>
    public List<string> Grants { get; } = [];

    public int MaxInFlight { get; private set; }

    public bool RefreshTokenReused { get; private set; }

    public HttpClient CreateClient() => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Dictionary<string, StringValues> form = QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken));
        HttpResponseMessage response;
        lock (_lock)
        {
            MaxInFlight = Math.Max(MaxInFlight, ++_inFlight);
            response = Respond(form);
        }

        try
        {
            if (BeforeResponse is { } wait)
            {
                await wait(cancellationToken);
            }

            return response;
        }
        finally
        {
            lock (_lock)
            {
                _inFlight--;
            }
        }
    }

    private HttpResponseMessage Respond(Dictionary<string, StringValues> form)
    {
        string grant = form["grant_type"].ToString();
        Grants.Add(grant);
        if (grant == "refresh_token" && form["refresh_token"].ToString() != _refreshToken)
        {
            RefreshTokenReused = true;
            _refreshToken = null;
            return Json(400, """{"error":"invalid_grant"}""");
        }

        _issued++;
        _refreshToken = $"refresh-{_issued}";
        return Json(200, $$"""{"access_token":"access-{{_issued}}","token_type":"Bearer","expires_in":{{ExpiresIn}},"refresh_token":"{{_refreshToken}}"}""");
    }

    private static HttpResponseMessage Json(int status, string body) =>
        new((System.Net.HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
