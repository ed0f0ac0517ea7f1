using System.Text.Json;
using System.Text.Json.Nodes;
using CdeCodegen.Samples;
using Productsup.Cde;
using Productsup.Cde.Models;
using Productsup.Cde.RequestBuilders;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>Irregularities of the CDE API, and the types that the generated client has for them.</summary>
public sealed class QuirkTests : IAsyncLifetime
{
    private CdeServer _server = null!;
    private CdeClient _cde = null!;

    public async Task InitializeAsync()
    {
        _server = await CdeServer.StartAsync();
        _cde = Clients.New(_server.BaseAddress, CdeSeed.Owner);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Errors_are_a_list_when_empty_and_an_object_otherwise()
    {
        ConnectorMoveToBinResult.BadRequest empty = Assert.IsType<ConnectorMoveToBinResult.BadRequest>(
            await _cde.Connectors[CdeSeed.ReleasedConnector].MoveToBin.PatchAsync());
        Assert.Equal("Connector is actively used on the platform.", empty.Body.Message);
        Assert.Empty(Assert.IsType<FieldErrors.None>(empty.Body.Errors).Value);

        var blank = new ConnectorCreation { ConnectorName = "", ConnectorType = "" };
        ConnectorCreateResult.BadRequest full = Assert.IsType<ConnectorCreateResult.BadRequest>(await _cde.Connectors.PostAsync(blank));
        IReadOnlyDictionary<string, string> errors = Assert.IsType<FieldErrors.Fields>(full.Body.Errors).Value;
        Assert.Equal(["connector-type", "connector-name"], errors.Keys);
        Assert.All(errors.Values, e => Assert.Equal("This value should not be blank.", e));
    }

    [Fact]
    public async Task Errors_of_an_undocumented_type_are_kept_as_JSON()
    {
        await using StubServer stub = await StubServer.StartAsync(400, """{"message":"No.","errors":"all of it"}""");

        ConnectorMoveToBinResult result = await Clients.New(stub.BaseAddress, (CdeUser?)null).Connectors[CdeSeed.Connector].MoveToBin.PatchAsync();

        ConnectorMoveToBinResult.BadRequest refused = Assert.IsType<ConnectorMoveToBinResult.BadRequest>(result);
        Assert.Equal("all of it", Assert.IsType<FieldErrors.Unknown>(refused.Body.Errors).Value.GetString());
    }

    [Fact]
    public async Task Errors_are_keyed_by_dotted_paths()
    {
        UpdateIntegratorDefaultsResult result = await _cde.Defaults.Integrators[CdeSeed.Owner.Id].PutAsync(new()
        {
            DevDefaults = new() { Account = 0, Project = 1 },
            ProdDefaults = new() { Accounts = [], Projects = [-1], Sites = [] },
        });

        UpdateIntegratorDefaultsResult.BadRequest refused = Assert.IsType<UpdateIntegratorDefaultsResult.BadRequest>(result);
        Assert.Equal(["dev-defaults.account", "prod-defaults.projects"], Assert.IsType<FieldErrors.Fields>(refused.Body.Errors).Value.Keys);
    }

    [Fact]
    public async Task The_data_of_a_state_is_a_list_when_empty_and_an_object_otherwise()
    {
        StateEnvelope done = (await _cde.States[CdeSeed.State].GetAsync()).EnsureSuccess();
        Assert.Equal("some result", Assert.IsType<StateData.Values>(done.Data.Data).Value["someDataCreated"].GetString());

        await Assert.ThrowsAsync<UnexpectedStatusException>(() => _cde.Builds.Connectors.PostAsync(new() { Connector = CdeSeed.Connector }));
        StateEnvelope building = (await _cde.Connectors[CdeSeed.Connector].Versions["1"].States["build"].GetAsync()).EnsureSuccess();
        Assert.Empty(Assert.IsType<StateData.None>(building.Data.Data).Value);
    }

    [Fact]
    public async Task A_state_has_the_resource_connector_and_camel_case_names()
    {
        StateEnvelope state = (await _cde.States[CdeSeed.State].GetAsync()).EnsureSuccess();

        Assert.Equal("connector", state.Resource);
        Assert.Equal(StateStatus.Done, state.Data.Status);
        Assert.Equal(CdeSeed.Connector, state.Data.Config.ConnectorPublicId);
        Assert.Equal(1, state.Data.Config.VersionNumber);
        Assert.Null(state.Data.Config.MajorVersion);
        Assert.Equal("***", state.Data.Config.Vcs!.Token);
    }

    [Fact]
    public async Task The_resource_of_an_envelope_is_optional()
    {
        ConnectorsItemVersionsItemRequestBuilder version = _cde.Connectors[CdeSeed.Connector].Versions["1"];

        Assert.Null((await version.Targets.PutAsync(new())).EnsureSuccess().Resource);
        Assert.Equal("connector-version", (await version.Access.Prod.Enable.PostAsync(EmptyScope)).EnsureSuccess().Resource);
    }

    [Fact]
    public async Task Lists_have_pagination_metadata()
    {
        RunList page = (await _cde.Runs.GetAsync(r =>
        {
            r.QueryParameters.From = 20;
            r.QueryParameters.Limit = 10;
        })).EnsureSuccess();

        Assert.Equal((20, 10, 5, 25), (page.Metadata!.From, page.Metadata.Limit, page.Metadata.Count, page.Metadata.Total));
        Assert.Equal(JsonValueKind.Null, page.Metadata.Next!.Value.ValueKind);
        Assert.Equal(5, page.Data.Count);
    }

    [Fact]
    public async Task Query_parameters_keep_their_wire_names_and_documented_types()
    {
        await _cde.Runs.GetAsync(r =>
        {
            r.QueryParameters.ConnectorId = CdeSeed.Connector;
            r.QueryParameters.SiteId = "1001"; // Documented as a string, although runs have a number.
        });
        await _cde.States.GetAsync(r =>
        {
            r.QueryParameters.TriggeredBy = CdeSeed.Owner.Id.ToString();
            r.QueryParameters.Status = StateStatus.Pending;
        });
        await _cde.Connectors.GetAsync(r => r.QueryParameters.Released = "true");

        Assert.Equal(
            [
                $"/runs?connector-id={CdeSeed.Connector}&site-id=1001",
                $"/states?triggered_by={CdeSeed.Owner.Id}&status=pending",
                "/connectors?released=true",
            ],
            _server.Requests.Select(r => r.PathAndQuery));
    }

    [Fact]
    public async Task Documented_default_values_are_not_sent()
    {
        await _cde.Connectors.GetAsync();
        await _cde.States.GetAsync(r => r.QueryParameters.Status = StateStatus.Failed);

        Assert.Equal(["/connectors", "/states?status=failed"], _server.Requests.Select(r => r.PathAndQuery));
    }

    [Fact]
    public async Task Requests_and_responses_use_different_names_for_the_same_value()
    {
        ConnectorEnvelope created = (await _cde.Connectors.PostAsync(new() { ConnectorType = "export", ConnectorName = "n" })).EnsureSuccess();

        Assert.Equal("""{"connector-type":"export","connector-name":"n"}""", SentBody());
        Assert.Equal(("n", "export"), (created.Data.Name, created.Data.Type));
    }

    [Fact]
    public async Task Names_in_snake_case_and_kebab_case_occur_in_one_body()
    {
        (await _cde.Connectors[CdeSeed.Connector].Owner.PutAsync(new() { NewOwner = CdeSeed.Organization })).EnsureSuccess();
        Assert.Equal($$"""{"new_owner":"{{CdeSeed.Organization}}"}""", SentBody());

        Productsup.Cde.Models.Version version = (await _cde.Connectors[CdeSeed.Connector].GetAsync()).EnsureSuccess().Data.Versions[0];
        Assert.NotNull(version.PlatformProdReference.EnabledForSites); // platform_prod_reference, enabled-for-sites
        Assert.Equal(JsonValueKind.Null, version.ProdConfig!.Value.ValueKind);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("latest")]
    [InlineData("main")]
    public async Task A_version_is_a_major_number_or_a_keyword(string version)
    {
        ConnectorSyncRuntimeResult result = await _cde.Connectors[CdeSeed.ReleasedConnector].Versions[version].SyncRuntime.PostAsync();

        Assert.IsType<ConnectorSyncRuntimeResult.Success>(result);
        Assert.Equal($"/connectors/{CdeSeed.ReleasedConnector}/versions/{version}/sync-runtime", _server.Requests.Last().PathAndQuery);
    }

    [Fact]
    public async Task A_path_value_cannot_change_the_path()
    {
        await _cde.Connectors[CdeSeed.Connector].Versions["1/../2?x#y"].SyncRuntime.PostAsync();

        Assert.Equal($"/connectors/{CdeSeed.Connector}/versions/1%2F..%2F2%3Fx%23y/sync-runtime", _server.Requests.Last().PathAndQuery);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _cde.Connectors[CdeSeed.Connector].Versions[".."].SyncRuntime.PostAsync());
    }

    [Fact]
    public async Task Path_templates_that_differ_only_in_parameter_names_share_an_indexer()
    {
        ConnectorsItemRequestBuilder builder = _cde.Connectors[CdeSeed.BinnedConnector];
        Assert.IsType<ConnectorShowResult.NotFound>(await builder.GetAsync());
        Assert.Equal(2, (await _cde.Connectors.Bin.GetAsync()).EnsureSuccess().Data.Count);

        Assert.IsType<ConnectorRestoreFromBinResult.Ok>(await builder.RestoreFromBin.PatchAsync());

        Assert.IsType<ConnectorShowResult.Ok>(await builder.GetAsync());
        Assert.Single((await _cde.Connectors.Bin.GetAsync()).EnsureSuccess().Data);
    }

    [Fact]
    public async Task A_result_can_have_a_single_case()
    {
        await Assert.ThrowsAsync<UnexpectedStatusException>(
            () => _cde.Connectors[CdeSeed.UnknownConnector].Versions["1"].Access.Prod.Enable.PostAsync(EmptyScope));

        Type[] cases = typeof(ConnectorEnableProdAccessResult).GetNestedTypes();
        Assert.Equal(["Success"], cases.Select(c => c.Name));
    }

    [Fact]
    public async Task An_optional_nullable_member_is_sent_as_absent_null_or_a_value()
    {
        ConnectorsItemVersionsItemRequestBuilder version = _cde.Connectors[CdeSeed.Connector].Versions["1"];
        static Individual New(Optional<int?> order) => new() { CommandOption = "a", FieldType = "input", FieldName = "A", Order = order };

        await version.IndividualConfigs.PostAsync(new() { CommandOption = "a", FieldType = "input", FieldName = "A" });
        Assert.Equal("""{"command-option":"a","field-type":"input","field-name":"A"}""", SentBody());

        await version.IndividualConfigs.PostAsync(New(null));
        Assert.Equal("""{"command-option":"a","field-type":"input","field-name":"A","order":null}""", SentBody());

        await version.IndividualConfigs.PostAsync(New(7));
        Assert.Equal("""{"command-option":"a","field-type":"input","field-name":"A","order":7}""", SentBody());

        IReadOnlyList<Individual> shown = (await _cde.Connectors[CdeSeed.Connector].GetAsync()).EnsureSuccess().Data.Versions[0].Config.Individuals;
        Assert.Equal([1, 2, 7], shown.Select(i => i.Order.Value));
    }

    [Fact]
    public async Task A_required_nullable_member_is_sent_as_null()
    {
        await _cde.Connectors[CdeSeed.Connector].Versions["1"].ExecutionConfig.ContainerApi.PutAsync(new() { Image = null, VersionConstraint = "^1" });

        Assert.Equal("""{"image":null,"version-constraint":"^1"}""", SentBody());
    }

    [Fact]
    public async Task A_write_only_repository_token_is_sent_and_not_returned()
    {
        var vcs = new Vcs { Authorization = "basic", Url = "https://example.com/a.git", Branch = "main", Username = "me", Token = "secret" };
        var template = new ConnectorTemplate { Name = "n", Type = "export", Versions = [new() { Config = new() { Vcs = vcs } }] };

        ConnectorEnvelope copy = (await _cde.Connectors.Copy.PostAsync(template)).EnsureSuccess();

        JsonNode sent = JsonNode.Parse(SentBody())!["versions"]![0]!["config"]!["vcs"]!;
        Assert.Equal("secret", sent["token"]!.GetValue<string>());
        Assert.Null(copy.Data.Versions[0].Config.Vcs!.Token);
        Assert.Equal("main", copy.Data.Versions[0].Config.Vcs!.Branch);
    }

    [Fact]
    public async Task A_DELETE_response_has_a_body()
    {
        RemoveMemberFromOrganizationResult result = await _cde.Organizations[CdeSeed.Organization].Members[CdeSeed.Owner.Id].DeleteAsync();

        Assert.Empty(Assert.IsType<RemoveMemberFromOrganizationResult.Ok>(result).Body.Data.Members);
    }

    [Fact]
    public async Task Enumerations_accept_undocumented_values()
    {
        ConnectorBucketCreateLinkResult refused = await _cde.Connectors[CdeSeed.Connector].Versions["1"].Buckets.PostAsync(
            new() { BucketId = CdeSeed.Bucket, Type = "free", Environment = "test" });

        FieldErrors errors = Assert.IsType<ConnectorBucketCreateLinkResult.BadRequest>(refused).Body.Errors;
        Assert.Equal("Invalid environment. Valid choices are {`dev`, `prod`}.", Assert.IsType<FieldErrors.Fields>(errors).Value["environment"]);
    }

    private static PlatformScope EmptyScope => new() { Accounts = [], Projects = [], Sites = [] };

    private string SentBody() => System.Text.Encoding.UTF8.GetString(_server.Requests.Last().Body.Span);
}
