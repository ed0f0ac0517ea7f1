using CdeCodegen.Benchmarks.Peers.Kiota;
using CdeCodegen.Benchmarks.Support;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace CdeCodegen.Benchmarks.Peers;

/// <summary>What Kiota's generated request builder does, over its own adapter and a bare HttpClient.</summary>
public sealed class KiotaClient(HttpClient http)
{
    private readonly HttpClientRequestAdapter _adapter = new(new AnonymousAuthenticationProvider(), new JsonParseNodeFactory(), new JsonSerializationWriterFactory(), http)
    {
        BaseUrl = Seed.BaseUrl,
    };

    public Task<ConnectorEnvelope?> RestoreFromBin(Guid id)
    {
        var parameters = new Dictionary<string, object> { ["baseurl"] = _adapter.BaseUrl!, ["publicId"] = id };
        var information = new RequestInformation(Method.PATCH, "{+baseurl}/connectors/{publicId}/restore-from-bin", parameters);
        information.Headers.TryAdd("Accept", "application/json");
        var errors = new Dictionary<string, ParsableFactory<IParsable>>
        {
            ["401"] = Error.CreateFromDiscriminatorValue,
            ["403"] = Error.CreateFromDiscriminatorValue,
            ["404"] = Error.CreateFromDiscriminatorValue,
        };
        return _adapter.SendAsync(information, ConnectorEnvelope.CreateFromDiscriminatorValue, errors);
    }

    public Task<Error?> ValidateVcsConfig(Guid id, string version)
    {
        var parameters = new Dictionary<string, object> { ["baseurl"] = _adapter.BaseUrl!, ["publicId"] = id, ["connectorVersion"] = version };
        var information = new RequestInformation(Method.GET, "{+baseurl}/connectors/{publicId}/versions/{connectorVersion}/vcs-configs/validate", parameters);
        information.Headers.TryAdd("Accept", "application/json");
        var errors = new Dictionary<string, ParsableFactory<IParsable>> { ["404"] = Error.CreateFromDiscriminatorValue };
        return _adapter.SendAsync(information, Error.CreateFromDiscriminatorValue, errors);
    }
}
