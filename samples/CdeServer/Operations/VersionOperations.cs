using System.Text.Json;
using System.Text.Json.Nodes;
using CdeCodegen.Samples.Http;
using CdeCodegen.Samples.State;
using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Samples.Operations;

/// <summary>Operations on the runtime, container API, logo, secrets, authentications, fields and buckets of a version.</summary>
internal static class VersionOperations
{
    public static ServerResponse SyncRuntime(RequestContext context)
    {
        (ConnectorRecord _, JsonObject? version) = context.Version();
        string state = version["state"]!.GetValue<string>();
        if (state.StartsWith("resynchronizing", StringComparison.Ordinal))
        {
            throw RefusedException.Invalid($"Transition is not allowed, entity is {state}.");
        }

        context.SetUpdated(version);
        return ServerResponse.Message(200, "Successfully synchronized the version of the connector with runtime.");
    }

    public static ServerResponse UpdateRuntimeProd(RequestContext context)
    {
        (ConnectorRecord _, JsonObject? version) = context.Version();
        JsonObject body = context.ReadBody();
        var validator = new RequestValidator();
        string environment = validator.RequiredText(body, "environment");
        string? number = validator.OptionalText(body, "version");
        validator.ThrowIfAny();
        if (string.IsNullOrWhiteSpace(number))
        {
            throw RefusedException.Invalid($"Missing connector runtime version for runtime environment {environment}.");
        }

        JsonObject reference = version["platform_prod_reference"]!.AsObject();
        if (reference["runtime"] is JsonObject runtime)
        {
            runtime["version"] = number;
        }
        else
        {
            reference["runtime"] = new JsonObject { ["environment"] = environment, ["version"] = number };
        }

        context.SetUpdated(version);
        return ServerResponse.Message(200, $"Successfully updated connector prod runtime for version {version["version"]}.");
    }

    public static ServerResponse ShowAuthentication(RequestContext context)
    {
        (ConnectorRecord _, JsonObject? version) = context.Version();
        JsonNode config = version["config"]!;
        string[] additional = config["authentication-registrations-additional-fields"]!.AsArray().Select(f => "pup-auth-" + f).ToArray();
        IEnumerable<JsonObject> registrations = config["authentication-registrations"]!.AsArray().Select(r => new JsonObject
        {
            ["id"] = r!.DeepClone(),
            ["fields"] = Strings(r.GetValue<int>() == 30
                ? ["pup-auth-ssl_cert", "pup-auth-ssl_cert_password", "pup-auth-ssl_cert_type"]
                : ["pup-auth-etsy_refresh_token"]),
            ["additional-fields"] = Strings(additional),
        });
        return ServerResponse.Item(200, "successful operation", "authentication-registrations", new JsonArray([.. registrations]));
    }

    public static ServerResponse UpdateAuthentication(RequestContext context)
    {
        (ConnectorRecord _, JsonObject? version) = context.Version(ForeignResource.Hidden);
        JsonObject body = context.ReadBody();
        var validator = new RequestValidator();
        if (body["authentication-registrations"] is not JsonArray registrations)
        {
            validator.Add("authentication-registrations", "This value does not have valid array.");
        }
        else if (registrations.Where(r => !RequestValidator.IsInteger(r)).ToArray() is { Length: > 0 } wrong)
        {
            validator.Add("authentication-registrations", "Given values are not int: " + string.Join(',', wrong.Select(w => w?.ToJsonString() ?? "null")));
        }

        JsonNode additional = body["authentication-registrations-additional-fields"] ?? new JsonArray();
        if (additional is not JsonArray fields || !fields.All(RequestValidator.IsText))
        {
            validator.Add("authentication-registrations-additional-fields", "This value does not have valid array.");
        }

        validator.ThrowIfAny();
        version["config"]!["authentication-registrations"] = body["authentication-registrations"]!.DeepClone();
        version["config"]!["authentication-registrations-additional-fields"] = additional.DeepClone();
        MarkUpdated(context, version);
        return ServerResponse.Message(200, "Authentication registration successfully updated.");
    }

    public static ServerResponse UpdateSecrets(RequestContext context)
    {
        (ConnectorRecord _, JsonObject? version) = context.Version(ForeignResource.Hidden);
        if (context.ReadBody()["secret-registrations"] is not JsonArray secrets
            || !secrets.All(s => RequestValidator.IsText(s) && s!.GetValue<string>().Contains('/')))
        {
            throw RefusedException.Invalid(RefusedException.BadRequest, ("secret-registrations", "This value does not have valid array."));
        }

        version["config"]!["secret-registrations"] = new JsonArray([.. secrets.Select(s => SeedData.Secret(s!.GetValue<string>()))]);
        MarkUpdated(context, version);
        return ServerResponse.Message(200, "Secret registrations successfully updated.");
    }

    public static ServerResponse UpdateContainerApi(RequestContext context)
    {
        (ConnectorRecord _, JsonObject? version) = context.Version();
        JsonObject body = context.ReadBody();
        var validator = new RequestValidator();
        string? image = validator.OptionalText(body, "image");
        string constraint = validator.RequiredText(body, "version-constraint");
        validator.ThrowIfAny();
        version["config"]!["execution"]!["container-api"] = new JsonObject { ["image"] = image, ["version-constraint"] = constraint };
        version["state"] = "updating";
        context.SetUpdated(version);
        return version.ToResponse(200);
    }

    public static ServerResponse UploadLogo(RequestContext context)
    {
        (ConnectorRecord? connector, JsonObject? version) = context.Version();
        IFormFile? file = context.Files.GetFile("logo");
        if (file is null || file.Length == 0)
        {
            throw RefusedException.Invalid(RefusedException.BadRequest, ("logo", "This value should not be blank."));
        }

        if (file.ContentType != "image/svg+xml")
        {
            throw RefusedException.Invalid(RefusedException.BadRequest, ("logo", "The mime type of the file is invalid."));
        }

        version["version"] = ConnectorRecord.NextPatch(version);
        version["logo"] = new Uri(context.Host, $"connectors/{connector.Id}/{ConnectorRecord.Major(version)}/logo.svg").AbsoluteUri;
        MarkUpdated(context, version);
        return version.ToResponse(200, "Logo has been uploaded successfully.", "connector-version");
    }

    public static ServerResponse ValidateVcs(RequestContext context)
    {
        context.Version(ForeignResource.Hidden);
        return ServerResponse.Message(200, "VCS config is valid.");
    }

    public static ServerResponse AddIndividual(RequestContext context)
    {
        (ConnectorRecord _, JsonObject? version) = context.Version(ForeignResource.Hidden);
        JsonObject body = context.ReadBody();
        var validator = new RequestValidator();
        var field = new JsonObject
        {
            ["command-option"] = validator.RequiredText(body, "command-option"),
            ["field-type"] = validator.RequiredText(body, "field-type"),
            ["field-name"] = validator.RequiredText(body, "field-name"),
            ["field-required"] = body["field-required"]?.GetValueKind() == JsonValueKind.True,
            ["field-placeholder"] = validator.OptionalText(body, "field-placeholder") ?? "",
            ["field-description"] = validator.OptionalText(body, "field-description") ?? "",
            ["field-default-value"] = validator.OptionalText(body, "field-default-value") ?? "",
            ["field-config"] = validator.OptionalText(body, "field-config") ?? "",
        };
        validator.ThrowIfAny();
        JsonArray fields = version["config"]!["individuals"]!.AsArray();
        field["order"] = RequestValidator.IsInteger(body["order"]) ? body["order"]!.GetValue<int>() : fields.Count + 1;
        field["created-at"] = context.Store.Now;
        field["updated-at"] = context.Store.Now;
        fields.Add(field);
        context.SetUpdated(version);
        return ServerResponse.Message(201, "Individual configuration added.");
    }

    public static ServerResponse LinkBucket(RequestContext context)
    {
        (ConnectorRecord _, JsonObject? version) = context.Version();
        JsonObject body = context.ReadBody();
        var validator = new RequestValidator();
        Guid bucket = validator.RequiredId(body, "bucket-id");
        string type = validator.RequiredText(body, "type");
        string environment = validator.RequiredText(body, "environment");
        if (environment is not ("" or "dev" or "prod"))
        {
            validator.Add("environment", "Invalid environment. Valid choices are {`dev`, `prod`}.");
        }

        validator.ThrowIfAny();
        if (!context.Store.Buckets.Contains(bucket))
        {
            throw RefusedException.NotFound("Bucket not found.");
        }

        version["config"]!["buckets"]!.AsArray().Add(new JsonObject
        {
            ["id"] = bucket.ToString(),
            ["type"] = type,
            ["environment"] = environment,
        });
        context.SetUpdated(version);
        return ServerResponse.Message(201, "Bucket has been added.");
    }

    private static void MarkUpdated(RequestContext context, JsonObject version)
    {
        version["state"] = "updated";
        context.SetUpdated(version);
    }

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(v => JsonValue.Create(v))]);
}
