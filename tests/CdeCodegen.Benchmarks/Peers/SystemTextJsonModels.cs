using System.Text.Json;
using System.Text.Json.Serialization;

namespace CdeCodegen.Benchmarks.Peers.SystemTextJson;

// The same members as the generated models, written by hand for the source generator of System.Text.Json.
public sealed class ConnectorEnvelope
{
    [JsonPropertyName("message")]
    public string Message { get; set; } = null!;

    [JsonPropertyName("resource")]
    public string Resource { get; set; } = null!;

    [JsonPropertyName("data")]
    public Connector Data { get; set; } = null!;
}

public sealed class Connector
{
    [JsonPropertyName("id")]
    public Guid Id { get; set; }

    [JsonPropertyName("type")]
    public string Type { get; set; } = null!;

    [JsonPropertyName("name")]
    public string Name { get; set; } = null!;

    [JsonPropertyName("description")]
    public string? Description { get; set; }

    [JsonPropertyName("readme")]
    public string? Readme { get; set; }

    [JsonPropertyName("flow")]
    public string Flow { get; set; } = null!;

    [JsonPropertyName("main-version-number")]
    public JsonElement? MainVersionNumber { get; set; }

    [JsonPropertyName("owner")]
    public Guid Owner { get; set; }

    [JsonPropertyName("integrator")]
    public Guid Integrator { get; set; }

    [JsonPropertyName("versions")]
    public IReadOnlyList<Version> Versions { get; set; } = null!;

    [JsonPropertyName("main")]
    public JsonElement? Main { get; set; }
}

public sealed class Version
{
    [JsonPropertyName("name")]
    public string Name { get; set; } = null!;

    [JsonPropertyName("description")]
    public string? Description { get; set; }

    [JsonPropertyName("readme")]
    public string? Readme { get; set; }

    [JsonPropertyName("version")]
    public string VersionValue { get; set; } = null!;

    [JsonPropertyName("logo")]
    public Uri? Logo { get; set; }

    [JsonPropertyName("created-at")]
    public DateTimeOffset CreatedAt { get; set; }

    [JsonPropertyName("updated-at")]
    public DateTimeOffset UpdatedAt { get; set; }

    [JsonPropertyName("deleted-at")]
    public DateTimeOffset? DeletedAt { get; set; }

    [JsonPropertyName("state")]
    public string State { get; set; } = null!;

    [JsonPropertyName("config")]
    public Config Config { get; set; } = null!;

    [JsonPropertyName("platform_dev_reference")]
    public PlatformDevReference PlatformDevReference { get; set; } = null!;

    [JsonPropertyName("platform_prod_reference")]
    public PlatformProdReference PlatformProdReference { get; set; } = null!;

    [JsonPropertyName("prod_config")]
    public JsonElement? ProdConfig { get; set; }

    [JsonPropertyName("dev_config")]
    public JsonElement? DevConfig { get; set; }
}

public sealed class Config
{
    [JsonPropertyName("update-progress")]
    public IReadOnlyList<string> UpdateProgress { get; set; } = null!;

    [JsonPropertyName("secret-registrations")]
    public IReadOnlyList<SecretRegistration> SecretRegistrations { get; set; } = null!;

    [JsonPropertyName("authentication-registrations")]
    public IReadOnlyList<int> AuthenticationRegistrations { get; set; } = null!;

    [JsonPropertyName("authentication-registrations-additional-fields")]
    public IReadOnlyList<string> AuthenticationRegistrationsAdditionalFields { get; set; } = null!;

    [JsonPropertyName("application")]
    public Application? Application { get; set; }

    [JsonPropertyName("vcs")]
    public Vcs? Vcs { get; set; }

    [JsonPropertyName("docker")]
    public Docker Docker { get; set; } = null!;

    [JsonPropertyName("individuals")]
    public IReadOnlyList<Individual> Individuals { get; set; } = null!;

    [JsonPropertyName("migration")]
    public Migration? Migration { get; set; }

    [JsonPropertyName("execution")]
    public Execution Execution { get; set; } = null!;

    [JsonPropertyName("export")]
    public JsonElement? Export { get; set; }

    [JsonPropertyName("data-service")]
    public DataService? DataService { get; set; }

    [JsonPropertyName("datasource")]
    public Datasource? Datasource { get; set; }

    [JsonPropertyName("buckets")]
    public IReadOnlyList<JsonElement> Buckets { get; set; } = null!;

    [JsonPropertyName("feature-flags")]
    public IReadOnlyList<JsonElement> FeatureFlags { get; set; } = null!;

    [JsonPropertyName("container-api-config")]
    public JsonElement? ContainerApiConfig { get; set; }
}

public sealed class SecretRegistration
{
    [JsonPropertyName("ini_header")]
    public string? IniHeader { get; set; }

    [JsonPropertyName("vault_secret")]
    public string VaultSecret { get; set; } = null!;

    [JsonPropertyName("fields")]
    public IReadOnlyList<JsonElement>? Fields { get; set; }
}

public sealed class Application
{
    [JsonPropertyName("command")]
    public string Command { get; set; } = null!;

    [JsonPropertyName("arguments")]
    public string Arguments { get; set; } = null!;

    [JsonPropertyName("health-check")]
    public string HealthCheck { get; set; } = null!;
}

public sealed class Vcs
{
    [JsonPropertyName("authorization")]
    public string Authorization { get; set; } = null!;

    [JsonPropertyName("url")]
    public string Url { get; set; } = null!;

    [JsonPropertyName("branch")]
    public string Branch { get; set; } = null!;

    [JsonPropertyName("username")]
    public string? Username { get; set; }

    [JsonPropertyName("token")]
    public string? Token { get; set; }

    [JsonPropertyName("deploy-key-public")]
    public string? DeployKeyPublic { get; set; } = null!;

    [JsonPropertyName("latest-commit")]
    public string? LatestCommit { get; set; } = null!;
}

public sealed class Docker
{
    [JsonPropertyName("image-name")]
    public string? ImageName { get; set; }

    [JsonPropertyName("image-tag")]
    public string? ImageTag { get; set; }

    [JsonPropertyName("registry-url")]
    public string? RegistryUrl { get; set; }
}

public sealed class Individual
{
    [JsonPropertyName("command-option")]
    public string CommandOption { get; set; } = null!;

    [JsonPropertyName("field-type")]
    public string FieldType { get; set; } = null!;

    [JsonPropertyName("field-name")]
    public string FieldName { get; set; } = null!;

    [JsonPropertyName("field-required")]
    public bool? FieldRequired { get; set; }

    [JsonPropertyName("field-placeholder")]
    public string? FieldPlaceholder { get; set; }

    [JsonPropertyName("field-description")]
    public string? FieldDescription { get; set; }

    [JsonPropertyName("field-default-value")]
    public string? FieldDefaultValue { get; set; }

    [JsonPropertyName("field-config")]
    public string? FieldConfig { get; set; }

    [JsonPropertyName("order")]
    public int? Order { get; set; } = null!;

    [JsonPropertyName("created-at")]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonPropertyName("updated-at")]
    public DateTimeOffset? UpdatedAt { get; set; }
}

public sealed class Migration
{
    [JsonPropertyName("legacy-executable")]
    public int LegacyExecutable { get; set; }
}

public sealed class Execution
{
    [JsonPropertyName("execution-mode")]
    public string ExecutionMode { get; set; } = null!;

    [JsonPropertyName("container-api-image")]
    public string ContainerApiImage { get; set; } = null!;

    [JsonPropertyName("docker-host")]
    public string? DockerHost { get; set; }

    [JsonPropertyName("container-api")]
    public ContainerApi ContainerApi { get; set; } = null!;
}

public sealed class ContainerApi
{
    [JsonPropertyName("image")]
    public string? Image { get; set; }

    [JsonPropertyName("version-constraint")]
    public string VersionConstraint { get; set; } = null!;
}

public sealed class DataService
{
    [JsonPropertyName("column-prefix")]
    public string? ColumnPrefix { get; set; }

    [JsonPropertyName("service-type")]
    public string? ServiceType { get; set; }

    [JsonPropertyName("stages")]
    public IReadOnlyList<JsonElement> Stages { get; set; } = null!;

    [JsonPropertyName("max-usage")]
    public int? MaxUsage { get; set; }

    [JsonPropertyName("service-category")]
    public JsonElement? ServiceCategory { get; set; }

    [JsonPropertyName("datasource")]
    public JsonElement? Datasource { get; set; }
}

public sealed class Datasource
{
    [JsonPropertyName("categories")]
    public IReadOnlyList<string> Categories { get; set; } = null!;
}

public sealed class PlatformDevReference
{
    [JsonPropertyName("account")]
    public int? Account { get; set; }

    [JsonPropertyName("project")]
    public int? Project { get; set; }

    [JsonPropertyName("executable")]
    public JsonElement? Executable { get; set; }

    [JsonPropertyName("platform-connector")]
    public int? PlatformConnector { get; set; }

    [JsonPropertyName("site")]
    public int? Site { get; set; }

    [JsonPropertyName("site-processing-cluster")]
    public JsonElement? SiteProcessingCluster { get; set; }

    [JsonPropertyName("assigned-to-site")]
    public JsonElement? AssignedToSite { get; set; }

    [JsonPropertyName("assigned-to-channel")]
    public JsonElement? AssignedToChannel { get; set; }

    [JsonPropertyName("assigned-to-channel-site")]
    public JsonElement? AssignedToChannelSite { get; set; }

    [JsonPropertyName("assigned-to-channel-site-destination")]
    public JsonElement? AssignedToChannelSiteDestination { get; set; }

    [JsonPropertyName("runtime")]
    public Runtime? Runtime { get; set; }
}

public sealed class PlatformProdReference
{
    [JsonPropertyName("executable")]
    public JsonElement? Executable { get; set; }

    [JsonPropertyName("platform-connector")]
    public JsonElement? PlatformConnector { get; set; }

    [JsonPropertyName("target-accounts")]
    public IReadOnlyList<JsonElement> TargetAccounts { get; set; } = null!;

    [JsonPropertyName("target-projects")]
    public IReadOnlyList<JsonElement> TargetProjects { get; set; } = null!;

    [JsonPropertyName("target-sites")]
    public IReadOnlyList<JsonElement> TargetSites { get; set; } = null!;

    [JsonPropertyName("enabled-for-accounts")]
    public IReadOnlyList<JsonElement> EnabledForAccounts { get; set; } = null!;

    [JsonPropertyName("enabled-for-projects")]
    public IReadOnlyList<JsonElement> EnabledForProjects { get; set; } = null!;

    [JsonPropertyName("enabled-for-sites")]
    public IReadOnlyList<JsonElement> EnabledForSites { get; set; } = null!;

    [JsonPropertyName("assigned-to-sites")]
    public IReadOnlyList<JsonElement> AssignedToSites { get; set; } = null!;

    [JsonPropertyName("released")]
    public bool Released { get; set; }

    [JsonPropertyName("version")]
    public JsonElement? Version { get; set; }

    [JsonPropertyName("runtime")]
    public Runtime? Runtime { get; set; }
}

public sealed class Runtime
{
    [JsonPropertyName("environment")]
    public string Environment { get; set; } = null!;

    [JsonPropertyName("version")]
    public string Version { get; set; } = null!;
}

public sealed class Error
{
    [JsonPropertyName("message")]
    public string Message { get; set; } = null!;
}

[JsonSerializable(typeof(ConnectorEnvelope))]
[JsonSerializable(typeof(Error))]
[JsonSerializable(typeof(string[]))]
public sealed partial class CdeContext : JsonSerializerContext;
