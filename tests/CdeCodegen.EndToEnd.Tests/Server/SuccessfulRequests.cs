using System.Text.Json.Nodes;
using CdeCodegen.EndToEnd.Document;
using CdeCodegen.Samples;

namespace CdeCodegen.EndToEnd.Server;

/// <summary>For each operation a request that succeeds on a freshly started server after <see cref="PrepareAsync"/>.</summary>
internal static class SuccessfulRequests
{
    private static readonly Specification s_specification = Specification.Shared;

    /// <summary>The path template with values of the server's seed data.</summary>
    public static string Path(DocumentedOperation operation)
    {
        Guid connector = operation.Id switch
        {
            "connector_restore_from_bin" => CdeSeed.BinnedConnector,
            "connector_rollback_migration" => CdeSeed.MigratedConnector,
            "connector_unrelease" => CdeSeed.ReleasedConnector,
            _ => CdeSeed.Connector,
        };
        return operation.Path
            .Replace("{publicId}", connector.ToString())
            .Replace("{movedToBinPublicId}", connector.ToString())
            .Replace("{connectorUuid}", connector.ToString())
            .Replace("{connectorVersion}", "1")
            .Replace("{backgroundAction}", "update_to_docker_wrapper_version")
            .Replace("{runId}", CdeSeed.Run.ToString())
            .Replace("{stateId}", CdeSeed.State.ToString())
            .Replace("{organizationId}", CdeSeed.Organization.ToString())
            .Replace("{memberId}", CdeSeed.Owner.Id.ToString())
            .Replace("{integratorId}", CdeSeed.Owner.Id.ToString());
    }

    public static CdeUser User(DocumentedOperation operation) =>
        operation.Id is "organization_create" ? CdeSeed.Administrator : CdeSeed.Owner;

    /// <summary>The document's example, with identifiers of the server's seed data.</summary>
    public static JsonNode? Body(DocumentedOperation operation)
    {
        JsonNode? body = s_specification.JsonRequest(operation)?["example"]?.DeepClone();
        switch (operation.Id)
        {
            case "connector_transfer_ownership":
                body!["new_owner"] = CdeSeed.Organization.ToString();
                break;
            case "connector_build_trigger":
                body = new JsonObject { ["connector"] = CdeSeed.Connector.ToString() };
                break;
        }

        return body;
    }

    public static HttpContent? Form(DocumentedOperation operation) => operation.Id == "connector_version_upload_logo" ? RawClient.Logo() : null;

    /// <summary>Sends the requests that must precede an operation for it to succeed.</summary>
    public static async Task PrepareAsync(DocumentedOperation operation, RawClient client)
    {
        if (operation.Id is "connector_create_platform_site" or "connector_assign_to_dev_site")
        {
            await SendAsync("update_integrator_defaults");
        }

        if (operation.Id is "connector_assign_to_dev_site")
        {
            await SendAsync("connector_create_platform_site");
        }

        async Task SendAsync(string id)
        {
            DocumentedOperation before = s_specification.Operation(id);
            (int status, JsonObject _) = await client.SendAsync(before.Method, Path(before), User(before), Body(before));
            Assert.InRange(status, 200, 299);
        }
    }
}
