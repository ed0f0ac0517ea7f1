using System.Text.Json.Serialization;
using Productsup.Cde.Models;

namespace RestoreApi;

/// <summary>What callers see of a connector. A type of the service's own, so that a change of the CDE API does not change what its callers get.</summary>
internal sealed record ConnectorSummary(Guid Id, string Name, string Type, Guid Owner, int Versions)
{
    public static ConnectorSummary From(Connector connector) =>
        new(connector.Id, connector.Name, connector.Type, connector.Owner, connector.Versions.Count);
}

/// <summary>Writes the bodies without reflection.</summary>
[JsonSerializable(typeof(ConnectorSummary))]
internal sealed partial class ApiJson : JsonSerializerContext;
