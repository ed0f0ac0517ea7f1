using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CdeCodegen.Samples;

namespace CdeCodegen.EndToEnd.Server;

/// <summary>Sends requests to the server without generated code.</summary>
internal sealed class RawClient(CdeServer server) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server.BaseAddress };

    public async Task<(int Status, JsonObject Body)> SendAsync(
        string method, string path, CdeUser? user, JsonNode? body = null, string? prefer = null)
    {
        using StringContent? content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await SendAsync(method, path, user, content, prefer);
    }

    public async Task<(int Status, JsonObject Body)> SendAsync(string method, string path, CdeUser? user, HttpContent? content, string? prefer = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        if (user is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", user.Token);
        }

        if (prefer is not null)
        {
            request.Headers.Add("Prefer", prefer);
        }

        using HttpResponseMessage response = await _http.SendAsync(request);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    public static MultipartFormDataContent Logo(string mediaType = "image/svg+xml", string field = "logo")
    {
        var file = new ByteArrayContent("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return new MultipartFormDataContent { { file, field, "logo.svg" } };
    }

    public void Dispose() => _http.Dispose();
}
