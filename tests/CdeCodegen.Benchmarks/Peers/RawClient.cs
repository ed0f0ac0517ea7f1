using System.Net;
using System.Text.Json;
using CdeCodegen.Benchmarks.Peers.SystemTextJson;
using CdeCodegen.Benchmarks.Support;

namespace CdeCodegen.Benchmarks.Peers;

/// <summary>
/// A hand-written client over HttpClient and the source generator of System.Text.Json. It is the fastest of several variants.
/// </summary>
public sealed class RawClient(HttpClient http)
{
    public async Task<Error?> ValidateVcsConfig(Guid id, string version)
    {
        string url = Seed.BaseUrl + "/connectors/" + id + "/versions/" + Uri.EscapeDataString(version) + "/vcs-configs/validate";
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        return response.StatusCode == HttpStatusCode.OK ? JsonSerializer.Deserialize(body, CdeContext.Default.Error) : null;
    }

    public async Task<(HttpStatusCode Status, ConnectorEnvelope? Ok, Error? Error)> RestoreFromBin(Guid id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, Seed.BaseUrl + "/connectors/" + id + "/restore-from-bin");
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => (HttpStatusCode.OK, JsonSerializer.Deserialize(body, CdeContext.Default.ConnectorEnvelope), null),
            HttpStatusCode status => (status, null, JsonSerializer.Deserialize(body, CdeContext.Default.Error)),
        };
    }
}
