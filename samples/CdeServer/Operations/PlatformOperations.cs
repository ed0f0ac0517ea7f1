using System.Text.Json.Nodes;
using CdeCodegen.Samples.Http;
using CdeCodegen.Samples.State;

namespace CdeCodegen.Samples.Operations;

/// <summary>Operations on targets, sites, access, channels, releases, migrations and builds.</summary>
internal static class PlatformOperations
{
    private static readonly string[] s_kinds = ["accounts", "projects", "sites"];
    private static readonly int[] s_deltaChannels = [98, 99];

    public static ServerResponse AddTargets(RequestContext context) => Targets(context, replace: false);

    public static ServerResponse UpdateTargets(RequestContext context) => Targets(context, replace: true);

    public static ServerResponse AssignToDevSite(RequestContext context)
    {
        (ConnectorRecord _, JsonObject? version) = context.Version(ForeignResource.Hidden);
        JsonNode reference = version["platform_dev_reference"]!;
        if (reference["site"] is null)
        {
            throw RefusedException.Invalid("Dev site is missing.");
        }

        reference["platform-connector"] ??= 4;
        reference["assigned-to-site"] = reference["site"]!.DeepClone();
        version["state"] = "synchronized-to-dev";
        context.SetUpdated(version);
        return version.ToResponse(200, "Connector assigned to dev site.", "connector-version");
    }

    public static ServerResponse EnableAccess(RequestContext context) => ChangeAccess(context, (enabled, number) => enabled.Add(number));

    public static ServerResponse DisableAccess(RequestContext context) => ChangeAccess(context, (enabled, number) => enabled.Remove(number));

    public static ServerResponse CreateSite(RequestContext context)
    {
        (ConnectorRecord? connector, JsonObject? version) = context.Version(ForeignResource.Hidden);
        JsonNode reference = version["platform_dev_reference"]!;
        JsonNode? defaults = context.Store.IntegratorDefaults.GetValueOrDefault(connector.Owner)?["dev-defaults"];
        if ((reference["account"] ?? defaults?["account"]) is not { } account)
        {
            throw RefusedException.Invalid("Dev account is missing.");
        }

        reference["account"] = account.DeepClone();
        reference["project"] = defaults?["project"]?.DeepClone();
        reference["site"] = 3;
        JsonObject state = context.Store.StartAction("create_platform_site", context.User, connector, version);
        return ServerResponse.Item(202, "Platform Site will be created in the background.", null, new JsonObject
        {
            ["state"] = new JsonObject { ["uuid"] = state["id"]!.GetValue<string>() },
        });
    }

    public static ServerResponse AssignChannels(RequestContext context)
    {
        (ConnectorRecord? connector, JsonObject? version) = context.Version();
        var validator = new RequestValidator();
        JsonArray channels = validator.Numbers(context.ReadBody(), "channels");
        int[] refused = [.. channels.Select(c => c!.GetValue<int>()).Where(s_deltaChannels.Contains)];
        if (connector.Type == "export" && refused.Length > 0)
        {
            validator.Add("channels", "You can not assign delta channels to export Connector: " + string.Join(',', refused));
        }

        validator.ThrowIfAny();
        version["platform_dev_reference"]!["assigned-to-channel"] = channels.FirstOrDefault()?.DeepClone();
        context.SetUpdated(version);
        return ServerResponse.Message(200, "Successfully assigned channel.");
    }

    /// <summary>The document declares no success response for this operation, but the server returns one.</summary>
    public static ServerResponse Unrelease(RequestContext context)
    {
        (ConnectorRecord? connector, JsonObject? version) = context.Version();
        JsonNode reference = version["platform_prod_reference"]!;
        if (!reference["released"]!.GetValue<bool>())
        {
            throw RefusedException.Invalid(RefusedException.BadRequest, ("version", "Connector is not released."));
        }

        reference["released"] = false;
        connector.IsInUse = false;
        context.SetUpdated(version);
        return ServerResponse.Message(200, "Connector has been unreleased.");
    }

    public static ServerResponse RollbackMigration(RequestContext context)
    {
        (ConnectorRecord _, JsonObject? version) = context.Version();
        if (version["config"]!["migration"]?["legacy-executable"] is not { } executable)
        {
            throw RefusedException.Invalid("Connector was not migrated.");
        }

        version["platform_dev_reference"]!["executable"] = executable.DeepClone();
        version["platform_prod_reference"]!["executable"] = executable.DeepClone();
        context.SetUpdated(version);
        return version.ToResponse(200);
    }

    /// <summary>The document declares no success response for this operation, but the server returns one.</summary>
    public static ServerResponse Build(RequestContext context)
    {
        var validator = new RequestValidator();
        Guid id = validator.RequiredId(context.ReadBody(), "connector");
        validator.ThrowIfAny();
        ConnectorRecord connector = context.Connector(id, isInBin: false);
        context.Store.StartAction("build", context.User, connector, connector.Versions.Last());
        return ServerResponse.Message(202, "Build has been triggered.");
    }

    private static ServerResponse Targets(RequestContext context, bool replace)
    {
        (ConnectorRecord _, JsonObject? version) = context.Version(ForeignResource.Hidden);
        JsonObject body = context.ReadBody();
        var validator = new RequestValidator();
        Dictionary<string, JsonArray> given = s_kinds.ToDictionary(kind => kind, kind => validator.Numbers(body, "target-" + kind));
        validator.ThrowIfAny();
        foreach (string kind in s_kinds)
        {
            IEnumerable<int> existing = replace ? [] : Numbers(version, "target-" + kind);
            Set(version, "target-" + kind, existing.Union(given[kind].Select(n => n!.GetValue<int>())));
        }

        context.SetUpdated(version);
        return version.ToResponse(200);
    }

    private static ServerResponse ChangeAccess(RequestContext context, Action<SortedSet<int>, int> change)
    {
        (ConnectorRecord _, JsonObject? version) = context.Version();
        JsonObject body = context.ReadBody();
        var validator = new RequestValidator();
        Dictionary<string, JsonArray> given = s_kinds.ToDictionary(kind => kind, kind => validator.Numbers(body, kind));
        validator.ThrowIfAny();
        foreach (string kind in s_kinds)
        {
            var enabled = new SortedSet<int>(Numbers(version, "enabled-for-" + kind));
            foreach (JsonNode? number in given[kind])
            {
                change(enabled, number!.GetValue<int>());
            }

            Set(version, "enabled-for-" + kind, enabled);
        }

        context.SetUpdated(version);
        return version.ToResponse(200, "Updated access.", "connector-version");
    }

    private static IEnumerable<int> Numbers(JsonObject version, string member) =>
        version["platform_prod_reference"]![member]!.AsArray().Select(n => n!.GetValue<int>());

    private static void Set(JsonObject version, string member, IEnumerable<int> numbers) =>
        version["platform_prod_reference"]![member] = new JsonArray([.. numbers.Select(n => JsonValue.Create(n))]);
}
