using System.Net;
using System.Text.Json;
using CdeCodegen.Benchmarks.Peers.SystemTextJson;
using CdeCodegen.Benchmarks.Support;

namespace CdeCodegen.Benchmarks.Peers;

/// <summary>What a careful person writes by hand over HttpClient and System.Text.Json's source generator; of several ways the fastest one.</summary>
public sealed class RawClient(HttpClient http)
{
    public async Task<Error?> ValidateVcsConfig(Guid id, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Seed.BaseUrl + "/connectors/" + id + "/versions/" + Uri.EscapeDataString(version) + "/vcs-configs/validate");
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
