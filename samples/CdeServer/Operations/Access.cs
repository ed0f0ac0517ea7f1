using System.Text.Json.Nodes;
using CdeCodegen.Samples.Http;
using CdeCodegen.Samples.State;

namespace CdeCodegen.Samples.Operations;

/// <summary>Specifies the response to a user who does not own the resource.</summary>
internal enum ForeignResource
{
    /// <summary>A 403.</summary>
    Denied,

    /// <summary>A 404, for operations that document no 403.</summary>
    Hidden,
}

/// <summary>Finds the resource of a request and checks access to it.</summary>
internal static class Access
{
    /// <summary>Finds a connector that is not in the bin.</summary>
    public static ConnectorRecord Connector(this RequestContext context, ForeignResource foreign = ForeignResource.Denied) =>
        context.Connector(context.Id("publicId"), isInBin: false, foreign);

    public static ConnectorRecord Connector(this RequestContext context, Guid id, bool isInBin, ForeignResource foreign = ForeignResource.Denied)
    {
        if (!context.Store.Connectors.TryGetValue(id, out ConnectorRecord? connector) || connector.IsInBin != isInBin)
        {
            throw RefusedException.NotFound();
        }

        return context.Store.HasAccess(context.User, connector)
            ? connector
            : throw (foreign == ForeignResource.Denied ? RefusedException.Forbidden() : RefusedException.NotFound());
    }

    /// <summary>Finds a version of a connector that is not in the bin.</summary>
    public static (ConnectorRecord Connector, JsonObject Version) Version(this RequestContext context, ForeignResource foreign = ForeignResource.Denied)
    {
        ConnectorRecord connector = context.Connector(foreign);
        return (connector, connector.Version(context.Text("connectorVersion")) ?? throw RefusedException.NotFound());
    }

    /// <summary>Sets the time of the last change.</summary>
    public static void SetUpdated(this RequestContext context, JsonObject version) => version["updated-at"] = context.Store.Now;

    /// <summary>Creates a success response with a version.</summary>
    public static ServerResponse ToResponse(this JsonObject version, int status, string message = "successful operation", string? resource = null) =>
        ServerResponse.Item(status, message, resource, version);
}
