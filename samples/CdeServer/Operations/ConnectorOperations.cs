using System.Text.Json;
using System.Text.Json.Nodes;
using CdeCodegen.Samples.Http;
using CdeCodegen.Samples.State;

namespace CdeCodegen.Samples.Operations;

/// <summary>Connectors as a whole: list, create, copy, show, bin, owner.</summary>
internal static class ConnectorOperations
{
    private const int DefaultLimit = 20;
    private static readonly string[] s_types = ["datasource", "export", "export-delta", "transform", "data-service", "download", "write", "upload"];

    public static Answer List(Call call) => List(call, isInBin: false);

    public static Answer ListFromBin(Call call) => List(call, isInBin: true);

    public static Answer Create(Call call)
    {
        if (!call.User.MayCreate)
        {
            throw Refusal.Forbidden();
        }

        JsonObject body = call.Body();
        var problems = new Problems();
        string type = problems.RequiredText(body, "connector-type");
        string name = problems.RequiredText(body, "connector-name");
        string? description = problems.OptionalText(body, "connector-description");
        string? readme = problems.OptionalText(body, "readme");
        if (type.Length > 0 && !s_types.Contains(type))
        {
            problems.Add("connector-type", "The value you selected is not a valid choice.");
        }

        problems.ThrowIfAny();
        JsonObject version = Blueprints.Version(type, "1.0.0", name, description, readme, "19.20.7", call.Store.Now);
        var connector = new ConnectorRecord(Blueprints.Connector(call.Store.NewId(), type, name, description, readme, call.User.Id, version));
        call.Store.Add(connector);
        return Answer.Item(201, "Connector created.", "connector", connector.Json);
    }

    /// <summary>Takes over what the request says about each version, on top of what a new version has.</summary>
    public static Answer Import(Call call)
    {
        if (!call.User.MayCreate)
        {
            throw Refusal.Forbidden();
        }

        JsonObject body = call.Body();
        var problems = new Problems();
        string name = problems.RequiredText(body, "name") + " - Copy";
        string type = problems.RequiredText(body, "type");
        string? description = problems.OptionalText(body, "description");
        string? readme = problems.OptionalText(body, "readme");
        if (body["versions"] is not JsonArray { Count: > 0 } templates || !templates.All(t => t is JsonObject o && o["config"] is JsonObject))
        {
            problems.Add("versions", "This value should not be blank.");
            templates = [];
        }

        problems.ThrowIfAny();
        IEnumerable<JsonObject> versions = templates.Select((template, index) =>
        {
            JsonObject version = Blueprints.Version(type, $"{index + 1}.0.0", name, description, readme, "19.20.7", call.Store.Now);
            Merge(version["config"]!.AsObject(), template!["config"]!.AsObject());
            (version["config"]!["vcs"] as JsonObject)?.Remove("token");
            return version;
        });
        var connector = new ConnectorRecord(Blueprints.Connector(call.Store.NewId(), type, name, description, readme, call.User.Id, [.. versions]));
        call.Store.Add(connector);
        return Answer.Item(201, "Connector created.", "connector", connector.Json);
    }

    public static Answer Show(Call call) => Answer.Item(200, "successful operation", "connector", call.Connector().Json);

    public static Answer MoveToBin(Call call)
    {
        ConnectorRecord connector = call.Connector();
        if (connector.IsInUse)
        {
            throw Refusal.Invalid("Connector is actively used on the platform.");
        }

        connector.IsInBin = true;
        foreach (JsonObject version in connector.Versions)
        {
            version["deleted-at"] = call.Store.Now;
        }

        JsonNode shown = connector.Json.DeepClone();
        shown["versions"] = new JsonArray();
        return Answer.Item(200, "Connector has been moved to bin.", "connector", shown);
    }

    public static Answer RestoreFromBin(Call call)
    {
        // The one template whose name differs from that of the declared parameter.
        ConnectorRecord connector = call.Connector(call.Id("movedToBinPublicId"), isInBin: true);
        connector.IsInBin = false;
        foreach (JsonObject version in connector.Versions)
        {
            version["deleted-at"] = null;
        }

        return Answer.Item(200, "Connector has been restored from bin.", "connector", connector.Json);
    }

    public static Answer TransferOwnership(Call call)
    {
        // There is no documented 404: an unknown connector is as foreign as somebody else's.
        if (!call.Store.Connectors.TryGetValue(call.Id("publicId"), out ConnectorRecord? connector) || connector.IsInBin || !call.Store.MayUse(call.User, connector))
        {
            throw Refusal.Forbidden();
        }

        JsonObject body = call.Body();
        var problems = new Problems();
        Guid newOwner = problems.RequiredId(body, "new_owner");
        problems.ThrowIfAny();
        if (!call.Store.Organizations.ContainsKey(newOwner) && !CdeSeed.Users.Any(u => u.Id == newOwner))
        {
            problems.Add("new_owner", "Owner not found.");
        }
        else if (Buckets(connector).Intersect(call.Store.Connectors.Values.Where(c => c != connector).SelectMany(Buckets)).Any())
        {
            problems.Add("new_owner", "Bucket is assigned to more than one Connector.");
        }

        problems.ThrowIfAny();
        connector.Owner = newOwner;
        return Answer.Message(200, "A new owner has been assigned.");
    }

    private static Answer List(Call call, bool isInBin)
    {
        int from = call.QueryNumber("from", otherwise: 0, least: 0);
        int limit = call.QueryNumber("limit", DefaultLimit, least: 1);
        Guid? owner = call.QueryId("owners");
        bool? released = (isInBin ? null : call.Query("released")) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            _ => throw Refusal.Invalid(Refusal.BadRequest, ("released", "The value you selected is not a valid choice.")),
        };
        if (owner is not null && owner != call.User.Id && !call.User.IsAdministrator
            && !(call.Store.Organizations.TryGetValue(owner.Value, out JsonObject? organization) && Store.IsMember(organization, call.User.Id)))
        {
            throw Refusal.Forbidden();
        }

        string? name = call.Query("name");
        string? type = isInBin ? null : call.Query("type");
        IEnumerable<ConnectorRecord> found = call.Store.Connectors.Values.Where(c =>
            c.IsInBin == isInBin
            && call.Store.MayUse(call.User, c)
            && (owner is null || c.Owner == owner)
            && (name is null || c.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            && (type is null || c.Type == type)
            && (released is null || c.IsReleased == released));
        return Answer.Page("connector", [.. found.Select(c => c.Json)], from, limit);
    }

    private static IEnumerable<string> Buckets(ConnectorRecord connector) =>
        connector.Versions.SelectMany(v => v["config"]!["buckets"]!.AsArray()).Select(b => b!["id"]!.GetValue<string>()).Distinct();

    private static void Merge(JsonObject target, JsonObject source)
    {
        foreach ((string? name, JsonNode? value) in source)
        {
            if (value is JsonObject inner && target[name] is JsonObject existing)
            {
                Merge(existing, inner);
            }
            else if (value?.GetValueKind() is not (null or JsonValueKind.Null) || target[name] is not JsonObject)
            {
                target[name] = value?.DeepClone();
            }
        }
    }
}
