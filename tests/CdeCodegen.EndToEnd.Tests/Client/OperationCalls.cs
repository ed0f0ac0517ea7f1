using CdeCodegen.Samples;
using Microsoft.Kiota.Abstractions;
using Productsup.Cde;
using Productsup.Cde.Models;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>Calls an operation of the generated client with arguments that a freshly started server accepts.</summary>
/// <param name="headers">Adds headers to the request.</param>
internal delegate Task<ApiResult> OperationCall(CdeClient cde, Action<RequestHeaders> headers);

/// <summary>A call of each of the 43 operations through the generated client, by operationId.</summary>
internal static class OperationCalls
{
    private static readonly ConnectorTargets s_targets = new() { TargetAccounts = [789, 987], TargetProjects = [321, 654], TargetSites = [123, 456] };
    private static readonly PlatformScope s_scope = new() { Accounts = [789], Projects = [321], Sites = [123] };
    private static readonly ConnectorMetadataInput s_metadata = new()
    {
        ChannelOwner = ChannelOwner.ThirdParty,
        Confidence = "Semi Confident",
        Notes = "some notes",
    };

    private static readonly DefaultTargets s_defaults = new() { DevDefaults = new() { Account = 1, Project = 2 }, ProdDefaults = s_scope };

    public static IReadOnlyDictionary<string, OperationCall> All { get; } = new Dictionary<string, OperationCall>
    {
        // connectors
        ["connector_list"] = (cde, h) => Of(cde.Connectors.GetAsync(r => h(r.Headers))),
        ["connector_create"] = (cde, h) => Of(cde.Connectors.PostAsync(new() { ConnectorType = "transform", ConnectorName = "omdb" }, r => h(r.Headers))),
        ["connector_list_from_bin"] = (cde, h) => Of(cde.Connectors.Bin.GetAsync(r => h(r.Headers))),
        ["connector_import"] = (cde, h) => Of(cde.Connectors.Copy.PostAsync(Template(), r => h(r.Headers))),
        ["connector_show"] = (cde, h) => Of(cde.Connectors[CdeSeed.Connector].GetAsync(r => h(r.Headers))),
        ["connector_restore_from_bin"] = (cde, h) => Of(cde.Connectors[CdeSeed.BinnedConnector].RestoreFromBin.PatchAsync(r => h(r.Headers))),
        ["connector_move_to_bin"] = (cde, h) => Of(cde.Connectors[CdeSeed.Connector].MoveToBin.PatchAsync(r => h(r.Headers))),
        ["connector_transfer_ownership"] = (cde, h) => Of(
            cde.Connectors[CdeSeed.Connector].Owner.PutAsync(new() { NewOwner = CdeSeed.Organization, Account = 789 }, r => h(r.Headers))),
        ["connector_sync_runtime"] = (cde, h) => Of(Version(cde).SyncRuntime.PostAsync(r => h(r.Headers))),
        ["connector_update_runtime_prod"] = (cde, h) => Of(
            Version(cde).Runtime.Prod.PutAsync(new() { Environment = "bin-docker-wrapper", Version = "12.10.0" }, r => h(r.Headers))),
        ["connector_state_list"] = (cde, h) => Of(Version(cde).States.GetAsync(r => h(r.Headers))),

        // versions
        ["connector_version_show_authentication"] = (cde, h) => Of(Version(cde).AuthenticationRegistrations.GetAsync(r => h(r.Headers))),
        ["connector_version_execution_config_update_container_api"] = (cde, h) => Of(
            Version(cde).ExecutionConfig.ContainerApi.PutAsync(new() { Image = null, VersionConstraint = "^0.20" }, r => h(r.Headers))),
        ["connector_version_upload_logo"] = (cde, h) => Of(Version(cde).Logo.PostAsync(new() { Logo = Logo() }, r => h(r.Headers))),

        // application, individual-config, buckets
        ["connector_update_secret_registrations"] = (cde, h) => Of(
            Version(cde).SecretRegistrations.PutAsync(new() { SecretRegistrations = ["amazon/seller"] }, r => h(r.Headers))),
        ["connector_update_authentication_registrations"] = (cde, h) => Of(
            Version(cde).AuthenticationRegistrations.PutAsync(new() { AuthenticationRegistrations = [30] }, r => h(r.Headers))),
        ["connector_validate_vcs_config"] = (cde, h) => Of(Version(cde).VcsConfigs.Validate.GetAsync(r => h(r.Headers))),
        ["connector_individual_config_add"] = (cde, h) => Of(
            Version(cde).IndividualConfigs.PostAsync(new() { CommandOption = "new-option", FieldType = "input", FieldName = "New option" }, r => h(r.Headers))),
        ["connector_bucket_create_link"] = (cde, h) => Of(
            Version(cde).Buckets.PostAsync(new() { BucketId = CdeSeed.Bucket, Type = "free", Environment = BucketEnvironment.Dev }, r => h(r.Headers))),

        // platform, builds
        ["connector_targets_add"] = (cde, h) => Of(Version(cde).Targets.PostAsync(s_targets, r => h(r.Headers))),
        ["connector_targets_update"] = (cde, h) => Of(Version(cde).Targets.PutAsync(s_targets, r => h(r.Headers))),
        ["connector_assign_to_dev_site"] = (cde, h) => Of(Version(cde).AssignToSites.Dev.PostAsync(r => h(r.Headers))),
        ["connector_enable_prod_access"] = (cde, h) => Of(Version(cde).Access.Prod.Enable.PostAsync(s_scope, r => h(r.Headers))),
        ["connector_disable_prod_access"] = (cde, h) => Of(Version(cde).Access.Prod.Disable.PostAsync(s_scope, r => h(r.Headers))),
        ["connector_create_platform_site"] = (cde, h) => Of(Version(cde).PlatformDevSite.PostAsync(r => h(r.Headers))),
        ["connector_platform_assign_channel"] = (cde, h) => Of(Version(cde).Channels.PutAsync(new() { Channels = [1, 2] }, r => h(r.Headers))),
        ["connector_unrelease"] = (cde, h) => Of(Version(cde, CdeSeed.ReleasedConnector).Unrelease.PostAsync(r => h(r.Headers))),
        ["connector_rollback_migration"] = (cde, h) => Of(Version(cde, CdeSeed.MigratedConnector).Migration.Rollback.PostAsync(r => h(r.Headers))),
        ["connector_build_trigger"] = (cde, h) => Of(cde.Builds.Connectors.PostAsync(new() { Connector = CdeSeed.Connector }, r => h(r.Headers))),

        // runs, states
        ["run_list"] = (cde, h) => Of(cde.Runs.GetAsync(r => h(r.Headers))),
        ["run_show"] = (cde, h) => Of(cde.Runs[CdeSeed.Run].GetAsync(r => h(r.Headers))),
        ["state_list"] = (cde, h) => Of(cde.States.GetAsync(r => h(r.Headers))),
        ["state_show"] = (cde, h) => Of(cde.States[CdeSeed.State].GetAsync(r => h(r.Headers))),
        ["connector_version_show_latest_state"] = (cde, h) => Of(Version(cde).States["update_to_docker_wrapper_version"].GetAsync(r => h(r.Headers))),

        // management
        ["show_metadata_for_connector"] = (cde, h) => Of(cde.Metadata.Connectors[CdeSeed.Connector].GetAsync(r => h(r.Headers))),
        ["add_metadata_to_connector"] = (cde, h) => Of(cde.Metadata.Connectors[CdeSeed.Connector].PostAsync(s_metadata, r => h(r.Headers))),
        ["update_metadata_for_connector"] = (cde, h) => Of(cde.Metadata.Connectors[CdeSeed.Connector].PutAsync(s_metadata, r => h(r.Headers))),
        ["organization_show"] = (cde, h) => Of(cde.Organizations[CdeSeed.Organization].GetAsync(r => h(r.Headers))),
        ["organization_create"] = (cde, h) => Of(cde.Organizations.PostAsync(new() { Name = "Valid - Name_1" }, r => h(r.Headers))),
        ["add_member_to_organization"] = (cde, h) => Of(
            cde.Organizations[CdeSeed.Organization].Members[CdeSeed.Stranger.Id].PutAsync(r => h(r.Headers))),
        ["remove_member_from_organization"] = (cde, h) => Of(
            cde.Organizations[CdeSeed.Organization].Members[CdeSeed.Owner.Id].DeleteAsync(r => h(r.Headers))),
        ["update_integrator_defaults"] = (cde, h) => Of(cde.Defaults.Integrators[CdeSeed.Owner.Id].PutAsync(s_defaults, r => h(r.Headers))),
        ["update_organization_default_targets"] = (cde, h) => Of(
            cde.Defaults.Organizations[CdeSeed.Organization].PutAsync(s_defaults, r => h(r.Headers))),
    };

    /// <summary>Makes the calls that must precede an operation for it to succeed.</summary>
    public static async Task PrepareAsync(string operationId, CdeClient cde)
    {
        if (operationId is "connector_create_platform_site" or "connector_assign_to_dev_site")
        {
            (await cde.Defaults.Integrators[CdeSeed.Owner.Id].PutAsync(s_defaults)).EnsureSuccess();
        }

        if (operationId is "connector_assign_to_dev_site")
        {
            (await Version(cde).PlatformDevSite.PostAsync()).EnsureSuccess();
        }
    }

    /// <summary>The user whose token lets the operation succeed.</summary>
    public static CdeUser User(string operationId) => operationId == "organization_create" ? CdeSeed.Administrator : CdeSeed.Owner;

    public static ConnectorTemplate Template() => new()
    {
        Name = "Test Import",
        Type = "datasource",
        Versions = [new() { Config = new() { Execution = new() { ExecutionMode = "as-env-variables" }, AuthenticationRegistrations = [20, 30] } }],
    };

    private static Productsup.Cde.RequestBuilders.ConnectorsItemVersionsItemRequestBuilder Version(CdeClient cde, Guid? connector = null) =>
        cde.Connectors[connector ?? CdeSeed.Connector].Versions["1"];

    private static FilePart Logo() => new(new MemoryStream("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()), "logo.svg", "image/svg+xml");

    private static async Task<ApiResult> Of<TResult>(Task<TResult> call)
        where TResult : ApiResult => await call;
}
