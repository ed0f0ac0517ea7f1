using System.Globalization;
using System.Text.Json.Nodes;

namespace CdeCodegen.Samples.State;

/// <summary>Everything that the server remembers. Whoever uses it holds its lock.</summary>
internal sealed class Store(TimeProvider clock)
{
    public Dictionary<Guid, ConnectorRecord> Connectors { get; } = [];

    public List<JsonObject> Runs { get; } = [];

    /// <summary>Background work, oldest first.</summary>
    public List<JsonObject> States { get; } = [];

    public Dictionary<Guid, JsonObject> Organizations { get; } = [];

    /// <summary>What was set for integrators, by integrator.</summary>
    public Dictionary<Guid, JsonObject> IntegratorDefaults { get; } = [];

    public HashSet<Guid> Buckets { get; } = [];

    /// <summary>The time now, as the API writes it.</summary>
    public string Now => clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    public void Add(ConnectorRecord connector) => Connectors.Add(connector.Id, connector);

    /// <summary>Whether a user may do with a connector as with one's own.</summary>
    public bool MayUse(CdeUser user, ConnectorRecord connector) =>
        user.IsAdministrator || connector.Owner == user.Id || (Organizations.TryGetValue(connector.Owner, out JsonObject? owner) && IsMember(owner, user.Id));

    public static bool IsMember(JsonObject organization, Guid user) =>
        organization["members"]!.AsArray().Any(m => m!["uuid"]!.GetValue<string>() == user.ToString());

    /// <summary>Records that background work was asked for. It is done once somebody has seen it pending.</summary>
    public JsonObject Start(string name, CdeUser user, ConnectorRecord connector, JsonObject version)
    {
        var state = new JsonObject
        {
            ["id"] = NewId().ToString(),
            ["status"] = "pending",
            ["name"] = name,
            ["owner"] = user.Id.ToString(),
            ["created"] = Now,
            ["config"] = new JsonObject
            {
                ["connectorPublicId"] = connector.Id.ToString(),
                ["majorVersion"] = int.Parse(ConnectorRecord.Major(version), CultureInfo.InvariantCulture),
            },
            ["data"] = new JsonArray(),
        };
        States.Add(state);
        return state;
    }

    /// <summary>A copy of the state as it is; if it was pending, it is done from now on.</summary>
    public static JsonObject Show(JsonObject state)
    {
        JsonObject shown = state.DeepClone().AsObject();
        if (state["status"]!.GetValue<string>() == "pending")
        {
            state["status"] = "done";
        }

        return shown;
    }
}
