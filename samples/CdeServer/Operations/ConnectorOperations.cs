using System.Text.Json;
using System.Text.Json.Nodes;
using CdeCodegen.Samples.Http;
using CdeCodegen.Samples.State;

namespace CdeCodegen.Samples.Operations;

/// <summary>Operations on connectors: list, create, copy, show, move to and restore from the bin, transfer.</summary>
internal static class ConnectorOperations
{
    private const int DefaultLimit = 20;
    private static readonly string[] s_types = ["datasource", "export", "export-delta", "transform", "data-service", "download", "write", "upload"];

    public static ServerResponse List(RequestContext context) => List(context, isInBin: false);

    public static ServerResponse ListFromBin(RequestContext context) => List(context, isInBin: true);

    public static ServerResponse Create(RequestContext context)
    {
        if (!context.User.MayCreate)
        {
            throw RefusedException.Forbidden();
        }

        JsonObject body = context.ReadBody();
        var validator = new RequestValidator();
        string type = validator.RequiredText(body, "connector-type");
        string name = validator.RequiredText(body, "connector-name");
        string? description = validator.OptionalText(body, "connector-description");
        string? readme = validator.OptionalText(body, "readme");
        if (type.Length > 0 && !s_types.Contains(type))
        {
            validator.Add("connector-type", "The value you selected is not a valid choice.");
        }

        validator.ThrowIfAny();
        JsonObject version = ResourceFactory.Version(type, "1.0.0", name, description, readme, "19.20.7", context.Store.Now);
        var connector = new ConnectorRecord(ResourceFactory.Connector(context.Store.NewId(), type, name, description, readme, context.User.Id, version));
        context.Store.Add(connector);
        return ServerResponse.Item(201, "Connector created.", "connector", connector.Json);
    }

    /// <summary>Creates a connector from the versions in the request. Members that they omit have the values of a new version.</summary>
    public static ServerResponse Import(RequestContext context)
    {
        if (!context.User.MayCreate)
        {
            throw RefusedException.Forbidden();
        }

        JsonObject body = context.ReadBody();
        var validator = new RequestValidator();
        string name = validator.RequiredText(body, "name") + " - Copy";
        string type = validator.RequiredText(body, "type");
        string? description = validator.OptionalText(body, "description");
        string? readme = validator.OptionalText(body, "readme");
        if (body["versions"] is not JsonArray { Count: > 0 } templates || !templates.All(t => t is JsonObject o && o["config"] is JsonObject))
        {
            validator.Add("versions", "This value should not be blank.");
            templates = [];
        }

        validator.ThrowIfAny();
        IEnumerable<JsonObject> versions = templates.Select((template, index) =>
        {
            JsonObject version = ResourceFactory.Version(type, $"{index + 1}.0.0", name, description, readme, "19.20.7", context.Store.Now);
            Merge(version["config"]!.AsObject(), template!["config"]!.AsObject());
            (version["config"]!["vcs"] as JsonObject)?.Remove("token");
            return version;
        });
        var connector = new ConnectorRecord(ResourceFactory.Connector(context.Store.NewId(), type, name, description, readme, context.User.Id, [.. versions]));
        context.Store.Add(connector);
        return ServerResponse.Item(201, "Connector created.", "connector", connector.Json);
    }

    public static ServerResponse Show(RequestContext context) => ServerResponse.Item(200, "successful operation", "connector", context.Connector().Json);

    public static ServerResponse MoveToBin(RequestContext context)
    {
        ConnectorRecord connector = context.Connector();
        if (connector.IsInUse)
        {
            throw RefusedException.Invalid("Connector is actively used on the platform.");
        }

        connector.IsInBin = true;
        foreach (JsonObject version in connector.Versions)
        {
            version["deleted-at"] = context.Store.Now;
        }

        JsonNode shown = connector.Json.DeepClone();
        shown["versions"] = new JsonArray();
        return ServerResponse.Item(200, "Connector has been moved to bin.", "connector", shown);
    }

    public static ServerResponse RestoreFromBin(RequestContext context)
    {
        // The name in the path template differs from that of the declared parameter.
        ConnectorRecord connector = context.Connector(context.Id("movedToBinPublicId"), isInBin: true);
        connector.IsInBin = false;
        foreach (JsonObject version in connector.Versions)
        {
            version["deleted-at"] = null;
        }

        return ServerResponse.Item(200, "Connector has been restored from bin.", "connector", connector.Json);
    }

    public static ServerResponse TransferOwnership(RequestContext context)
    {
        // No 404 is documented, so an unknown connector is a 403 too.
        if (!context.Store.Connectors.TryGetValue(context.Id("publicId"), out ConnectorRecord? connector)
            || connector.IsInBin
            || !context.Store.HasAccess(context.User, connector))
        {
            throw RefusedException.Forbidden();
        }

        JsonObject body = context.ReadBody();
        var validator = new RequestValidator();
        Guid newOwner = validator.RequiredId(body, "new_owner");
        validator.ThrowIfAny();
        if (!context.Store.Organizations.ContainsKey(newOwner) && !CdeSeed.Users.Any(u => u.Id == newOwner))
        {
            validator.Add("new_owner", "Owner not found.");
        }
        else if (Buckets(connector).Intersect(context.Store.Connectors.Values.Where(c => c != connector).SelectMany(Buckets)).Any())
        {
            validator.Add("new_owner", "Bucket is assigned to more than one Connector.");
        }

        validator.ThrowIfAny();
        connector.Owner = newOwner;
        return ServerResponse.Message(200, "A new owner has been assigned.");
    }

    private static ServerResponse List(RequestContext context, bool isInBin)
    {
        int from = context.QueryNumber("from", defaultValue: 0, minimum: 0);
        int limit = context.QueryNumber("limit", DefaultLimit, minimum: 1);
        Guid? owner = context.QueryId("owners");
        bool? released = (isInBin ? null : context.Query("released")) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            _ => throw RefusedException.Invalid(RefusedException.BadRequest, ("released", "The value you selected is not a valid choice.")),
        };
        if (owner is not null && owner != context.User.Id && !context.User.IsAdministrator
            && !(context.Store.Organizations.TryGetValue(owner.Value, out JsonObject? organization) && Store.IsMember(organization, context.User.Id)))
        {
            throw RefusedException.Forbidden();
        }

        string? name = context.Query("name");
        string? type = isInBin ? null : context.Query("type");
        IEnumerable<ConnectorRecord> found = context.Store.Connectors.Values.Where(c =>
            c.IsInBin == isInBin
            && context.Store.HasAccess(context.User, c)
            && (owner is null || c.Owner == owner)
            && (name is null || c.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            && (type is null || c.Type == type)
            && (released is null || c.IsReleased == released));
        return ServerResponse.Page("connector", [.. found.Select(c => c.Json)], from, limit);
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
