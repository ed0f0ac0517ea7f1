using CdeCodegen.Samples.Http;

namespace CdeCodegen.Samples.Operations;

/// <summary>All operations, with their documented errors.</summary>
internal static class OperationTable
{
    private const string Connector = "/connectors/{publicId}";
    private const string Version = Connector + "/versions/{connectorVersion}";
    private const string Metadata = "/metadata/connectors/{connectorUuid}";
    private const string Organization = "/organizations/{organizationId}";
    private const string Member = Organization + "/members/{memberId}";

    private static readonly ServerResponse s_bad = ServerResponse.Invalid(RefusedException.BadRequest);
    private static readonly ServerResponse s_unauthorized = RefusedException.UnauthorizedResponse;
    private static readonly ServerResponse s_forbidden = RefusedException.ForbiddenResponse;
    private static readonly ServerResponse s_notFound = RefusedException.NotFoundResponse();
    private static readonly ServerResponse s_noOrganization = RefusedException.NotFoundResponse("Organization not found.");
    private static readonly ServerResponse s_badOwner = Invalid(
        "channel-owner",
        "Invalid channel owner provided. Valid options are: \"Feature Team\", \"DromundKaas Team\", \"Channel Team\", \"Third Party\", \"API Team\", \"WG3\".");

    private static readonly ServerResponse s_badDefaults = ServerResponse.Invalid(
        RefusedException.BadRequest,
        ("dev-defaults.account", "This value should be greater than 0."),
        ("dev-defaults.project", "This value should be greater than 0."),
        ("prod-defaults.accounts", "All values must be integers greater than 0."),
        ("prod-defaults.projects", "All values must be integers greater than 0."),
        ("prod-defaults.sites", "All values must be integers greater than 0."));

    public static IReadOnlyList<Operation> All { get; } =
    [
        // connectors
        new("connector_list", "GET", "/connectors", ConnectorOperations.List, s_bad, s_unauthorized, s_forbidden),
        new("connector_create", "POST", "/connectors", ConnectorOperations.Create, s_bad, s_unauthorized, s_forbidden),
        new("connector_list_from_bin", "GET", "/connectors/bin", ConnectorOperations.ListFromBin, s_bad, s_unauthorized, s_forbidden),
        new("connector_import", "POST", "/connectors/copy", ConnectorOperations.Import, s_bad, s_unauthorized, s_forbidden),
        new("connector_show", "GET", Connector, ConnectorOperations.Show, s_forbidden, s_notFound),
        new("connector_restore_from_bin", "PATCH", "/connectors/{movedToBinPublicId}/restore-from-bin", ConnectorOperations.RestoreFromBin,
            s_unauthorized, s_forbidden, s_notFound),
        new("connector_move_to_bin", "PATCH", Connector + "/move-to-bin", ConnectorOperations.MoveToBin,
            ServerResponse.Invalid("Connector is actively used on the platform."), s_unauthorized, s_forbidden, s_notFound),
        new("connector_transfer_ownership", "PUT", Connector + "/owner", ConnectorOperations.TransferOwnership,
            Invalid("new_owner", "Bucket is assigned to more than one Connector."), s_unauthorized, s_forbidden),
        new("connector_sync_runtime", "POST", Version + "/sync-runtime", VersionOperations.SyncRuntime,
            ServerResponse.Invalid("Transition is not allowed, entity is resynchronizing-to-prod."), s_unauthorized, s_forbidden, s_notFound),
        new("connector_update_runtime_prod", "PUT", Version + "/runtime/prod", VersionOperations.UpdateRuntimeProd,
            ServerResponse.Invalid("Missing connector runtime version for runtime environment bin-docker-wrapper."), s_forbidden),
        new("connector_state_list", "GET", Version + "/states", RunAndStateOperations.ListStatesOfVersion, s_unauthorized, s_forbidden, s_notFound),

        // versions
        new("connector_version_show_authentication", "GET", Version + "/authentication-registrations", VersionOperations.ShowAuthentication,
            s_unauthorized, s_forbidden, s_notFound),
        new("connector_version_execution_config_update_container_api", "PUT", Version + "/execution-config/container-api", VersionOperations.UpdateContainerApi,
            s_bad, s_unauthorized, s_forbidden, s_notFound),
        new("connector_version_upload_logo", "POST", Version + "/logo", VersionOperations.UploadLogo, s_bad, s_unauthorized, s_forbidden, s_notFound),

        // application
        new("connector_update_secret_registrations", "PUT", Version + "/secret-registrations", VersionOperations.UpdateSecrets,
            Invalid("secret-registrations", "This value does not have valid array."), s_unauthorized, s_notFound),
        new("connector_update_authentication_registrations", "PUT", Version + "/authentication-registrations", VersionOperations.UpdateAuthentication,
            Invalid("authentication-registrations", "Given values are not int: \"1\",\"2\""), s_unauthorized, s_notFound),
        new("connector_validate_vcs_config", "GET", Version + "/vcs-configs/validate", VersionOperations.ValidateVcs, s_unauthorized, s_notFound),

        // individual-config and buckets
        new("connector_individual_config_add", "POST", Version + "/individual-configs", VersionOperations.AddIndividual,
            ServerResponse.Invalid(
                RefusedException.BadRequest,
                ("command-option", "This value should not be blank."),
                ("field-type", "This value should not be blank."),
                ("field-name", "This value should not be blank.")),
            s_unauthorized, s_notFound),
        new("connector_bucket_create_link", "POST", Version + "/buckets", VersionOperations.LinkBucket,
            Invalid("environment", "Invalid environment. Valid choices are {`dev`, `prod`}."),
            s_unauthorized, s_forbidden, RefusedException.NotFoundResponse("Bucket not found.")),

        // platform and builds
        new("connector_targets_add", "POST", Version + "/targets", PlatformOperations.AddTargets, s_bad, s_unauthorized, s_notFound),
        new("connector_targets_update", "PUT", Version + "/targets", PlatformOperations.UpdateTargets, s_bad, s_unauthorized, s_notFound),
        new("connector_assign_to_dev_site", "POST", Version + "/assign-to-sites/dev", PlatformOperations.AssignToDevSite, s_bad, s_unauthorized, s_notFound),
        new("connector_enable_prod_access", "POST", Version + "/access/prod/enable", PlatformOperations.EnableAccess),
        new("connector_disable_prod_access", "POST", Version + "/access/prod/disable", PlatformOperations.DisableAccess,
            s_bad, s_unauthorized, s_forbidden, s_notFound),
        new("connector_create_platform_site", "POST", Version + "/platform-dev-site", PlatformOperations.CreateSite,
            ServerResponse.Invalid("Dev account is missing."), s_unauthorized, s_notFound),
        new("connector_platform_assign_channel", "PUT", Version + "/channels", PlatformOperations.AssignChannels,
            Invalid("channels", "You can not assign delta channels to export Connector: 98,99"), s_unauthorized, s_forbidden, s_notFound),
        new("connector_unrelease", "POST", Version + "/unrelease", PlatformOperations.Unrelease,
            Invalid("version", "Connector is not released."), s_unauthorized, s_forbidden, s_notFound),
        new("connector_rollback_migration", "POST", Version + "/migration/rollback", PlatformOperations.RollbackMigration,
            s_bad, s_unauthorized, s_forbidden, s_notFound),
        new("connector_build_trigger", "POST", "/builds/connectors", PlatformOperations.Build,
            Invalid("connector", "This is not a valid UUID."), s_forbidden, s_notFound),

        // runs and states
        new("run_list", "GET", "/runs", RunAndStateOperations.ListRuns, s_bad, s_unauthorized, s_forbidden),
        new("run_show", "GET", "/runs/{runId}", RunAndStateOperations.ShowRun,
            s_unauthorized, s_forbidden, RefusedException.NotFoundResponse("Run not found.")),
        new("state_list", "GET", "/states", RunAndStateOperations.ListStates,
            ServerResponse.Invalid("Invalid connector user identifier."), s_unauthorized, s_forbidden),
        new("state_show", "GET", "/states/{stateId}", RunAndStateOperations.ShowState,
            s_unauthorized, s_forbidden, RefusedException.NotFoundResponse("State not found.")),
        new("connector_version_show_latest_state", "GET", Version + "/states/{backgroundAction}", RunAndStateOperations.ShowLatestState,
            ServerResponse.Invalid("This background action does not exist."), s_forbidden,
            RefusedException.NotFoundResponse("Last state was not found based on query parameters.")),

        // management
        new("show_metadata_for_connector", "GET", Metadata, ManagementOperations.ShowMetadata,
            s_unauthorized, RefusedException.NotFoundResponse("Connector does not have metadata saved.")),
        new("add_metadata_to_connector", "POST", Metadata, ManagementOperations.AddMetadata, s_badOwner),
        new("update_metadata_for_connector", "PUT", Metadata, ManagementOperations.UpdateMetadata, s_badOwner),
        new("organization_show", "GET", Organization, ManagementOperations.ShowOrganization, s_unauthorized, s_forbidden, s_noOrganization),
        new("organization_create", "POST", "/organizations", ManagementOperations.CreateOrganization,
            Invalid("name", "Organization name can contain only letters, numbers, dash, underscore and spaces."), s_unauthorized, s_forbidden),
        new("add_member_to_organization", "PUT", Member, ManagementOperations.AddMember, s_unauthorized, s_forbidden, s_noOrganization),
        new("remove_member_from_organization", "DELETE", Member, ManagementOperations.RemoveMember, s_unauthorized, s_forbidden, s_noOrganization),
        new("update_integrator_defaults", "PUT", "/defaults/integrators/{integratorId}", ManagementOperations.UpdateIntegratorDefaults,
            s_badDefaults, s_unauthorized, s_forbidden),
        new("update_organization_default_targets", "PUT", "/defaults/organizations/{organizationId}", ManagementOperations.UpdateOrganizationDefaults,
            s_badDefaults, s_unauthorized, s_forbidden),
    ];

    private static ServerResponse Invalid(string member, string error) => ServerResponse.Invalid(RefusedException.BadRequest, (member, error));
}
