using System.Globalization;
using System.Text.Json.Nodes;
using CdeCodegen.Samples.Http;
using CdeCodegen.Samples.State;

namespace CdeCodegen.Samples.Operations;

/// <summary>Operations on runs and on states of background actions.</summary>
internal static class RunAndStateOperations
{
    private static readonly string[] s_statuses = ["pending", "done", "failed"];
    private static readonly string[] s_actions = ["update_to_docker_wrapper_version", "create_platform_site", "build"];

    public static ServerResponse ListRuns(RequestContext context)
    {
        int from = context.QueryNumber("from", defaultValue: 0, minimum: 0);
        int limit = context.QueryNumber("limit", defaultValue: 20, minimum: 1);
        Guid? id = context.QueryId("id");
        Guid? connectorId = context.QueryId("connector-id");
        Guid? process = context.QueryId("process-id");
        string? version = context.Query("connector-version");
        string? state = context.Query("state");
        string? site = context.Query("site-id");
        if (site is not null && !int.TryParse(site, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw RefusedException.Invalid(RefusedException.BadRequest, ("site-id", "This value should be a number."));
        }

        if (connectorId is not null
            && context.Store.Connectors.TryGetValue(connectorId.Value, out ConnectorRecord? connector)
            && !context.Store.HasAccess(context.User, connector))
        {
            throw RefusedException.Forbidden();
        }

        IEnumerable<JsonObject> found = context.Store.Runs.Where(r =>
            HasAccess(context, r)
            && Is(r, "id", id) && Is(r, "connector-id", connectorId) && Is(r, "process-id", process)
            && (version is null || r["connector-version"]!.GetValue<string>() == version)
            && (state is null || r["state"]!.GetValue<string>() == state)
            && (site is null || r["site-id"]!.GetValue<int>().ToString(CultureInfo.InvariantCulture) == site));
        return ServerResponse.Page("run", [.. found], from, limit);
    }

    public static ServerResponse ShowRun(RequestContext context)
    {
        const string NotFound = "Run not found.";
        Guid id = context.Id("runId", NotFound);
        JsonObject run = context.Store.Runs.FirstOrDefault(r => Is(r, "id", id)) ?? throw RefusedException.NotFound(NotFound);
        return HasAccess(context, run) ? ServerResponse.Item(200, "run", null, run) : throw RefusedException.Forbidden();
    }

    public static ServerResponse ListStates(RequestContext context)
    {
        int from = context.QueryNumber("from", defaultValue: 0, minimum: 0);
        int limit = context.QueryNumber("limit", defaultValue: 100, minimum: 1);
        string? user = context.Query("triggered_by");
        string? status = context.Query("status");
        if (user is not null && !Guid.TryParseExact(user, "D", out _))
        {
            throw RefusedException.Invalid("Invalid connector user identifier.");
        }

        if (status is not null && !s_statuses.Contains(status))
        {
            throw RefusedException.Invalid(RefusedException.BadRequest, ("status", "The value you selected is not a valid choice."));
        }

        if (user is not null && user != context.User.Id.ToString() && !context.User.IsAdministrator)
        {
            throw RefusedException.Forbidden();
        }

        IEnumerable<JsonObject> found = Newest(context).Where(s =>
            (context.User.IsAdministrator || Owner(s) == context.User.Id)
            && (user is null || Owner(s).ToString() == user)
            && (status is null || s["status"]!.GetValue<string>() == status));
        return ServerResponse.Page("state", [.. found], from, limit);
    }

    public static ServerResponse ListStatesOfVersion(RequestContext context)
    {
        (ConnectorRecord? connector, JsonObject? version) = context.Version();
        int from = context.QueryNumber("from", defaultValue: 0, minimum: 0);
        int limit = context.QueryNumber("limit", defaultValue: 20, minimum: 1);
        return ServerResponse.Page("state", [.. Newest(context).Where(s => IsOf(s, connector, version))], from, limit);
    }

    public static ServerResponse ShowState(RequestContext context)
    {
        const string NotFound = "State not found.";
        Guid id = context.Id("stateId", NotFound);
        JsonObject state = context.Store.States.FirstOrDefault(s => Is(s, "id", id)) ?? throw RefusedException.NotFound(NotFound);
        return context.User.IsAdministrator || Owner(state) == context.User.Id ? ToResponse(state) : throw RefusedException.Forbidden();
    }

    public static ServerResponse ShowLatestState(RequestContext context)
    {
        (ConnectorRecord? connector, JsonObject? version) = context.Version();
        string action = context.Text("backgroundAction");
        if (!s_actions.Contains(action))
        {
            throw RefusedException.Invalid("This background action does not exist.");
        }

        JsonObject? state = Newest(context).FirstOrDefault(s => s["name"]!.GetValue<string>() == action && IsOf(s, connector, version));
        return state is null ? throw RefusedException.NotFound("Last state was not found based on query parameters.") : ToResponse(state);
    }

    /// <summary>The resource type of the API is "connector" here, not "state".</summary>
    private static ServerResponse ToResponse(JsonObject state) => ServerResponse.Item(200, "successful operation", "connector", Store.Show(state));

    private static IEnumerable<JsonObject> Newest(RequestContext context) => context.Store.States.AsEnumerable().Reverse();

    private static Guid Owner(JsonObject state) => Guid.Parse(state["owner"]!.GetValue<string>());

    private static bool IsOf(JsonObject state, ConnectorRecord connector, JsonObject version)
    {
        JsonNode config = state["config"]!;
        JsonNode? major = config["majorVersion"] ?? config["versionNumber"];
        return config["connectorPublicId"]?.GetValue<string>() == connector.Id.ToString() && major?.ToString() == ConnectorRecord.Major(version);
    }

    private static bool HasAccess(RequestContext context, JsonObject run) =>
        context.Store.Connectors.TryGetValue(Guid.Parse(run["connector-id"]!.GetValue<string>()), out ConnectorRecord? connector)
        && context.Store.HasAccess(context.User, connector);

    private static bool Is(JsonObject thing, string member, Guid? id) => id is null || thing[member]!.GetValue<string>() == id.Value.ToString();
}
