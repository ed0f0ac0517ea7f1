using System.Globalization;
using System.Text.Json.Nodes;

namespace CdeCodegen.Samples.State;

/// <summary>The state of the server. Callers must hold a lock on the instance.</summary>
internal sealed class Store(TimeProvider clock)
{
    public Dictionary<Guid, ConnectorRecord> Connectors { get; } = [];

    public List<JsonObject> Runs { get; } = [];

    /// <summary>The states of background actions, oldest first.</summary>
    public List<JsonObject> States { get; } = [];

    public Dictionary<Guid, JsonObject> Organizations { get; } = [];

    /// <summary>The defaults by integrator.</summary>
    public Dictionary<Guid, JsonObject> IntegratorDefaults { get; } = [];

    public HashSet<Guid> Buckets { get; } = [];

    /// <summary>The current time in the format of the API.</summary>
    public string Now => clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    public void Add(ConnectorRecord connector) => Connectors.Add(connector.Id, connector);

    /// <summary>Returns whether a user has the rights of the owner.</summary>
    public bool HasAccess(CdeUser user, ConnectorRecord connector) =>
        user.IsAdministrator || connector.Owner == user.Id || (Organizations.TryGetValue(connector.Owner, out JsonObject? owner) && IsMember(owner, user.Id));

    public static bool IsMember(JsonObject organization, Guid user) =>
        organization["members"]!.AsArray().Any(m => m!["uuid"]!.GetValue<string>() == user.ToString());

    /// <summary>Adds the state of a new background action. It is pending until it has been shown once.</summary>
    public JsonObject StartAction(string name, CdeUser user, ConnectorRecord connector, JsonObject version)
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

    /// <summary>Returns a copy of the state, then changes a pending state to done.</summary>
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
