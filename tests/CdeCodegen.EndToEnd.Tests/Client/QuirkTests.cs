using System.Text.Json;
using System.Text.Json.Nodes;
using CdeCodegen.Samples;
using Productsup.Cde;
using Productsup.Cde.Models;
using Productsup.Cde.RequestBuilders;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>The oddities of the API, each as the type it has become.</summary>
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
        ConnectorMoveToBinResult.BadRequest empty = Assert.IsType<ConnectorMoveToBinResult.BadRequest>(await _cde.Connectors[CdeSeed.ReleasedConnector].MoveToBin.PatchAsync());
        Assert.Equal("Connector is actively used on the platform.", empty.Body.Message);
        Assert.Empty(Assert.IsType<FieldErrors.None>(empty.Body.Errors).Value);

        var blank = new ConnectorCreation { ConnectorName = "", ConnectorType = "" };
        ConnectorCreateResult.BadRequest full = Assert.IsType<ConnectorCreateResult.BadRequest>(await _cde.Connectors.PostAsync(blank));
        IReadOnlyDictionary<string, string> errors = Assert.IsType<FieldErrors.Fields>(full.Body.Errors).Value;
        Assert.Equal(["connector-type", "connector-name"], errors.Keys);
        Assert.All(errors.Values, e => Assert.Equal("This value should not be blank.", e));
    }

    [Fact]
    public async Task Errors_of_a_third_form_are_kept()
    {
        await using StubServer odd = await StubServer.StartAsync(400, """{"message":"No.","errors":"all of it"}""");

        ConnectorMoveToBinResult result = await Clients.New(odd.BaseAddress, (CdeUser?)null).Connectors[CdeSeed.Connector].MoveToBin.PatchAsync();

        ConnectorMoveToBinResult.BadRequest refused = Assert.IsType<ConnectorMoveToBinResult.BadRequest>(result);
        Assert.Equal("all of it", Assert.IsType<FieldErrors.Unknown>(refused.Body.Errors).Value.GetString());
    }

    [Fact]
    public async Task Errors_name_members_with_dotted_paths()
    {
        UpdateIntegratorDefaultsResult result = await _cde.Defaults.Integrators[CdeSeed.Owner.Id].PutAsync(new()
        {
            DevDefaults = new() { Account = 0, Project = 1 },
            ProdDefaults = new() { Accounts = [], Projects = [-1], Sites = [] },
        });

        IReadOnlyDictionary<string, string> errors = Assert.IsType<FieldErrors.Fields>(Assert.IsType<UpdateIntegratorDefaultsResult.BadRequest>(result).Body.Errors).Value;
        Assert.Equal(["dev-defaults.account", "prod-defaults.projects"], errors.Keys);
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
    public async Task A_state_says_that_it_is_a_connector_and_writes_in_camel_case()
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
    public async Task Envelopes_have_a_resource_or_have_none()
    {
        ConnectorsItemVersionsItemRequestBuilder version = _cde.Connectors[CdeSeed.Connector].Versions["1"];

        Assert.Null((await version.Targets.PutAsync(new())).EnsureSuccess().Resource);
        Assert.Equal("connector-version", (await version.Access.Prod.Enable.PostAsync(Nobody)).EnsureSuccess().Resource);
    }

    [Fact]
    public async Task Lists_come_with_metadata()
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
    public async Task Query_parameters_keep_their_case_and_types()
    {
        await _cde.Runs.GetAsync(r =>
        {
            r.QueryParameters.ConnectorId = CdeSeed.Connector;
            r.QueryParameters.SiteId = "1001"; // a text, though runs hold a number
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
    public async Task Defaults_of_the_document_are_never_sent()
    {
        await _cde.Connectors.GetAsync();
        await _cde.States.GetAsync(r => r.QueryParameters.Status = StateStatus.Failed);

        Assert.Equal(["/connectors", "/states?status=failed"], _server.Requests.Select(r => r.PathAndQuery));
    }

    [Fact]
    public async Task A_request_names_members_differently_than_the_response()
    {
        ConnectorEnvelope created = (await _cde.Connectors.PostAsync(new() { ConnectorType = "export", ConnectorName = "n" })).EnsureSuccess();

        Assert.Equal("""{"connector-type":"export","connector-name":"n"}""", Sent());
        Assert.Equal(("n", "export"), (created.Data.Name, created.Data.Type));
    }

    [Fact]
    public async Task Three_ways_to_write_names_stand_side_by_side()
    {
        (await _cde.Connectors[CdeSeed.Connector].Owner.PutAsync(new() { NewOwner = CdeSeed.Organization })).EnsureSuccess();
        Assert.Equal($$"""{"new_owner":"{{CdeSeed.Organization}}"}""", Sent());

        Productsup.Cde.Models.Version version = (await _cde.Connectors[CdeSeed.Connector].GetAsync()).EnsureSuccess().Data.Versions[0];
        Assert.NotNull(version.PlatformProdReference.EnabledForSites); // platform_prod_reference, enabled-for-sites
        Assert.Equal(JsonValueKind.Null, version.ProdConfig!.Value.ValueKind);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("latest")]
    [InlineData("main")]
    public async Task A_version_is_a_major_number_or_a_word(string version)
    {
        ConnectorSyncRuntimeResult result = await _cde.Connectors[CdeSeed.ReleasedConnector].Versions[version].SyncRuntime.PostAsync();

        Assert.IsType<ConnectorSyncRuntimeResult.Success>(result);
        Assert.Equal($"/connectors/{CdeSeed.ReleasedConnector}/versions/{version}/sync-runtime", _server.Requests.Last().PathAndQuery);
    }

    [Fact]
    public async Task A_version_cannot_lead_elsewhere()
    {
        await _cde.Connectors[CdeSeed.Connector].Versions["1/../2?x#y"].SyncRuntime.PostAsync();

        Assert.Equal($"/connectors/{CdeSeed.Connector}/versions/1%2F..%2F2%3Fx%23y/sync-runtime", _server.Requests.Last().PathAndQuery);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _cde.Connectors[CdeSeed.Connector].Versions[".."].SyncRuntime.PostAsync());
    }

    [Fact]
    public async Task The_bin_stands_beside_the_connectors_and_two_templates_share_an_indexer()
    {
        ConnectorsItemRequestBuilder builder = _cde.Connectors[CdeSeed.BinnedConnector];
        Assert.IsType<ConnectorShowResult.NotFound>(await builder.GetAsync());
        Assert.Equal(2, (await _cde.Connectors.Bin.GetAsync()).EnsureSuccess().Data.Count);

        Assert.IsType<ConnectorRestoreFromBinResult.Ok>(await builder.RestoreFromBin.PatchAsync());

        Assert.IsType<ConnectorShowResult.Ok>(await builder.GetAsync());
        Assert.Single((await _cde.Connectors.Bin.GetAsync()).EnsureSuccess().Data);
    }

    [Fact]
    public async Task An_operation_may_document_one_status_only()
    {
        await Assert.ThrowsAsync<UnexpectedStatusException>(
            () => _cde.Connectors[CdeSeed.UnknownConnector].Versions["1"].Access.Prod.Enable.PostAsync(Nobody));

        Type[] cases = typeof(ConnectorEnableProdAccessResult).GetNestedTypes();
        Assert.Equal(["Success"], cases.Select(c => c.Name));
    }

    /// <summary>Absent, null and a value are three things, where the document has all three.</summary>
    [Fact]
    public async Task Absent_is_not_null()
    {
        ConnectorsItemVersionsItemRequestBuilder version = _cde.Connectors[CdeSeed.Connector].Versions["1"];
        static Individual New(Optional<int?> order) => new() { CommandOption = "a", FieldType = "input", FieldName = "A", Order = order };

        await version.IndividualConfigs.PostAsync(new() { CommandOption = "a", FieldType = "input", FieldName = "A" });
        Assert.Equal("""{"command-option":"a","field-type":"input","field-name":"A"}""", Sent());

        await version.IndividualConfigs.PostAsync(New(null));
        Assert.Equal("""{"command-option":"a","field-type":"input","field-name":"A","order":null}""", Sent());

        await version.IndividualConfigs.PostAsync(New(7));
        Assert.Equal("""{"command-option":"a","field-type":"input","field-name":"A","order":7}""", Sent());

        IReadOnlyList<Individual> shown = (await _cde.Connectors[CdeSeed.Connector].GetAsync()).EnsureSuccess().Data.Versions[0].Config.Individuals;
        Assert.Equal([1, 2, 7], shown.Select(i => i.Order.Value));
    }

    /// <summary>A member that must be there and may be null is sent as null.</summary>
    [Fact]
    public async Task Required_and_null_is_null()
    {
        await _cde.Connectors[CdeSeed.Connector].Versions["1"].ExecutionConfig.ContainerApi.PutAsync(new() { Image = null, VersionConstraint = "^1" });

        Assert.Equal("""{"image":null,"version-constraint":"^1"}""", Sent());
    }

    [Fact]
    public async Task A_token_of_a_repository_is_sent_and_never_returned()
    {
        var vcs = new Vcs { Authorization = "basic", Url = "https://example.com/a.git", Branch = "main", Username = "me", Token = "secret" };
        var template = new ConnectorTemplate { Name = "n", Type = "export", Versions = [new() { Config = new() { Vcs = vcs } }] };

        ConnectorEnvelope copy = (await _cde.Connectors.Copy.PostAsync(template)).EnsureSuccess();

        JsonNode sent = JsonNode.Parse(Sent())!["versions"]![0]!["config"]!["vcs"]!;
        Assert.Equal("secret", sent["token"]!.GetValue<string>());
        Assert.Null(copy.Data.Versions[0].Config.Vcs!.Token);
        Assert.Equal("main", copy.Data.Versions[0].Config.Vcs!.Branch);
    }

    [Fact]
    public async Task A_DELETE_has_a_response_body()
    {
        RemoveMemberFromOrganizationResult result = await _cde.Organizations[CdeSeed.Organization].Members[CdeSeed.Owner.Id].DeleteAsync();

        Assert.Empty(Assert.IsType<RemoveMemberFromOrganizationResult.Ok>(result).Body.Data.Members);
    }

    [Fact]
    public async Task Enumerations_are_open()
    {
        ConnectorBucketCreateLinkResult refused = await _cde.Connectors[CdeSeed.Connector].Versions["1"].Buckets.PostAsync(
            new() { BucketId = CdeSeed.Bucket, Type = "free", Environment = "test" });

        IReadOnlyDictionary<string, string> errors = Assert.IsType<FieldErrors.Fields>(Assert.IsType<ConnectorBucketCreateLinkResult.BadRequest>(refused).Body.Errors).Value;
        Assert.Equal("Invalid environment. Valid choices are {`dev`, `prod`}.", errors["environment"]);
    }

    private static PlatformScope Nobody => new() { Accounts = [], Projects = [], Sites = [] };

    private string Sent() => System.Text.Encoding.UTF8.GetString(_server.Requests.Last().Body.Span);
}
