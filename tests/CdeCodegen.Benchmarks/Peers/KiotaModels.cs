using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace CdeCodegen.Benchmarks.Peers.Kiota;

// The same members as Kiota's own generator writes them: everything nullable, a dictionary of closures per object, free-form values untyped.
public sealed class ConnectorEnvelope : IParsable
{
    public string? Message { get; set; }

    public string? Resource { get; set; }

    public Connector? Data { get; set; }

    public static ConnectorEnvelope CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["message"] = n => Message = n.GetStringValue(),
        ["resource"] = n => Resource = n.GetStringValue(),
        ["data"] = n => Data = n.GetObjectValue(Connector.CreateFromDiscriminatorValue),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteStringValue("message", Message);
        w.WriteStringValue("resource", Resource);
        w.WriteObjectValue("data", Data);
    }
}

public sealed class Connector : IParsable
{
    public Guid? Id { get; set; }

    public string? Type { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Readme { get; set; }

    public string? Flow { get; set; }

    public UntypedNode? MainVersionNumber { get; set; }

    public Guid? Owner { get; set; }

    public Guid? Integrator { get; set; }

    public List<Version>? Versions { get; set; }

    public UntypedNode? Main { get; set; }

    public static Connector CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["id"] = n => Id = n.GetGuidValue(),
        ["type"] = n => Type = n.GetStringValue(),
        ["name"] = n => Name = n.GetStringValue(),
        ["description"] = n => Description = n.GetStringValue(),
        ["readme"] = n => Readme = n.GetStringValue(),
        ["flow"] = n => Flow = n.GetStringValue(),
        ["main-version-number"] = n => MainVersionNumber = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["owner"] = n => Owner = n.GetGuidValue(),
        ["integrator"] = n => Integrator = n.GetGuidValue(),
        ["versions"] = n => Versions = n.GetCollectionOfObjectValues(Version.CreateFromDiscriminatorValue)?.ToList(),
        ["main"] = n => Main = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteGuidValue("id", Id);
        w.WriteStringValue("type", Type);
        w.WriteStringValue("name", Name);
        w.WriteStringValue("description", Description);
        w.WriteStringValue("readme", Readme);
        w.WriteStringValue("flow", Flow);
        w.WriteObjectValue("main-version-number", MainVersionNumber);
        w.WriteGuidValue("owner", Owner);
        w.WriteGuidValue("integrator", Integrator);
        w.WriteCollectionOfObjectValues("versions", Versions);
        w.WriteObjectValue("main", Main);
    }
}

public sealed class Version : IParsable
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Readme { get; set; }

    public string? VersionValue { get; set; }

    public string? Logo { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public string? State { get; set; }

    public Config? Config { get; set; }

    public PlatformDevReference? PlatformDevReference { get; set; }

    public PlatformProdReference? PlatformProdReference { get; set; }

    public UntypedNode? ProdConfig { get; set; }

    public UntypedNode? DevConfig { get; set; }

    public static Version CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["name"] = n => Name = n.GetStringValue(),
        ["description"] = n => Description = n.GetStringValue(),
        ["readme"] = n => Readme = n.GetStringValue(),
        ["version"] = n => VersionValue = n.GetStringValue(),
        ["logo"] = n => Logo = n.GetStringValue(),
        ["created-at"] = n => CreatedAt = n.GetDateTimeOffsetValue(),
        ["updated-at"] = n => UpdatedAt = n.GetDateTimeOffsetValue(),
        ["deleted-at"] = n => DeletedAt = n.GetDateTimeOffsetValue(),
        ["state"] = n => State = n.GetStringValue(),
        ["config"] = n => Config = n.GetObjectValue(Config.CreateFromDiscriminatorValue),
        ["platform_dev_reference"] = n => PlatformDevReference = n.GetObjectValue(PlatformDevReference.CreateFromDiscriminatorValue),
        ["platform_prod_reference"] = n => PlatformProdReference = n.GetObjectValue(PlatformProdReference.CreateFromDiscriminatorValue),
        ["prod_config"] = n => ProdConfig = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["dev_config"] = n => DevConfig = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteStringValue("name", Name);
        w.WriteStringValue("description", Description);
        w.WriteStringValue("readme", Readme);
        w.WriteStringValue("version", VersionValue);
        w.WriteStringValue("logo", Logo);
        w.WriteDateTimeOffsetValue("created-at", CreatedAt);
        w.WriteDateTimeOffsetValue("updated-at", UpdatedAt);
        w.WriteDateTimeOffsetValue("deleted-at", DeletedAt);
        w.WriteStringValue("state", State);
        w.WriteObjectValue("config", Config);
        w.WriteObjectValue("platform_dev_reference", PlatformDevReference);
        w.WriteObjectValue("platform_prod_reference", PlatformProdReference);
        w.WriteObjectValue("prod_config", ProdConfig);
        w.WriteObjectValue("dev_config", DevConfig);
    }
}

public sealed class Config : IParsable
{
    public List<string>? UpdateProgress { get; set; }

    public List<SecretRegistration>? SecretRegistrations { get; set; }

    public List<int?>? AuthenticationRegistrations { get; set; }

    public List<string>? AuthenticationRegistrationsAdditionalFields { get; set; }

    public Application? Application { get; set; }

    public Vcs? Vcs { get; set; }

    public Docker? Docker { get; set; }

    public List<Individual>? Individuals { get; set; }

    public Migration? Migration { get; set; }

    public Execution? Execution { get; set; }

    public UntypedNode? Export { get; set; }

    public DataService? DataService { get; set; }

    public Datasource? Datasource { get; set; }

    public List<UntypedNode>? Buckets { get; set; }

    public List<UntypedNode>? FeatureFlags { get; set; }

    public UntypedNode? ContainerApiConfig { get; set; }

    public static Config CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["update-progress"] = n => UpdateProgress = n.GetCollectionOfPrimitiveValues<string>()?.ToList(),
        ["secret-registrations"] = n => SecretRegistrations = n.GetCollectionOfObjectValues(SecretRegistration.CreateFromDiscriminatorValue)?.ToList(),
        ["authentication-registrations"] = n => AuthenticationRegistrations = n.GetCollectionOfPrimitiveValues<int?>()?.ToList(),
        ["authentication-registrations-additional-fields"] = n => AuthenticationRegistrationsAdditionalFields = n.GetCollectionOfPrimitiveValues<string>()?.ToList(),
        ["application"] = n => Application = n.GetObjectValue(Application.CreateFromDiscriminatorValue),
        ["vcs"] = n => Vcs = n.GetObjectValue(Vcs.CreateFromDiscriminatorValue),
        ["docker"] = n => Docker = n.GetObjectValue(Docker.CreateFromDiscriminatorValue),
        ["individuals"] = n => Individuals = n.GetCollectionOfObjectValues(Individual.CreateFromDiscriminatorValue)?.ToList(),
        ["migration"] = n => Migration = n.GetObjectValue(Migration.CreateFromDiscriminatorValue),
        ["execution"] = n => Execution = n.GetObjectValue(Execution.CreateFromDiscriminatorValue),
        ["export"] = n => Export = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["data-service"] = n => DataService = n.GetObjectValue(DataService.CreateFromDiscriminatorValue),
        ["datasource"] = n => Datasource = n.GetObjectValue(Datasource.CreateFromDiscriminatorValue),
        ["buckets"] = n => Buckets = n.GetCollectionOfObjectValues(UntypedNode.CreateFromDiscriminatorValue)?.ToList(),
        ["feature-flags"] = n => FeatureFlags = n.GetCollectionOfObjectValues(UntypedNode.CreateFromDiscriminatorValue)?.ToList(),
        ["container-api-config"] = n => ContainerApiConfig = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteCollectionOfPrimitiveValues("update-progress", UpdateProgress);
        w.WriteCollectionOfObjectValues("secret-registrations", SecretRegistrations);
        w.WriteCollectionOfPrimitiveValues("authentication-registrations", AuthenticationRegistrations);
        w.WriteCollectionOfPrimitiveValues("authentication-registrations-additional-fields", AuthenticationRegistrationsAdditionalFields);
        w.WriteObjectValue("application", Application);
        w.WriteObjectValue("vcs", Vcs);
        w.WriteObjectValue("docker", Docker);
        w.WriteCollectionOfObjectValues("individuals", Individuals);
        w.WriteObjectValue("migration", Migration);
        w.WriteObjectValue("execution", Execution);
        w.WriteObjectValue("export", Export);
        w.WriteObjectValue("data-service", DataService);
        w.WriteObjectValue("datasource", Datasource);
        w.WriteCollectionOfObjectValues("buckets", Buckets);
        w.WriteCollectionOfObjectValues("feature-flags", FeatureFlags);
        w.WriteObjectValue("container-api-config", ContainerApiConfig);
    }
}

public sealed class SecretRegistration : IParsable
{
    public string? IniHeader { get; set; }

    public string? VaultSecret { get; set; }

    public List<UntypedNode>? Fields { get; set; }

    public static SecretRegistration CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["ini_header"] = n => IniHeader = n.GetStringValue(),
        ["vault_secret"] = n => VaultSecret = n.GetStringValue(),
        ["fields"] = n => Fields = n.GetCollectionOfObjectValues(UntypedNode.CreateFromDiscriminatorValue)?.ToList(),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteStringValue("ini_header", IniHeader);
        w.WriteStringValue("vault_secret", VaultSecret);
        w.WriteCollectionOfObjectValues("fields", Fields);
    }
}

public sealed class Application : IParsable
{
    public string? Command { get; set; }

    public string? Arguments { get; set; }

    public string? HealthCheck { get; set; }

    public static Application CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["command"] = n => Command = n.GetStringValue(),
        ["arguments"] = n => Arguments = n.GetStringValue(),
        ["health-check"] = n => HealthCheck = n.GetStringValue(),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteStringValue("command", Command);
        w.WriteStringValue("arguments", Arguments);
        w.WriteStringValue("health-check", HealthCheck);
    }
}

public sealed class Vcs : IParsable
{
    public string? Authorization { get; set; }

    public string? Url { get; set; }

    public string? Branch { get; set; }

    public string? Username { get; set; }

    public string? Token { get; set; }

    public string? DeployKeyPublic { get; set; }

    public string? LatestCommit { get; set; }

    public static Vcs CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["authorization"] = n => Authorization = n.GetStringValue(),
        ["url"] = n => Url = n.GetStringValue(),
        ["branch"] = n => Branch = n.GetStringValue(),
        ["username"] = n => Username = n.GetStringValue(),
        ["token"] = n => Token = n.GetStringValue(),
        ["deploy-key-public"] = n => DeployKeyPublic = n.GetStringValue(),
        ["latest-commit"] = n => LatestCommit = n.GetStringValue(),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteStringValue("authorization", Authorization);
        w.WriteStringValue("url", Url);
        w.WriteStringValue("branch", Branch);
        w.WriteStringValue("username", Username);
        w.WriteStringValue("token", Token);
        w.WriteStringValue("deploy-key-public", DeployKeyPublic);
        w.WriteStringValue("latest-commit", LatestCommit);
    }
}

public sealed class Docker : IParsable
{
    public string? ImageName { get; set; }

    public string? ImageTag { get; set; }

    public string? RegistryUrl { get; set; }

    public static Docker CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["image-name"] = n => ImageName = n.GetStringValue(),
        ["image-tag"] = n => ImageTag = n.GetStringValue(),
        ["registry-url"] = n => RegistryUrl = n.GetStringValue(),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteStringValue("image-name", ImageName);
        w.WriteStringValue("image-tag", ImageTag);
        w.WriteStringValue("registry-url", RegistryUrl);
    }
}

public sealed class Individual : IParsable
{
    public string? CommandOption { get; set; }

    public string? FieldType { get; set; }

    public string? FieldName { get; set; }

    public bool? FieldRequired { get; set; }

    public string? FieldPlaceholder { get; set; }

    public string? FieldDescription { get; set; }

    public string? FieldDefaultValue { get; set; }

    public string? FieldConfig { get; set; }

    public int? Order { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public static Individual CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["command-option"] = n => CommandOption = n.GetStringValue(),
        ["field-type"] = n => FieldType = n.GetStringValue(),
        ["field-name"] = n => FieldName = n.GetStringValue(),
        ["field-required"] = n => FieldRequired = n.GetBoolValue(),
        ["field-placeholder"] = n => FieldPlaceholder = n.GetStringValue(),
        ["field-description"] = n => FieldDescription = n.GetStringValue(),
        ["field-default-value"] = n => FieldDefaultValue = n.GetStringValue(),
        ["field-config"] = n => FieldConfig = n.GetStringValue(),
        ["order"] = n => Order = n.GetIntValue(),
        ["created-at"] = n => CreatedAt = n.GetDateTimeOffsetValue(),
        ["updated-at"] = n => UpdatedAt = n.GetDateTimeOffsetValue(),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteStringValue("command-option", CommandOption);
        w.WriteStringValue("field-type", FieldType);
        w.WriteStringValue("field-name", FieldName);
        w.WriteBoolValue("field-required", FieldRequired);
        w.WriteStringValue("field-placeholder", FieldPlaceholder);
        w.WriteStringValue("field-description", FieldDescription);
        w.WriteStringValue("field-default-value", FieldDefaultValue);
        w.WriteStringValue("field-config", FieldConfig);
        w.WriteIntValue("order", Order);
        w.WriteDateTimeOffsetValue("created-at", CreatedAt);
        w.WriteDateTimeOffsetValue("updated-at", UpdatedAt);
    }
}

public sealed class Migration : IParsable
{
    public int? LegacyExecutable { get; set; }

    public static Migration CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["legacy-executable"] = n => LegacyExecutable = n.GetIntValue(),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteIntValue("legacy-executable", LegacyExecutable);
    }
}

public sealed class Execution : IParsable
{
    public string? ExecutionMode { get; set; }

    public string? ContainerApiImage { get; set; }

    public string? DockerHost { get; set; }

    public ContainerApi? ContainerApi { get; set; }

    public static Execution CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["execution-mode"] = n => ExecutionMode = n.GetStringValue(),
        ["container-api-image"] = n => ContainerApiImage = n.GetStringValue(),
        ["docker-host"] = n => DockerHost = n.GetStringValue(),
        ["container-api"] = n => ContainerApi = n.GetObjectValue(ContainerApi.CreateFromDiscriminatorValue),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteStringValue("execution-mode", ExecutionMode);
        w.WriteStringValue("container-api-image", ContainerApiImage);
        w.WriteStringValue("docker-host", DockerHost);
        w.WriteObjectValue("container-api", ContainerApi);
    }
}

public sealed class ContainerApi : IParsable
{
    public string? Image { get; set; }

    public string? VersionConstraint { get; set; }

    public static ContainerApi CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["image"] = n => Image = n.GetStringValue(),
        ["version-constraint"] = n => VersionConstraint = n.GetStringValue(),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteStringValue("image", Image);
        w.WriteStringValue("version-constraint", VersionConstraint);
    }
}

public sealed class DataService : IParsable
{
    public string? ColumnPrefix { get; set; }

    public string? ServiceType { get; set; }

    public List<UntypedNode>? Stages { get; set; }

    public int? MaxUsage { get; set; }

    public UntypedNode? ServiceCategory { get; set; }

    public UntypedNode? Datasource { get; set; }

    public static DataService CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["column-prefix"] = n => ColumnPrefix = n.GetStringValue(),
        ["service-type"] = n => ServiceType = n.GetStringValue(),
        ["stages"] = n => Stages = n.GetCollectionOfObjectValues(UntypedNode.CreateFromDiscriminatorValue)?.ToList(),
        ["max-usage"] = n => MaxUsage = n.GetIntValue(),
        ["service-category"] = n => ServiceCategory = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["datasource"] = n => Datasource = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteStringValue("column-prefix", ColumnPrefix);
        w.WriteStringValue("service-type", ServiceType);
        w.WriteCollectionOfObjectValues("stages", Stages);
        w.WriteIntValue("max-usage", MaxUsage);
        w.WriteObjectValue("service-category", ServiceCategory);
        w.WriteObjectValue("datasource", Datasource);
    }
}

public sealed class Datasource : IParsable
{
    public List<string>? Categories { get; set; }

    public static Datasource CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["categories"] = n => Categories = n.GetCollectionOfPrimitiveValues<string>()?.ToList(),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteCollectionOfPrimitiveValues("categories", Categories);
    }
}

public sealed class PlatformDevReference : IParsable
{
    public int? Account { get; set; }

    public int? Project { get; set; }

    public UntypedNode? Executable { get; set; }

    public int? PlatformConnector { get; set; }

    public int? Site { get; set; }

    public UntypedNode? SiteProcessingCluster { get; set; }

    public UntypedNode? AssignedToSite { get; set; }

    public UntypedNode? AssignedToChannel { get; set; }

    public UntypedNode? AssignedToChannelSite { get; set; }

    public UntypedNode? AssignedToChannelSiteDestination { get; set; }

    public Runtime? Runtime { get; set; }

    public static PlatformDevReference CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["account"] = n => Account = n.GetIntValue(),
        ["project"] = n => Project = n.GetIntValue(),
        ["executable"] = n => Executable = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["platform-connector"] = n => PlatformConnector = n.GetIntValue(),
        ["site"] = n => Site = n.GetIntValue(),
        ["site-processing-cluster"] = n => SiteProcessingCluster = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["assigned-to-site"] = n => AssignedToSite = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["assigned-to-channel"] = n => AssignedToChannel = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["assigned-to-channel-site"] = n => AssignedToChannelSite = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["assigned-to-channel-site-destination"] = n => AssignedToChannelSiteDestination = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["runtime"] = n => Runtime = n.GetObjectValue(Runtime.CreateFromDiscriminatorValue),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteIntValue("account", Account);
        w.WriteIntValue("project", Project);
        w.WriteObjectValue("executable", Executable);
        w.WriteIntValue("platform-connector", PlatformConnector);
        w.WriteIntValue("site", Site);
        w.WriteObjectValue("site-processing-cluster", SiteProcessingCluster);
        w.WriteObjectValue("assigned-to-site", AssignedToSite);
        w.WriteObjectValue("assigned-to-channel", AssignedToChannel);
        w.WriteObjectValue("assigned-to-channel-site", AssignedToChannelSite);
        w.WriteObjectValue("assigned-to-channel-site-destination", AssignedToChannelSiteDestination);
        w.WriteObjectValue("runtime", Runtime);
    }
}

public sealed class PlatformProdReference : IParsable
{
    public UntypedNode? Executable { get; set; }

    public UntypedNode? PlatformConnector { get; set; }

    public List<UntypedNode>? TargetAccounts { get; set; }

    public List<UntypedNode>? TargetProjects { get; set; }

    public List<UntypedNode>? TargetSites { get; set; }

    public List<UntypedNode>? EnabledForAccounts { get; set; }

    public List<UntypedNode>? EnabledForProjects { get; set; }

    public List<UntypedNode>? EnabledForSites { get; set; }

    public List<UntypedNode>? AssignedToSites { get; set; }

    public bool? Released { get; set; }

    public UntypedNode? Version { get; set; }

    public Runtime? Runtime { get; set; }

    public static PlatformProdReference CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["executable"] = n => Executable = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["platform-connector"] = n => PlatformConnector = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["target-accounts"] = n => TargetAccounts = n.GetCollectionOfObjectValues(UntypedNode.CreateFromDiscriminatorValue)?.ToList(),
        ["target-projects"] = n => TargetProjects = n.GetCollectionOfObjectValues(UntypedNode.CreateFromDiscriminatorValue)?.ToList(),
        ["target-sites"] = n => TargetSites = n.GetCollectionOfObjectValues(UntypedNode.CreateFromDiscriminatorValue)?.ToList(),
        ["enabled-for-accounts"] = n => EnabledForAccounts = n.GetCollectionOfObjectValues(UntypedNode.CreateFromDiscriminatorValue)?.ToList(),
        ["enabled-for-projects"] = n => EnabledForProjects = n.GetCollectionOfObjectValues(UntypedNode.CreateFromDiscriminatorValue)?.ToList(),
        ["enabled-for-sites"] = n => EnabledForSites = n.GetCollectionOfObjectValues(UntypedNode.CreateFromDiscriminatorValue)?.ToList(),
        ["assigned-to-sites"] = n => AssignedToSites = n.GetCollectionOfObjectValues(UntypedNode.CreateFromDiscriminatorValue)?.ToList(),
        ["released"] = n => Released = n.GetBoolValue(),
        ["version"] = n => Version = n.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["runtime"] = n => Runtime = n.GetObjectValue(Runtime.CreateFromDiscriminatorValue),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteObjectValue("executable", Executable);
        w.WriteObjectValue("platform-connector", PlatformConnector);
        w.WriteCollectionOfObjectValues("target-accounts", TargetAccounts);
        w.WriteCollectionOfObjectValues("target-projects", TargetProjects);
        w.WriteCollectionOfObjectValues("target-sites", TargetSites);
        w.WriteCollectionOfObjectValues("enabled-for-accounts", EnabledForAccounts);
        w.WriteCollectionOfObjectValues("enabled-for-projects", EnabledForProjects);
        w.WriteCollectionOfObjectValues("enabled-for-sites", EnabledForSites);
        w.WriteCollectionOfObjectValues("assigned-to-sites", AssignedToSites);
        w.WriteBoolValue("released", Released);
        w.WriteObjectValue("version", Version);
        w.WriteObjectValue("runtime", Runtime);
    }
}

public sealed class Runtime : IParsable
{
    public string? Environment { get; set; }

    public string? Version { get; set; }

    public static Runtime CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["environment"] = n => Environment = n.GetStringValue(),
        ["version"] = n => Version = n.GetStringValue(),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteStringValue("environment", Environment);
        w.WriteStringValue("version", Version);
    }
}

public sealed class Error : ApiException, IParsable
{
    public string? MessageEscaped { get; set; }

    public static Error CreateFromDiscriminatorValue(IParseNode _) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["message"] = n => MessageEscaped = n.GetStringValue(),
    };

    public void Serialize(ISerializationWriter w)
    {
        w.WriteStringValue("message", MessageEscaped);
    }
}
