using System.Text.Json.Nodes;
using CdeCodegen.Samples.Http;
using CdeCodegen.Samples.State;

namespace CdeCodegen.Samples.Operations;

/// <summary>How an operation that documents no 403 treats what belongs to somebody else.</summary>
internal enum Foreign
{
    /// <summary>It says that access is denied.</summary>
    Denied,

    /// <summary>It does not let on that it exists.</summary>
    Hidden,
}

/// <summary>Finds what a request is about, and refuses those who may not use it.</summary>
internal static class Access
{
    /// <summary>A connector that is not in the bin.</summary>
    public static ConnectorRecord Connector(this Call call, Foreign foreign = Foreign.Denied) => call.Connector(call.Id("publicId"), isInBin: false, foreign);

    public static ConnectorRecord Connector(this Call call, Guid id, bool isInBin, Foreign foreign = Foreign.Denied)
    {
        if (!call.Store.Connectors.TryGetValue(id, out ConnectorRecord? connector) || connector.IsInBin != isInBin)
        {
            throw Refusal.NotFound();
        }

        return call.Store.MayUse(call.User, connector) ? connector : throw (foreign == Foreign.Denied ? Refusal.Forbidden() : Refusal.NotFound());
    }

    /// <summary>A version of a connector that is not in the bin.</summary>
    public static (ConnectorRecord Connector, JsonObject Version) Version(this Call call, Foreign foreign = Foreign.Denied)
    {
        ConnectorRecord connector = call.Connector(foreign);
        return (connector, connector.Version(call.Text("connectorVersion")) ?? throw Refusal.NotFound());
    }

    /// <summary>Stamps a version as changed now.</summary>
    public static void Touch(this Call call, JsonObject version) => version["updated-at"] = call.Store.Now;

    /// <summary>The usual answer with a version.</summary>
    public static Answer Answer(this JsonObject version, int status, string message = "successful operation", string? resource = null) =>
        Http.Answer.Item(status, message, resource, version);
}
