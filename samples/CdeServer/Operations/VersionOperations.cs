using System.Text.Json;
using System.Text.Json.Nodes;
using CdeCodegen.Samples.Http;
using CdeCodegen.Samples.State;
using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Samples.Operations;

/// <summary>What is set on a version: runtime, container API, logo, secrets, authentications, fields, buckets.</summary>
internal static class VersionOperations
{
    public static Answer SyncRuntime(Call call)
    {
        (ConnectorRecord _, JsonObject? version) = call.Version();
        string state = version["state"]!.GetValue<string>();
        if (state.StartsWith("resynchronizing", StringComparison.Ordinal))
        {
            throw Refusal.Invalid($"Transition is not allowed, entity is {state}.");
        }

        call.Touch(version);
        return Answer.Message(200, "Successfully synchronized the version of the connector with runtime.");
    }

    public static Answer UpdateRuntimeProd(Call call)
    {
        (ConnectorRecord _, JsonObject? version) = call.Version();
        JsonObject body = call.Body();
        var problems = new Problems();
        string environment = problems.RequiredText(body, "environment");
        string? number = problems.OptionalText(body, "version");
        problems.ThrowIfAny();
        if (string.IsNullOrWhiteSpace(number))
        {
            throw Refusal.Invalid($"Missing connector runtime version for runtime environment {environment}.");
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

        call.Touch(version);
        return Answer.Message(200, $"Successfully updated connector prod runtime for version {version["version"]}.");
    }

    public static Answer ShowAuthentication(Call call)
    {
        (ConnectorRecord _, JsonObject? version) = call.Version();
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
        return Answer.Item(200, "successful operation", "authentication-registrations", new JsonArray([.. registrations]));
    }

    public static Answer UpdateAuthentication(Call call)
    {
        (ConnectorRecord _, JsonObject? version) = call.Version(Foreign.Hidden);
        JsonObject body = call.Body();
        var problems = new Problems();
        if (body["authentication-registrations"] is not JsonArray registrations)
        {
            problems.Add("authentication-registrations", "This value does not have valid array.");
        }
        else if (registrations.Where(r => !Problems.IsInteger(r)).ToArray() is { Length: > 0 } wrong)
        {
            problems.Add("authentication-registrations", "Given values are not int: " + string.Join(',', wrong.Select(w => w?.ToJsonString() ?? "null")));
        }

        JsonNode additional = body["authentication-registrations-additional-fields"] ?? new JsonArray();
        if (additional is not JsonArray fields || !fields.All(Problems.IsText))
        {
            problems.Add("authentication-registrations-additional-fields", "This value does not have valid array.");
        }

        problems.ThrowIfAny();
        version["config"]!["authentication-registrations"] = body["authentication-registrations"]!.DeepClone();
        version["config"]!["authentication-registrations-additional-fields"] = additional.DeepClone();
        Update(call, version);
        return Answer.Message(200, "Authentication registration successfully updated.");
    }

    public static Answer UpdateSecrets(Call call)
    {
        (ConnectorRecord _, JsonObject? version) = call.Version(Foreign.Hidden);
        if (call.Body()["secret-registrations"] is not JsonArray secrets || !secrets.All(s => Problems.IsText(s) && s!.GetValue<string>().Contains('/')))
        {
            throw Refusal.Invalid(Refusal.BadRequest, ("secret-registrations", "This value does not have valid array."));
        }

        version["config"]!["secret-registrations"] = new JsonArray([.. secrets.Select(s => SeedData.Secret(s!.GetValue<string>()))]);
        Update(call, version);
        return Answer.Message(200, "Secret registrations successfully updated.");
    }

    public static Answer UpdateContainerApi(Call call)
    {
        (ConnectorRecord _, JsonObject? version) = call.Version();
        JsonObject body = call.Body();
        var problems = new Problems();
        string? image = problems.OptionalText(body, "image");
        string constraint = problems.RequiredText(body, "version-constraint");
        problems.ThrowIfAny();
        version["config"]!["execution"]!["container-api"] = new JsonObject { ["image"] = image, ["version-constraint"] = constraint };
        version["state"] = "updating";
        call.Touch(version);
        return version.Answer(200);
    }

    public static Answer UploadLogo(Call call)
    {
        (ConnectorRecord? connector, JsonObject? version) = call.Version();
        IFormFile? file = call.Files.GetFile("logo");
        if (file is null || file.Length == 0)
        {
            throw Refusal.Invalid(Refusal.BadRequest, ("logo", "This value should not be blank."));
        }

        if (file.ContentType != "image/svg+xml")
        {
            throw Refusal.Invalid(Refusal.BadRequest, ("logo", "The mime type of the file is invalid."));
        }

        version["version"] = ConnectorRecord.NextPatch(version);
        version["logo"] = new Uri(call.Host, $"connectors/{connector.Id}/{ConnectorRecord.Major(version)}/logo.svg").AbsoluteUri;
        Update(call, version);
        return version.Answer(200, "Logo has been uploaded successfully.", "connector-version");
    }

    public static Answer ValidateVcs(Call call)
    {
        call.Version(Foreign.Hidden);
        return Answer.Message(200, "VCS config is valid.");
    }

    public static Answer AddIndividual(Call call)
    {
        (ConnectorRecord _, JsonObject? version) = call.Version(Foreign.Hidden);
        JsonObject body = call.Body();
        var problems = new Problems();
        var field = new JsonObject
        {
            ["command-option"] = problems.RequiredText(body, "command-option"),
            ["field-type"] = problems.RequiredText(body, "field-type"),
            ["field-name"] = problems.RequiredText(body, "field-name"),
            ["field-required"] = body["field-required"]?.GetValueKind() == JsonValueKind.True,
            ["field-placeholder"] = problems.OptionalText(body, "field-placeholder") ?? "",
            ["field-description"] = problems.OptionalText(body, "field-description") ?? "",
            ["field-default-value"] = problems.OptionalText(body, "field-default-value") ?? "",
            ["field-config"] = problems.OptionalText(body, "field-config") ?? "",
        };
        problems.ThrowIfAny();
        JsonArray fields = version["config"]!["individuals"]!.AsArray();
        field["order"] = Problems.IsInteger(body["order"]) ? body["order"]!.GetValue<int>() : fields.Count + 1;
        field["created-at"] = call.Store.Now;
        field["updated-at"] = call.Store.Now;
        fields.Add(field);
        call.Touch(version);
        return Answer.Message(201, "Individual configuration added.");
    }

    public static Answer LinkBucket(Call call)
    {
        (ConnectorRecord _, JsonObject? version) = call.Version();
        JsonObject body = call.Body();
        var problems = new Problems();
        Guid bucket = problems.RequiredId(body, "bucket-id");
        string type = problems.RequiredText(body, "type");
        string environment = problems.RequiredText(body, "environment");
        if (environment is not ("" or "dev" or "prod"))
        {
            problems.Add("environment", "Invalid environment. Valid choices are {`dev`, `prod`}.");
        }

        problems.ThrowIfAny();
        if (!call.Store.Buckets.Contains(bucket))
        {
            throw Refusal.NotFound("Bucket not found.");
        }

        version["config"]!["buckets"]!.AsArray().Add(new JsonObject
        {
            ["id"] = bucket.ToString(),
            ["type"] = type,
            ["environment"] = environment,
        });
        call.Touch(version);
        return Answer.Message(201, "Bucket has been added.");
    }

    private static void Update(Call call, JsonObject version)
    {
        version["state"] = "updated";
        call.Touch(version);
    }

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(v => JsonValue.Create(v))]);
}
