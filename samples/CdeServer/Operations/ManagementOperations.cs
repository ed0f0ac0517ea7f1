using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CdeCodegen.Samples.Http;
using CdeCodegen.Samples.State;

namespace CdeCodegen.Samples.Operations;

/// <summary>Metadata of connectors, organizations, and defaults.</summary>
internal static partial class ManagementOperations
{
    private const string NoMetadata = "Connector does not have metadata saved.";
    private const string NoOrganization = "Organization not found.";
    private static readonly string[] s_channelOwners = ["Feature Team", "DromundKaas Team", "Channel Team", "Third Party", "API Team", "WG3"];
    private static readonly string[] s_notes = ["channel-owner", "confidence", "help-center", "internal-documentation", "notes"];

    public static Answer ShowMetadata(Call call)
    {
        ConnectorRecord? connector = call.Store.Connectors.GetValueOrDefault(call.Id("connectorUuid", NoMetadata));
        return connector?.Metadata is { } metadata
            ? Answer.Item(200, "Successfully found connector metadata.", "connector-metadata", metadata)
            : throw Refusal.NotFound(NoMetadata);
    }

    public static Answer AddMetadata(Call call)
    {
        ConnectorRecord connector = call.Store.Connectors.GetValueOrDefault(call.Id("connectorUuid")) ?? throw Refusal.NotFound();
        Dictionary<string, string> values = Notes(call.Body());
        connector.Metadata = new JsonObject
        {
            ["uuid"] = call.Store.NewId().ToString(),
            ["channel-owner"] = null,
            ["confidence"] = null,
            ["help-center"] = null,
            ["internal-documentation"] = null,
            ["notes"] = null,
            ["last-reviewed-at"] = null,
            ["last-updated-by"] = call.User.Id.ToString(),
            ["created-at"] = call.Store.Now,
            ["updated-at"] = call.Store.Now,
            ["connector"] = new JsonObject { ["id"] = connector.Id.ToString(), ["name"] = connector.Name, ["type"] = connector.Type },
        };
        Write(connector.Metadata, values);
        return Answer.Item(201, "Successfully added metadata for connector.", "connector-metadata", connector.Metadata);
    }

    public static Answer UpdateMetadata(Call call)
    {
        ConnectorRecord? connector = call.Store.Connectors.GetValueOrDefault(call.Id("connectorUuid", NoMetadata));
        JsonObject metadata = connector?.Metadata ?? throw Refusal.NotFound(NoMetadata);
        Write(metadata, Notes(call.Body()));
        metadata["last-updated-by"] = call.User.Id.ToString();
        metadata["updated-at"] = call.Store.Now;
        return Answer.Item(200, "Successfully updated metadata for connector.", "connector-metadata", metadata);
    }

    public static Answer ShowOrganization(Call call) => Shown(OwnOrganization(call));

    public static Answer CreateOrganization(Call call)
    {
        if (!call.User.IsAdministrator)
        {
            throw Refusal.Forbidden();
        }

        var problems = new Problems();
        string name = problems.OptionalText(call.Body(), "name") ?? "";
        if (!OrganizationName().IsMatch(name))
        {
            problems.Add("name", "Organization name can contain only letters, numbers, dash, underscore and spaces.");
        }

        problems.ThrowIfAny();
        Guid id = call.Store.NewId();
        JsonObject organization = SeedData.Organization(id, name);
        call.Store.Organizations.Add(id, organization);
        return Answer.Item(201, "Successfully created a new organization.", "organization", organization);
    }

    public static Answer AddMember(Call call)
    {
        JsonObject organization = OwnOrganization(call);
        Guid member = call.Id("memberId", NoOrganization);
        if (!Store.IsMember(organization, member))
        {
            organization["members"]!.AsArray().Add(new JsonObject { ["uuid"] = member.ToString() });
        }

        return Shown(organization);
    }

    public static Answer RemoveMember(Call call)
    {
        JsonObject organization = OwnOrganization(call);
        string member = call.Id("memberId", NoOrganization).ToString();
        JsonArray members = organization["members"]!.AsArray();
        if (members.FirstOrDefault(m => m!["uuid"]!.GetValue<string>() == member) is { } found)
        {
            members.Remove(found);
        }

        return Shown(organization);
    }

    public static Answer UpdateIntegratorDefaults(Call call)
    {
        // There is no documented 404, and nobody sets somebody else's defaults.
        if (!Guid.TryParseExact(call.Text("integratorId"), "D", out Guid integrator) || (integrator != call.User.Id && !call.User.IsAdministrator))
        {
            throw Refusal.Forbidden();
        }

        (JsonObject? dev, JsonObject? prod) = Defaults(call.Body());
        string? owner = call.Store.Organizations.Values.FirstOrDefault(o => Store.IsMember(o, integrator))?["uuid"]!.GetValue<string>();
        var defaults = new JsonObject
        {
            ["integrator"] = integrator.ToString(),
            ["has-owner"] = owner is not null,
            ["owner"] = owner,
            ["dev-defaults"] = dev,
            ["prod-defaults"] = prod,
        };
        call.Store.IntegratorDefaults[integrator] = defaults;
        return Answer.Item(200, "Successfully updated integrator defaults.", "integrator-defaults", defaults);
    }

    public static Answer UpdateOrganizationDefaults(Call call)
    {
        // No documented 404 here either.
        if (!Guid.TryParseExact(call.Text("organizationId"), "D", out Guid id)
            || !call.Store.Organizations.TryGetValue(id, out JsonObject? organization)
            || !MayUse(call, organization))
        {
            throw Refusal.Forbidden();
        }

        (JsonObject? dev, JsonObject? prod) = Defaults(call.Body());
        organization["dev-defaults"] = dev;
        organization["prod-defaults"] = prod;
        return Answer.Item(200, "Successfully updated organization default targets.", "organization", organization);
    }

    private static Answer Shown(JsonObject organization) => Answer.Item(200, "successful operation", "organization", organization);

    private static JsonObject OwnOrganization(Call call)
    {
        JsonObject organization = call.Store.Organizations.GetValueOrDefault(call.Id("organizationId", NoOrganization)) ?? throw Refusal.NotFound(NoOrganization);
        return MayUse(call, organization) ? organization : throw Refusal.Forbidden();
    }

    private static bool MayUse(Call call, JsonObject organization) => call.User.IsAdministrator || Store.IsMember(organization, call.User.Id);

    /// <summary>The texts that were given, by member.</summary>
    private static Dictionary<string, string> Notes(JsonObject body)
    {
        var problems = new Problems();
        var values = new Dictionary<string, string>();
        foreach (string member in s_notes)
        {
            if (problems.OptionalText(body, member) is { } text)
            {
                values[member] = text;
            }
        }

        if (values.TryGetValue("channel-owner", out string? owner) && !s_channelOwners.Contains(owner))
        {
            string options = string.Join(", ", s_channelOwners.Select(o => $"\"{o}\""));
            problems.Add("channel-owner", $"Invalid channel owner provided. Valid options are: {options}.");
        }

        problems.ThrowIfAny();
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
        var problems = new Problems();
        JsonObject? dev = null;
        if (body["dev-defaults"] is JsonObject givenDev)
        {
            dev = [];
            foreach (string member in new[] { "account", "project" })
            {
                if (Problems.IsInteger(givenDev[member]) && givenDev[member]!.GetValue<int>() > 0)
                {
                    dev[member] = givenDev[member]!.GetValue<int>();
                }
                else
                {
                    problems.Add("dev-defaults." + member, "This value should be greater than 0.");
                }
            }
        }

        JsonObject? prod = null;
        if (body["prod-defaults"] is JsonObject givenProd)
        {
            prod = [];
            foreach (string member in new[] { "accounts", "projects", "sites" })
            {
                prod[member] = problems.Numbers(givenProd, member, "prod-defaults." + member);
            }
        }

        problems.ThrowIfAny();
        return (dev, prod);
    }

    [GeneratedRegex("^[A-Za-z0-9_ -]+$")]
    private static partial Regex OrganizationName();
}
