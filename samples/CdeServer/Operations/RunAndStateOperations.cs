using System.Globalization;
using System.Text.Json.Nodes;
using CdeCodegen.Samples.Http;
using CdeCodegen.Samples.State;

namespace CdeCodegen.Samples.Operations;

/// <summary>Runs, and background work.</summary>
internal static class RunAndStateOperations
{
    private static readonly string[] s_statuses = ["pending", "done", "failed"];
    private static readonly string[] s_actions = ["update_to_docker_wrapper_version", "create_platform_site", "build"];

    public static Answer ListRuns(Call call)
    {
        int from = call.QueryNumber("from", otherwise: 0, least: 0);
        int limit = call.QueryNumber("limit", otherwise: 20, least: 1);
        Guid? id = call.QueryId("id");
        Guid? connectorId = call.QueryId("connector-id");
        Guid? process = call.QueryId("process-id");
        string? version = call.Query("connector-version");
        string? state = call.Query("state");
        string? site = call.Query("site-id");
        if (site is not null && !int.TryParse(site, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw Refusal.Invalid(Refusal.BadRequest, ("site-id", "This value should be a number."));
        }

        if (connectorId is not null && call.Store.Connectors.TryGetValue(connectorId.Value, out ConnectorRecord? connector) && !call.Store.MayUse(call.User, connector))
        {
            throw Refusal.Forbidden();
        }

        IEnumerable<JsonObject> found = call.Store.Runs.Where(r =>
            MayUse(call, r)
            && Is(r, "id", id) && Is(r, "connector-id", connectorId) && Is(r, "process-id", process)
            && (version is null || r["connector-version"]!.GetValue<string>() == version)
            && (state is null || r["state"]!.GetValue<string>() == state)
            && (site is null || r["site-id"]!.GetValue<int>().ToString(CultureInfo.InvariantCulture) == site));
        return Answer.Page("run", [.. found], from, limit);
    }

    public static Answer ShowRun(Call call)
    {
        const string NotFound = "Run not found.";
        Guid id = call.Id("runId", NotFound);
        JsonObject run = call.Store.Runs.FirstOrDefault(r => Is(r, "id", id)) ?? throw Refusal.NotFound(NotFound);
        return MayUse(call, run) ? Answer.Item(200, "run", null, run) : throw Refusal.Forbidden();
    }

    public static Answer ListStates(Call call)
    {
        int from = call.QueryNumber("from", otherwise: 0, least: 0);
        int limit = call.QueryNumber("limit", otherwise: 100, least: 1);
        string? user = call.Query("triggered_by");
        string? status = call.Query("status");
        if (user is not null && !Guid.TryParseExact(user, "D", out _))
        {
            throw Refusal.Invalid("Invalid connector user identifier.");
        }

        if (status is not null && !s_statuses.Contains(status))
        {
            throw Refusal.Invalid(Refusal.BadRequest, ("status", "The value you selected is not a valid choice."));
        }

        if (user is not null && user != call.User.Id.ToString() && !call.User.IsAdministrator)
        {
            throw Refusal.Forbidden();
        }

        IEnumerable<JsonObject> found = Newest(call).Where(s =>
            (call.User.IsAdministrator || Owner(s) == call.User.Id)
            && (user is null || Owner(s).ToString() == user)
            && (status is null || s["status"]!.GetValue<string>() == status));
        return Answer.Page("state", [.. found], from, limit);
    }

    public static Answer ListStatesOfVersion(Call call)
    {
        (ConnectorRecord? connector, JsonObject? version) = call.Version();
        int from = call.QueryNumber("from", otherwise: 0, least: 0);
        int limit = call.QueryNumber("limit", otherwise: 20, least: 1);
        return Answer.Page("state", [.. Newest(call).Where(s => IsOf(s, connector, version))], from, limit);
    }

    public static Answer ShowState(Call call)
    {
        const string NotFound = "State not found.";
        Guid id = call.Id("stateId", NotFound);
        JsonObject state = call.Store.States.FirstOrDefault(s => Is(s, "id", id)) ?? throw Refusal.NotFound(NotFound);
        return call.User.IsAdministrator || Owner(state) == call.User.Id ? Shown(state) : throw Refusal.Forbidden();
    }

    public static Answer ShowLatestState(Call call)
    {
        (ConnectorRecord? connector, JsonObject? version) = call.Version();
        string action = call.Text("backgroundAction");
        if (!s_actions.Contains(action))
        {
            throw Refusal.Invalid("This background action does not exist.");
        }

        JsonObject? state = Newest(call).FirstOrDefault(s => s["name"]!.GetValue<string>() == action && IsOf(s, connector, version));
        return state is null ? throw Refusal.NotFound("Last state was not found based on query parameters.") : Shown(state);
    }

    /// <summary>The API says "connector" here, not "state".</summary>
    private static Answer Shown(JsonObject state) => Answer.Item(200, "successful operation", "connector", Store.Show(state));

    private static IEnumerable<JsonObject> Newest(Call call) => call.Store.States.AsEnumerable().Reverse();

    private static Guid Owner(JsonObject state) => Guid.Parse(state["owner"]!.GetValue<string>());

    private static bool IsOf(JsonObject state, ConnectorRecord connector, JsonObject version)
    {
        JsonNode config = state["config"]!;
        JsonNode? major = config["majorVersion"] ?? config["versionNumber"];
        return config["connectorPublicId"]?.GetValue<string>() == connector.Id.ToString() && major?.ToString() == ConnectorRecord.Major(version);
    }

    private static bool MayUse(Call call, JsonObject run) =>
        call.Store.Connectors.TryGetValue(Guid.Parse(run["connector-id"]!.GetValue<string>()), out ConnectorRecord? connector) && call.Store.MayUse(call.User, connector);

    private static bool Is(JsonObject thing, string member, Guid? id) => id is null || thing[member]!.GetValue<string>() == id.Value.ToString();
}
