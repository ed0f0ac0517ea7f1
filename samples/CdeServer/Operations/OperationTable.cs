using CdeCodegen.Samples.Http;

namespace CdeCodegen.Samples.Operations;

/// <summary>All operations, with what they document to refuse.</summary>
internal static class OperationTable
{
    private const string Connector = "/connectors/{publicId}";
    private const string Version = Connector + "/versions/{connectorVersion}";
    private const string Metadata = "/metadata/connectors/{connectorUuid}";
    private const string Organization = "/organizations/{organizationId}";
    private const string Member = Organization + "/members/{memberId}";

    private static readonly Answer bad = Answer.Invalid(Refusal.BadRequest);
    private static readonly Answer unauthorized = Refusal.UnauthorizedAnswer;
    private static readonly Answer forbidden = Refusal.ForbiddenAnswer;
    private static readonly Answer notFound = Refusal.NotFoundAnswer();
    private static readonly Answer noOrganization = Refusal.NotFoundAnswer("Organization not found.");
    private static readonly Answer badOwner = Invalid(
        "channel-owner",
        "Invalid channel owner provided. Valid options are: \"Feature Team\", \"DromundKaas Team\", \"Channel Team\", \"Third Party\", \"API Team\", \"WG3\".");

    private static readonly Answer badDefaults = Answer.Invalid(
        Refusal.BadRequest,
        ("dev-defaults.account", "This value should be greater than 0."),
        ("dev-defaults.project", "This value should be greater than 0."),
        ("prod-defaults.accounts", "All values must be integers greater than 0."),
        ("prod-defaults.projects", "All values must be integers greater than 0."),
        ("prod-defaults.sites", "All values must be integers greater than 0."));

    public static IReadOnlyList<Operation> All { get; } =
    [
        // connectors
        new("connector_list", "GET", "/connectors", ConnectorOperations.List, bad, unauthorized, forbidden),
        new("connector_create", "POST", "/connectors", ConnectorOperations.Create, bad, unauthorized, forbidden),
        new("connector_list_from_bin", "GET", "/connectors/bin", ConnectorOperations.ListFromBin, bad, unauthorized, forbidden),
        new("connector_import", "POST", "/connectors/copy", ConnectorOperations.Import, bad, unauthorized, forbidden),
        new("connector_show", "GET", Connector, ConnectorOperations.Show, forbidden, notFound),
        new("connector_restore_from_bin", "PATCH", "/connectors/{movedToBinPublicId}/restore-from-bin", ConnectorOperations.RestoreFromBin,
            unauthorized, forbidden, notFound),
        new("connector_move_to_bin", "PATCH", Connector + "/move-to-bin", ConnectorOperations.MoveToBin,
            Answer.Invalid("Connector is actively used on the platform."), unauthorized, forbidden, notFound),
        new("connector_transfer_ownership", "PUT", Connector + "/owner", ConnectorOperations.TransferOwnership,
            Invalid("new_owner", "Bucket is assigned to more than one Connector."), unauthorized, forbidden),
        new("connector_sync_runtime", "POST", Version + "/sync-runtime", VersionOperations.SyncRuntime,
            Answer.Invalid("Transition is not allowed, entity is resynchronizing-to-prod."), unauthorized, forbidden, notFound),
        new("connector_update_runtime_prod", "PUT", Version + "/runtime/prod", VersionOperations.UpdateRuntimeProd,
            Answer.Invalid("Missing connector runtime version for runtime environment bin-docker-wrapper."), forbidden),
        new("connector_state_list", "GET", Version + "/states", RunAndStateOperations.ListStatesOfVersion, unauthorized, forbidden, notFound),

        // versions
        new("connector_version_show_authentication", "GET", Version + "/authentication-registrations", VersionOperations.ShowAuthentication,
            unauthorized, forbidden, notFound),
        new("connector_version_execution_config_update_container_api", "PUT", Version + "/execution-config/container-api", VersionOperations.UpdateContainerApi,
            bad, unauthorized, forbidden, notFound),
        new("connector_version_upload_logo", "POST", Version + "/logo", VersionOperations.UploadLogo, bad, unauthorized, forbidden, notFound),

        // application
        new("connector_update_secret_registrations", "PUT", Version + "/secret-registrations", VersionOperations.UpdateSecrets,
            Invalid("secret-registrations", "This value does not have valid array."), unauthorized, notFound),
        new("connector_update_authentication_registrations", "PUT", Version + "/authentication-registrations", VersionOperations.UpdateAuthentication,
            Invalid("authentication-registrations", "Given values are not int: \"1\",\"2\""), unauthorized, notFound),
        new("connector_validate_vcs_config", "GET", Version + "/vcs-configs/validate", VersionOperations.ValidateVcs, unauthorized, notFound),

        // individual-config and buckets
        new("connector_individual_config_add", "POST", Version + "/individual-configs", VersionOperations.AddIndividual,
            Answer.Invalid(
                Refusal.BadRequest,
                ("command-option", "This value should not be blank."),
                ("field-type", "This value should not be blank."),
                ("field-name", "This value should not be blank.")),
            unauthorized, notFound),
        new("connector_bucket_create_link", "POST", Version + "/buckets", VersionOperations.LinkBucket,
            Invalid("environment", "Invalid environment. Valid choices are {`dev`, `prod`}."),
            unauthorized, forbidden, Refusal.NotFoundAnswer("Bucket not found.")),

        // platform and builds
        new("connector_targets_add", "POST", Version + "/targets", PlatformOperations.AddTargets, bad, unauthorized, notFound),
        new("connector_targets_update", "PUT", Version + "/targets", PlatformOperations.UpdateTargets, bad, unauthorized, notFound),
        new("connector_assign_to_dev_site", "POST", Version + "/assign-to-sites/dev", PlatformOperations.AssignToDevSite, bad, unauthorized, notFound),
        new("connector_enable_prod_access", "POST", Version + "/access/prod/enable", PlatformOperations.EnableAccess),
        new("connector_disable_prod_access", "POST", Version + "/access/prod/disable", PlatformOperations.DisableAccess,
            bad, unauthorized, forbidden, notFound),
        new("connector_create_platform_site", "POST", Version + "/platform-dev-site", PlatformOperations.CreateSite,
            Answer.Invalid("Dev account is missing."), unauthorized, notFound),
        new("connector_platform_assign_channel", "PUT", Version + "/channels", PlatformOperations.AssignChannels,
            Invalid("channels", "You can not assign delta channels to export Connector: 98,99"), unauthorized, forbidden, notFound),
        new("connector_unrelease", "POST", Version + "/unrelease", PlatformOperations.Unrelease,
            Invalid("version", "Connector is not released."), unauthorized, forbidden, notFound),
        new("connector_rollback_migration", "POST", Version + "/migration/rollback", PlatformOperations.RollbackMigration,
            bad, unauthorized, forbidden, notFound),
        new("connector_build_trigger", "POST", "/builds/connectors", PlatformOperations.Build,
            Invalid("connector", "This is not a valid UUID."), forbidden, notFound),

        // runs and states
        new("run_list", "GET", "/runs", RunAndStateOperations.ListRuns, bad, unauthorized, forbidden),
        new("run_show", "GET", "/runs/{runId}", RunAndStateOperations.ShowRun, unauthorized, forbidden, Refusal.NotFoundAnswer("Run not found.")),
        new("state_list", "GET", "/states", RunAndStateOperations.ListStates,
            Answer.Invalid("Invalid connector user identifier."), unauthorized, forbidden),
        new("state_show", "GET", "/states/{stateId}", RunAndStateOperations.ShowState,
            unauthorized, forbidden, Refusal.NotFoundAnswer("State not found.")),
        new("connector_version_show_latest_state", "GET", Version + "/states/{backgroundAction}", RunAndStateOperations.ShowLatestState,
            Answer.Invalid("This background action does not exist."), forbidden,
            Refusal.NotFoundAnswer("Last state was not found based on query parameters.")),

        // management
        new("show_metadata_for_connector", "GET", Metadata, ManagementOperations.ShowMetadata,
            unauthorized, Refusal.NotFoundAnswer("Connector does not have metadata saved.")),
        new("add_metadata_to_connector", "POST", Metadata, ManagementOperations.AddMetadata, badOwner),
        new("update_metadata_for_connector", "PUT", Metadata, ManagementOperations.UpdateMetadata, badOwner),
        new("organization_show", "GET", Organization, ManagementOperations.ShowOrganization, unauthorized, forbidden, noOrganization),
        new("organization_create", "POST", "/organizations", ManagementOperations.CreateOrganization,
            Invalid("name", "Organization name can contain only letters, numbers, dash, underscore and spaces."), unauthorized, forbidden),
        new("add_member_to_organization", "PUT", Member, ManagementOperations.AddMember, unauthorized, forbidden, noOrganization),
        new("remove_member_from_organization", "DELETE", Member, ManagementOperations.RemoveMember, unauthorized, forbidden, noOrganization),
        new("update_integrator_defaults", "PUT", "/defaults/integrators/{integratorId}", ManagementOperations.UpdateIntegratorDefaults,
            badDefaults, unauthorized, forbidden),
        new("update_organization_default_targets", "PUT", "/defaults/organizations/{organizationId}", ManagementOperations.UpdateOrganizationDefaults,
            badDefaults, unauthorized, forbidden),
    ];

    private static Answer Invalid(string member, string error) => Answer.Invalid(Refusal.BadRequest, (member, error));
}
