using System.Text.Json.Nodes;
using CdeCodegen.Samples;

namespace CdeCodegen.EndToEnd.Server;

/// <summary>The embedded server keeps state: a request sees the changes of earlier requests.</summary>
public sealed class StateTests : IAsyncLifetime
{
    private CdeServer _server = null!;
    private RawClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await CdeServer.StartAsync();
        _client = new RawClient(_server);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Restoring_a_connector_returns_exactly_the_documented_example()
    {
        JsonObject body = await OkAsync("PATCH", $"/connectors/{CdeSeed.BinnedConnector}/restore-from-bin");

        string expected = JsonNode.Parse(Repository.Example("connector_restore_from_bin.200"))!.ToJsonString();
        Assert.Equal(expected, body.ToJsonString());
    }

    [Fact]
    public async Task A_connector_can_be_created_binned_and_restored()
    {
        JsonObject created = await OkAsync("POST", "/connectors", new JsonObject { ["connector-type"] = "transform", ["connector-name"] = "omdb" });
        string id = created["data"]!["id"]!.GetValue<string>();
        Assert.Equal("1.0.0", created["data"]!["versions"]![0]!["version"]!.GetValue<string>());

        JsonObject binned = await OkAsync("PATCH", $"/connectors/{id}/move-to-bin");
        Assert.Empty(binned["data"]!["versions"]!.AsArray());
        Assert.Equal(404, (await _client.SendAsync("GET", $"/connectors/{id}", CdeSeed.Owner)).Status);

        JsonArray inBin = (await OkAsync("GET", "/connectors/bin?name=omdb"))["data"]!.AsArray();
        Assert.NotNull(Assert.Single(inBin)!["versions"]![0]!["deleted-at"]);
        Assert.Empty((await OkAsync("GET", "/connectors?name=omdb&type=transform"))["data"]!.AsArray());

        await OkAsync("PATCH", $"/connectors/{id}/restore-from-bin");
        JsonObject shown = await OkAsync("GET", $"/connectors/{id}");
        Assert.Null(shown["data"]!["versions"]![0]!["deleted-at"]);
        Assert.True(JsonNode.DeepEquals(created["data"], shown["data"]));
        Assert.Equal(404, (await _client.SendAsync("PATCH", $"/connectors/{id}/restore-from-bin", CdeSeed.Owner)).Status);
    }

    [Fact]
    public async Task An_imported_connector_has_the_same_configuration_and_another_identity()
    {
        JsonNode shown = (await OkAsync("GET", $"/connectors/{CdeSeed.MigratedConnector}"))["data"]!;

        JsonNode copy = (await OkAsync("POST", "/connectors/copy", shown.DeepClone()))["data"]!;

        Assert.Equal("omdb - Copy", copy["name"]!.GetValue<string>());
        Assert.NotEqual(shown["id"]!.GetValue<string>(), copy["id"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(shown["versions"]![0]!["config"], copy["versions"]![0]!["config"]));
    }

    [Fact]
    public async Task A_transferred_connector_is_accessible_to_its_new_owner_only()
    {
        string path = $"/connectors/{CdeSeed.Connector}";
        await OkAsync("PUT", path + "/owner", new JsonObject { ["new_owner"] = CdeSeed.Stranger.Id.ToString(), ["account"] = 789 });

        Assert.Equal(403, (await _client.SendAsync("GET", path, CdeSeed.Owner)).Status);
        Assert.Equal(200, (await _client.SendAsync("GET", path, CdeSeed.Stranger)).Status);
    }

    [Fact]
    public async Task The_connectors_of_an_organization_are_accessible_to_its_members_only()
    {
        string path = $"/connectors/{CdeSeed.Connector}";
        string member = $"/organizations/{CdeSeed.Organization}/members/{CdeSeed.Stranger.Id}";
        await OkAsync("PUT", path + "/owner", new JsonObject { ["new_owner"] = CdeSeed.Organization.ToString() });
        Assert.Equal(403, (await _client.SendAsync("GET", path, CdeSeed.Stranger)).Status);

        Assert.Equal(2, (await OkAsync("PUT", member))["data"]!["members"]!.AsArray().Count);
        Assert.Equal(200, (await _client.SendAsync("GET", path, CdeSeed.Stranger)).Status);

        Assert.Single((await OkAsync("DELETE", member))["data"]!["members"]!.AsArray());
        Assert.Equal(403, (await _client.SendAsync("GET", path, CdeSeed.Stranger)).Status);
    }

    [Fact]
    public async Task Lists_are_paged()
    {
        JsonObject page = await OkAsync("GET", "/runs?from=20&limit=10");

        Assert.Equal(5, page["data"]!.AsArray().Count);
        Assert.Equal("""{"from":20,"limit":10,"count":5,"total":25,"next":null}""", page["metadata"]!.ToJsonString());
        JsonObject one = await OkAsync("GET", $"/runs?id={CdeSeed.Run}&site-id=1001&state=finished&connector-version=1.0.0");
        Assert.Equal(1, one["metadata"]!["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_background_action_is_pending_and_then_done()
    {
        string version = $"/connectors/{CdeSeed.Connector}/versions/1";
        await OkAsync("PUT", $"/defaults/integrators/{CdeSeed.Owner.Id}", new JsonObject
        {
            ["dev-defaults"] = new JsonObject { ["account"] = 1, ["project"] = 2 },
        });
        JsonObject started = await OkAsync("POST", version + "/platform-dev-site");
        string state = "/states/" + started["data"]!["state"]!["uuid"]!.GetValue<string>();

        Assert.Equal("pending", (await OkAsync("GET", state))["data"]!["status"]!.GetValue<string>());
        Assert.Equal("done", (await OkAsync("GET", state))["data"]!["status"]!.GetValue<string>());
        Assert.Equal("create_platform_site", (await OkAsync("GET", version + "/states/create_platform_site"))["data"]!["name"]!.GetValue<string>());
        Assert.Equal(2, (await OkAsync("GET", version + "/states"))["metadata"]!["total"]!.GetValue<int>());

        JsonNode assigned = (await OkAsync("POST", version + "/assign-to-sites/dev"))["data"]!;
        Assert.Equal(1, assigned["platform_dev_reference"]!["account"]!.GetValue<int>());
        Assert.Equal("synchronized-to-dev", assigned["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task Settings_of_a_version_are_kept()
    {
        string version = $"/connectors/{CdeSeed.Connector}/versions/latest";
        await OkAsync("PUT", version + "/secret-registrations", new JsonObject { ["secret-registrations"] = new JsonArray("google/io/shopping") });
        await OkAsync("PUT", version + "/authentication-registrations", new JsonObject
        {
            ["authentication-registrations"] = new JsonArray(30),
            ["authentication-registrations-additional-fields"] = new JsonArray("option-1"),
        });
        await OkAsync("PUT", version + "/runtime/prod", new JsonObject { ["environment"] = "other", ["version"] = "12.10.0" });
        await OkAsync("POST", version + "/targets", new JsonObject { ["target-sites"] = new JsonArray(1, 2) });
        await OkAsync("POST", version + "/targets", new JsonObject { ["target-sites"] = new JsonArray(2, 3) });
        await OkAsync("POST", version + "/access/prod/enable", new JsonObject { ["sites"] = new JsonArray(5, 6) });
        await OkAsync("POST", version + "/access/prod/disable", new JsonObject { ["sites"] = new JsonArray(5) });

        JsonNode shown = (await OkAsync("GET", $"/connectors/{CdeSeed.Connector}"))["data"]!["versions"]![0]!;
        Assert.Equal(
            """[{"ini_header":"google-io::shopping","vault_secret":"google/io/shopping","fields":[]}]""",
            shown["config"]!["secret-registrations"]!.ToJsonString());
        Assert.Equal("updated", shown["state"]!.GetValue<string>());
        JsonNode prod = shown["platform_prod_reference"]!;
        Assert.Equal("""{"environment":"bin-docker-wrapper","version":"12.10.0"}""", prod["runtime"]!.ToJsonString());
        Assert.Equal("[1,2,3]", prod["target-sites"]!.ToJsonString());
        Assert.Equal("[6]", prod["enabled-for-sites"]!.ToJsonString());

        await OkAsync("PUT", version + "/targets", new JsonObject { ["target-sites"] = new JsonArray(9) });
        shown = (await OkAsync("GET", $"/connectors/{CdeSeed.Connector}"))["data"]!["versions"]![0]!;
        Assert.Equal("[9]", shown["platform_prod_reference"]!["target-sites"]!.ToJsonString());
        JsonObject authentication = await OkAsync("GET", version + "/authentication-registrations");
        Assert.Equal("pup-auth-option-1", authentication["data"]![0]!["additional-fields"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task A_released_connector_can_be_binned_after_it_is_unreleased()
    {
        string path = $"/connectors/{CdeSeed.ReleasedConnector}";
        Assert.Equal(1, (await OkAsync("GET", "/connectors?released=true"))["metadata"]!["total"]!.GetValue<int>());

        await OkAsync("POST", path + "/versions/main/unrelease");

        await OkAsync("PATCH", path + "/move-to-bin");
        Assert.Equal(0, (await OkAsync("GET", "/connectors?released=true"))["metadata"]!["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_server_records_requests()
    {
        await OkAsync("GET", "/connectors?name=a%20b");

        RecordedRequest request = Assert.Single(_server.Requests);
        Assert.Equal(("connector_list", "GET", "/connectors?name=a%20b"), (request.OperationId, request.Method, request.PathAndQuery));
        Assert.Equal("Bearer " + CdeSeed.Owner.Token, request.Headers["authorization"]);
        Assert.True(request.Body.IsEmpty);
    }

    private async Task<JsonObject> OkAsync(string method, string path, JsonNode? body = null)
    {
        (int status, JsonObject? answer) = await _client.SendAsync(method, path, CdeSeed.Owner, body);
        Assert.True(status is >= 200 and < 300, $"{method} {path}: {status} {answer.ToJsonString()}");
        return answer;
    }
}
