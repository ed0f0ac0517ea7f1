using System.Text.Json.Nodes;
using CdeCodegen.Samples.Http;
using CdeCodegen.Samples.State;

namespace CdeCodegen.Samples.Operations;

/// <summary>Where a version can be used: targets, sites, access, channels, release, migration, builds.</summary>
internal static class PlatformOperations
{
    private static readonly string[] s_kinds = ["accounts", "projects", "sites"];
    private static readonly int[] s_deltaChannels = [98, 99];

    public static Answer AddTargets(Call call) => Targets(call, replace: false);

    public static Answer UpdateTargets(Call call) => Targets(call, replace: true);

    public static Answer AssignToDevSite(Call call)
    {
        (ConnectorRecord _, JsonObject? version) = call.Version(Foreign.Hidden);
        JsonNode reference = version["platform_dev_reference"]!;
        if (reference["site"] is null)
        {
            throw Refusal.Invalid("Dev site is missing.");
        }

        reference["platform-connector"] ??= 4;
        reference["assigned-to-site"] = reference["site"]!.DeepClone();
        version["state"] = "synchronized-to-dev";
        call.Touch(version);
        return version.Answer(200, "Connector assigned to dev site.", "connector-version");
    }

    public static Answer EnableAccess(Call call) => ChangeAccess(call, (enabled, number) => enabled.Add(number));

    public static Answer DisableAccess(Call call) => ChangeAccess(call, (enabled, number) => enabled.Remove(number));

    public static Answer CreateSite(Call call)
    {
        (ConnectorRecord? connector, JsonObject? version) = call.Version(Foreign.Hidden);
        JsonNode reference = version["platform_dev_reference"]!;
        JsonNode? defaults = call.Store.IntegratorDefaults.GetValueOrDefault(connector.Owner)?["dev-defaults"];
        if ((reference["account"] ?? defaults?["account"]) is not { } account)
        {
            throw Refusal.Invalid("Dev account is missing.");
        }

        reference["account"] = account.DeepClone();
        reference["project"] = defaults?["project"]?.DeepClone();
        reference["site"] = 3;
        JsonObject state = call.Store.Start("create_platform_site", call.User, connector, version);
        return Answer.Item(202, "Platform Site will be created in the background.", null, new JsonObject
        {
            ["state"] = new JsonObject { ["uuid"] = state["id"]!.GetValue<string>() },
        });
    }

    public static Answer AssignChannels(Call call)
    {
        (ConnectorRecord? connector, JsonObject? version) = call.Version();
        var problems = new Problems();
        JsonArray channels = problems.Numbers(call.Body(), "channels");
        int[] refused = [.. channels.Select(c => c!.GetValue<int>()).Where(s_deltaChannels.Contains)];
        if (connector.Type == "export" && refused.Length > 0)
        {
            problems.Add("channels", "You can not assign delta channels to export Connector: " + string.Join(',', refused));
        }

        problems.ThrowIfAny();
        version["platform_dev_reference"]!["assigned-to-channel"] = channels.FirstOrDefault()?.DeepClone();
        call.Touch(version);
        return Answer.Message(200, "Successfully assigned channel.");
    }

    /// <summary>The document knows no success of this operation; it has one all the same.</summary>
    public static Answer Unrelease(Call call)
    {
        (ConnectorRecord? connector, JsonObject? version) = call.Version();
        JsonNode reference = version["platform_prod_reference"]!;
        if (!reference["released"]!.GetValue<bool>())
        {
            throw Refusal.Invalid(Refusal.BadRequest, ("version", "Connector is not released."));
        }

        reference["released"] = false;
        connector.IsInUse = false;
        call.Touch(version);
        return Answer.Message(200, "Connector has been unreleased.");
    }

    public static Answer RollbackMigration(Call call)
    {
        (ConnectorRecord _, JsonObject? version) = call.Version();
        if (version["config"]!["migration"]?["legacy-executable"] is not { } executable)
        {
            throw Refusal.Invalid("Connector was not migrated.");
        }

        version["platform_dev_reference"]!["executable"] = executable.DeepClone();
        version["platform_prod_reference"]!["executable"] = executable.DeepClone();
        call.Touch(version);
        return version.Answer(200);
    }

    /// <summary>The document knows no success of this operation either.</summary>
    public static Answer Build(Call call)
    {
        var problems = new Problems();
        Guid id = problems.RequiredId(call.Body(), "connector");
        problems.ThrowIfAny();
        ConnectorRecord connector = call.Connector(id, isInBin: false);
        call.Store.Start("build", call.User, connector, connector.Versions.Last());
        return Answer.Message(202, "Build has been triggered.");
    }

    private static Answer Targets(Call call, bool replace)
    {
        (ConnectorRecord _, JsonObject? version) = call.Version(Foreign.Hidden);
        JsonObject body = call.Body();
        var problems = new Problems();
        Dictionary<string, JsonArray> given = s_kinds.ToDictionary(kind => kind, kind => problems.Numbers(body, "target-" + kind));
        problems.ThrowIfAny();
        foreach (string kind in s_kinds)
        {
            IEnumerable<int> existing = replace ? [] : Numbers(version, "target-" + kind);
            Set(version, "target-" + kind, existing.Union(given[kind].Select(n => n!.GetValue<int>())));
        }

        call.Touch(version);
        return version.Answer(200);
    }

    private static Answer ChangeAccess(Call call, Action<SortedSet<int>, int> change)
    {
        (ConnectorRecord _, JsonObject? version) = call.Version();
        JsonObject body = call.Body();
        var problems = new Problems();
        Dictionary<string, JsonArray> given = s_kinds.ToDictionary(kind => kind, kind => problems.Numbers(body, kind));
        problems.ThrowIfAny();
        foreach (string kind in s_kinds)
        {
            var enabled = new SortedSet<int>(Numbers(version, "enabled-for-" + kind));
            foreach (JsonNode? number in given[kind])
            {
                change(enabled, number!.GetValue<int>());
            }

            Set(version, "enabled-for-" + kind, enabled);
        }

        call.Touch(version);
        return version.Answer(200, "Updated access.", "connector-version");
    }

    private static IEnumerable<int> Numbers(JsonObject version, string member) =>
        version["platform_prod_reference"]![member]!.AsArray().Select(n => n!.GetValue<int>());

    private static void Set(JsonObject version, string member, IEnumerable<int> numbers) =>
        version["platform_prod_reference"]![member] = new JsonArray([.. numbers.Select(n => JsonValue.Create(n))]);
}
