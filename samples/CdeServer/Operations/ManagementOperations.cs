using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CdeCodegen.Samples.Http;
using CdeCodegen.Samples.State;

namespace CdeCodegen.Samples.Operations;

/// <summary>Operations on connector metadata, organizations and defaults.</summary>
internal static partial class ManagementOperations
{
    private const string NoMetadata = "Connector does not have metadata saved.";
    private const string NoOrganization = "Organization not found.";
    private static readonly string[] s_channelOwners = ["Feature Team", "DromundKaas Team", "Channel Team", "Third Party", "API Team", "WG3"];
    private static readonly string[] s_notes = ["channel-owner", "confidence", "help-center", "internal-documentation", "notes"];

    public static ServerResponse ShowMetadata(RequestContext context)
    {
        ConnectorRecord? connector = context.Store.Connectors.GetValueOrDefault(context.Id("connectorUuid", NoMetadata));
        return connector?.Metadata is { } metadata
            ? ServerResponse.Item(200, "Successfully found connector metadata.", "connector-metadata", metadata)
            : throw RefusedException.NotFound(NoMetadata);
    }

    public static ServerResponse AddMetadata(RequestContext context)
    {
        ConnectorRecord connector = context.Store.Connectors.GetValueOrDefault(context.Id("connectorUuid")) ?? throw RefusedException.NotFound();
        Dictionary<string, string> values = Notes(context.ReadBody());
        connector.Metadata = new JsonObject
        {
            ["uuid"] = context.Store.NewId().ToString(),
            ["channel-owner"] = null,
            ["confidence"] = null,
            ["help-center"] = null,
            ["internal-documentation"] = null,
            ["notes"] = null,
            ["last-reviewed-at"] = null,
            ["last-updated-by"] = context.User.Id.ToString(),
            ["created-at"] = context.Store.Now,
            ["updated-at"] = context.Store.Now,
            ["connector"] = new JsonObject { ["id"] = connector.Id.ToString(), ["name"] = connector.Name, ["type"] = connector.Type },
        };
        Write(connector.Metadata, values);
        return ServerResponse.Item(201, "Successfully added metadata for connector.", "connector-metadata", connector.Metadata);
    }

    public static ServerResponse UpdateMetadata(RequestContext context)
    {
        ConnectorRecord? connector = context.Store.Connectors.GetValueOrDefault(context.Id("connectorUuid", NoMetadata));
        JsonObject metadata = connector?.Metadata ?? throw RefusedException.NotFound(NoMetadata);
        Write(metadata, Notes(context.ReadBody()));
        metadata["last-updated-by"] = context.User.Id.ToString();
        metadata["updated-at"] = context.Store.Now;
        return ServerResponse.Item(200, "Successfully updated metadata for connector.", "connector-metadata", metadata);
    }

    public static ServerResponse ShowOrganization(RequestContext context) => ToResponse(OwnOrganization(context));

    public static ServerResponse CreateOrganization(RequestContext context)
    {
        if (!context.User.IsAdministrator)
        {
            throw RefusedException.Forbidden();
        }

        var validator = new RequestValidator();
        string name = validator.OptionalText(context.ReadBody(), "name") ?? "";
        if (!OrganizationName().IsMatch(name))
        {
            validator.Add("name", "Organization name can contain only letters, numbers, dash, underscore and spaces.");
        }

        validator.ThrowIfAny();
        Guid id = context.Store.NewId();
        JsonObject organization = SeedData.Organization(id, name);
        context.Store.Organizations.Add(id, organization);
        return ServerResponse.Item(201, "Successfully created a new organization.", "organization", organization);
    }

    public static ServerResponse AddMember(RequestContext context)
    {
        JsonObject organization = OwnOrganization(context);
        Guid member = context.Id("memberId", NoOrganization);
        if (!Store.IsMember(organization, member))
        {
            organization["members"]!.AsArray().Add(new JsonObject { ["uuid"] = member.ToString() });
        }

        return ToResponse(organization);
    }

    public static ServerResponse RemoveMember(RequestContext context)
    {
        JsonObject organization = OwnOrganization(context);
        string member = context.Id("memberId", NoOrganization).ToString();
        JsonArray members = organization["members"]!.AsArray();
        if (members.FirstOrDefault(m => m!["uuid"]!.GetValue<string>() == member) is { } found)
        {
            members.Remove(found);
        }

        return ToResponse(organization);
    }

    public static ServerResponse UpdateIntegratorDefaults(RequestContext context)
    {
        // No 404 is documented. Only administrators can change the defaults of others.
        if (!Guid.TryParseExact(context.Text("integratorId"), "D", out Guid integrator) || (integrator != context.User.Id && !context.User.IsAdministrator))
        {
            throw RefusedException.Forbidden();
        }

        (JsonObject? dev, JsonObject? prod) = Defaults(context.ReadBody());
        string? owner = context.Store.Organizations.Values.FirstOrDefault(o => Store.IsMember(o, integrator))?["uuid"]!.GetValue<string>();
        var defaults = new JsonObject
        {
            ["integrator"] = integrator.ToString(),
            ["has-owner"] = owner is not null,
            ["owner"] = owner,
            ["dev-defaults"] = dev,
            ["prod-defaults"] = prod,
        };
        context.Store.IntegratorDefaults[integrator] = defaults;
        return ServerResponse.Item(200, "Successfully updated integrator defaults.", "integrator-defaults", defaults);
    }

    public static ServerResponse UpdateOrganizationDefaults(RequestContext context)
    {
        // No 404 is documented.
        if (!Guid.TryParseExact(context.Text("organizationId"), "D", out Guid id)
            || !context.Store.Organizations.TryGetValue(id, out JsonObject? organization)
            || !HasAccess(context, organization))
        {
            throw RefusedException.Forbidden();
        }

        (JsonObject? dev, JsonObject? prod) = Defaults(context.ReadBody());
        organization["dev-defaults"] = dev;
        organization["prod-defaults"] = prod;
        return ServerResponse.Item(200, "Successfully updated organization default targets.", "organization", organization);
    }

    private static ServerResponse ToResponse(JsonObject organization) => ServerResponse.Item(200, "successful operation", "organization", organization);

    private static JsonObject OwnOrganization(RequestContext context)
    {
        JsonObject organization = context.Store.Organizations.GetValueOrDefault(context.Id("organizationId", NoOrganization))
            ?? throw RefusedException.NotFound(NoOrganization);
        return HasAccess(context, organization) ? organization : throw RefusedException.Forbidden();
    }

    private static bool HasAccess(RequestContext context, JsonObject organization) =>
        context.User.IsAdministrator || Store.IsMember(organization, context.User.Id);

    /// <summary>Reads the notes that the request contains, by member.</summary>
    private static Dictionary<string, string> Notes(JsonObject body)
    {
        var validator = new RequestValidator();
        var values = new Dictionary<string, string>();
        foreach (string member in s_notes)
        {
            if (validator.OptionalText(body, member) is { } text)
            {
                values[member] = text;
            }
        }

        if (values.TryGetValue("channel-owner", out string? owner) && !s_channelOwners.Contains(owner))
        {
            string options = string.Join(", ", s_channelOwners.Select(o => $"\"{o}\""));
            validator.Add("channel-owner", $"Invalid channel owner provided. Valid options are: {options}.");
        }

        validator.ThrowIfAny();
        return values;
    }

    private static void Write(JsonObject metadata, Dictionary<string, string> values)
    {
        foreach ((string? member, string? text) in values)
        {
            metadata[member] = text;
        }
    }

    private static (JsonObject? Dev, JsonObject? Prod) Defaults(JsonObject body)
    {
        var validator = new RequestValidator();
        JsonObject? dev = null;
        if (body["dev-defaults"] is JsonObject givenDev)
        {
            dev = [];
            foreach (string member in new[] { "account", "project" })
            {
                if (RequestValidator.IsInteger(givenDev[member]) && givenDev[member]!.GetValue<int>() > 0)
                {
                    dev[member] = givenDev[member]!.GetValue<int>();
                }
                else
                {
                    validator.Add("dev-defaults." + member, "This value should be greater than 0.");
                }
            }
        }

        JsonObject? prod = null;
        if (body["prod-defaults"] is JsonObject givenProd)
        {
            prod = [];
            foreach (string member in new[] { "accounts", "projects", "sites" })
            {
                prod[member] = validator.Numbers(givenProd, member, "prod-defaults." + member);
            }
        }

        validator.ThrowIfAny();
        return (dev, prod);
    }

    [GeneratedRegex("^[A-Za-z0-9_ -]+$")]
    private static partial Regex OrganizationName();
}
