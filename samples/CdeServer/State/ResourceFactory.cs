using System.Text.Json.Nodes;

namespace CdeCodegen.Samples.State;

/// <summary>Creates connectors, versions and configurations with all members of the API.</summary>
internal static class ResourceFactory
{
    public static JsonObject Connector(
        Guid id, string type, string name, string? description, string? readme, Guid owner, params JsonObject[] versions) => new()
        {
            ["id"] = id.ToString(),
            ["type"] = type,
            ["name"] = name,
            ["description"] = description,
            ["readme"] = readme,
            ["flow"] = "default",
            ["main-version-number"] = null,
            ["owner"] = owner.ToString(),
            ["integrator"] = owner.ToString(),
            ["versions"] = new JsonArray([.. versions]),
            ["main"] = null,
        };

    public static JsonObject Version(string type, string number, string name, string? description, string? readme, string runtime, string now) => new()
    {
        ["name"] = name,
        ["description"] = description,
        ["readme"] = readme,
        ["version"] = number,
        ["logo"] = null,
        ["created-at"] = now,
        ["updated-at"] = now,
        ["deleted-at"] = null,
        ["state"] = "created",
        ["config"] = Config(type),
        ["platform_dev_reference"] = DevReference(runtime),
        ["platform_prod_reference"] = ProdReference(runtime),
        ["prod_config"] = null,
        ["dev_config"] = null,
    };

    private static JsonObject Config(string type) => new()
    {
        ["update-progress"] = new JsonArray(),
        ["secret-registrations"] = new JsonArray(),
        ["authentication-registrations"] = new JsonArray(),
        ["authentication-registrations-additional-fields"] = new JsonArray(),
        ["application"] = null,
        ["vcs"] = null,
        ["docker"] = new JsonObject { ["image-name"] = null, ["image-tag"] = null, ["registry-url"] = null },
        ["individuals"] = new JsonArray(),
        ["migration"] = null,
        ["execution"] = new JsonObject
        {
            ["execution-mode"] = "as-env-variables",
            ["container-api-image"] = "test.domain.docker/test/container-api-image:1.0.0",
            ["docker-host"] = null,
            ["container-api"] = new JsonObject { ["image"] = null, ["version-constraint"] = "^9.9.9" },
        },
        ["export"] = null,
        ["data-service"] = type == "data-service" ? DataService() : null,
        ["datasource"] = type == "datasource" ? new JsonObject { ["categories"] = new JsonArray() } : null,
        ["buckets"] = new JsonArray(),
        ["feature-flags"] = new JsonArray(),
        ["container-api-config"] = null,
    };

    private static JsonObject DataService() => new()
    {
        ["column-prefix"] = null,
        ["service-type"] = null,
        ["stages"] = new JsonArray(),
        ["max-usage"] = null,
        ["service-category"] = null,
        ["datasource"] = null,
    };

    private static JsonObject DevReference(string runtime) => new()
    {
        ["account"] = null,
        ["project"] = null,
        ["executable"] = null,
        ["platform-connector"] = null,
        ["site"] = null,
        ["site-processing-cluster"] = null,
        ["assigned-to-site"] = null,
        ["assigned-to-channel"] = null,
        ["assigned-to-channel-site"] = null,
        ["assigned-to-channel-site-destination"] = null,
        ["runtime"] = Runtime(runtime),
    };

    private static JsonObject ProdReference(string runtime) => new()
    {
        ["executable"] = null,
        ["platform-connector"] = null,
        ["target-accounts"] = new JsonArray(),
        ["target-projects"] = new JsonArray(),
        ["target-sites"] = new JsonArray(),
        ["enabled-for-accounts"] = new JsonArray(),
        ["enabled-for-projects"] = new JsonArray(),
        ["enabled-for-sites"] = new JsonArray(),
        ["assigned-to-sites"] = new JsonArray(),
        ["released"] = false,
        ["version"] = null,
        ["runtime"] = Runtime(runtime),
    };

    private static JsonObject Runtime(string version) => new() { ["environment"] = "bin-docker-wrapper", ["version"] = version };
}
