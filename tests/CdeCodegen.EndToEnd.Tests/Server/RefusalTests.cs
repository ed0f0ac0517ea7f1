using System.Text.Json.Nodes;
using CdeCodegen.Samples;

namespace CdeCodegen.EndToEnd.Server;

/// <summary>Requests that the embedded server refuses without a <c>Prefer</c> header, with the messages of the API's documentation.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private static readonly string s_connector = $"/connectors/{CdeSeed.Connector}";
    private static readonly string s_version = s_connector + "/versions/1";
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

    /// <summary>Method, path, body, expected message, expected errors as JSON.</summary>
    public static TheoryData<string, string, string?, string, string> BadRequests => new()
    {
        {
            "POST", "/connectors", "{}", "Bad request.",
            """{"connector-type":"This value should not be blank.","connector-name":"This value should not be blank."}"""
        },
        {
            "POST", "/connectors", """{"connector-type":"none","connector-name":"n"}""", "Bad request.",
            """{"connector-type":"The value you selected is not a valid choice."}"""
        },
        { "POST", "/connectors", "[]", "Bad request.", "[]" },
        { "POST", "/connectors/copy", """{"name":"n","type":"export","versions":[]}""", "Bad request.", """{"versions":"This value should not be blank."}""" },
        { "GET", "/connectors?owners=me", null, "Bad request.", """{"owners":"This is not a valid UUID."}""" },
        { "GET", "/connectors?limit=0", null, "Bad request.", """{"limit":"This value should be an integer of at least 1."}""" },
        { "GET", "/connectors?released=yes", null, "Bad request.", """{"released":"The value you selected is not a valid choice."}""" },
        { "PATCH", $"/connectors/{CdeSeed.ReleasedConnector}/move-to-bin", null, "Connector is actively used on the platform.", "[]" },
        { "PUT", s_connector + "/owner", """{"new_owner":"me"}""", "Bad request.", """{"new_owner":"This is not a valid UUID."}""" },
        {
            "POST", $"/connectors/{CdeSeed.BusyConnector}/versions/latest/sync-runtime", null, "Transition is not allowed, entity is resynchronizing-to-prod.",
            "[]"
        },
        {
            "PUT", s_version + "/runtime/prod", """{"environment":"bin-docker-wrapper","version":""}""",
            "Missing connector runtime version for runtime environment bin-docker-wrapper.",
            "[]"
        },
        {
            "PUT", s_version + "/secret-registrations", """{"secret-registrations":"amazon/seller"}""", "Bad request.",
            """{"secret-registrations":"This value does not have valid array."}"""
        },
        {
            "PUT", s_version + "/authentication-registrations", """{"authentication-registrations":["1","2"]}""", "Bad request.",
            """{"authentication-registrations":"Given values are not int: \"1\",\"2\""}"""
        },
        {
            "PUT", s_version + "/execution-config/container-api", """{"image":null,"version-constraint":""}""", "Bad request.",
            """{"version-constraint":"This value should not be blank."}"""
        },
        {
            "POST", s_version + "/individual-configs", "{}", "Bad request.",
            """
            {"command-option":"This value should not be blank.","field-type":"This value should not be blank.",
             "field-name":"This value should not be blank."}
            """
        },
        {
            "POST", s_version + "/buckets", $$"""{"bucket-id":"{{CdeSeed.Bucket}}","type":"free","environment":"test"}""", "Bad request.",
            """{"environment":"Invalid environment. Valid choices are {`dev`, `prod`}."}"""
        },
        { "POST", s_version + "/targets", """{"target-sites":[0]}""", "Bad request.", """{"target-sites":"All values must be integers greater than 0."}""" },
        { "POST", s_version + "/assign-to-sites/dev", null, "Dev site is missing.", "[]" },
        { "POST", s_version + "/platform-dev-site", null, "Dev account is missing.", "[]" },
        {
            "PUT", $"/connectors/{CdeSeed.ReleasedConnector}/versions/main/channels", """{"channels":[1,98,99]}""", "Bad request.",
            """{"channels":"You can not assign delta channels to export Connector: 98,99"}"""
        },
        { "POST", s_version + "/unrelease", null, "Bad request.", """{"version":"Connector is not released."}""" },
        { "POST", s_version + "/migration/rollback", null, "Connector was not migrated.", "[]" },
        {
            "POST", "/builds/connectors", """{"connector":"00000000-0000-0000-0000-000000000000"}""", "Bad request.",
            """{"connector":"This is not a valid UUID."}"""
        },
        { "GET", "/runs?site-id=one", null, "Bad request.", """{"site-id":"This value should be a number."}""" },
        { "GET", "/states?triggered_by=me", null, "Invalid connector user identifier.", "[]" },
        { "GET", s_version + "/states/nothing", null, "This background action does not exist.", "[]" },
        {
            "PUT", $"/metadata/connectors/{CdeSeed.Connector}", """{"channel-owner":"Us"}""", "Bad request.",
            """{"channel-owner":"Invalid channel owner provided. Valid options are: """
                + """\"Feature Team\", \"DromundKaas Team\", \"Channel Team\", \"Third Party\", \"API Team\", \"WG3\"."}"""
        },
        {
            "POST", "/organizations", """{"name":"No!"}""", "Bad request.",
            """{"name":"Organization name can contain only letters, numbers, dash, underscore and spaces."}"""
        },
        {
            "PUT", $"/defaults/integrators/{CdeSeed.Owner.Id}",
            """{"dev-defaults":{"account":0,"project":"2"},"prod-defaults":{"accounts":[-1],"projects":["x"],"sites":[1.5]}}""",
            "Bad request.",
            """
            {"dev-defaults.account":"This value should be greater than 0.","dev-defaults.project":"This value should be greater than 0.",
             "prod-defaults.accounts":"All values must be integers greater than 0.",
             "prod-defaults.projects":"All values must be integers greater than 0.",
             "prod-defaults.sites":"All values must be integers greater than 0."}
            """
        },
    };

    [Theory]
    [MemberData(nameof(BadRequests))]
    public async Task An_invalid_request_is_a_bad_request(string method, string path, string? body, string message, string errors)
    {
        CdeUser user = path == "/organizations" ? CdeSeed.Administrator : CdeSeed.Owner;

        (int status, JsonObject? answer) = await _client.SendAsync(method, path, user, body is null ? null : JsonNode.Parse(body));

        Assert.Equal(400, status);
        Assert.Equal(message, answer["message"]!.GetValue<string>());
        Assert.Equal(JsonNode.Parse(errors)!.ToJsonString(), answer["errors"]!.ToJsonString());
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_a_bad_request()
    {
        using var content = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        (int status, JsonObject? answer) = await _client.SendAsync("POST", "/connectors", CdeSeed.Owner, content);

        Assert.Equal(400, status);
        Assert.Equal("[]", answer["errors"]!.ToJsonString());
    }

    [Theory]
    [InlineData("image/png", "logo")]
    [InlineData("image/svg+xml", "file")]
    public async Task A_logo_must_be_an_SVG_in_the_form_field_logo(string mediaType, string field)
    {
        (int status, JsonObject? answer) = await _client.SendAsync("POST", s_version + "/logo", CdeSeed.Owner, RawClient.Logo(mediaType, field));

        Assert.Equal(400, status);
        Assert.NotNull(answer["errors"]!["logo"]);
    }

    [Fact]
    public async Task A_connector_that_shares_a_bucket_cannot_be_transferred()
    {
        var link = new JsonObject { ["bucket-id"] = CdeSeed.Bucket.ToString(), ["type"] = "free", ["environment"] = "dev" };
        await _client.SendAsync("POST", s_version + "/buckets", CdeSeed.Owner, link);
        await _client.SendAsync("POST", $"/connectors/{CdeSeed.MigratedConnector}/versions/1/buckets", CdeSeed.Owner, link);

        (int status, JsonObject? answer) = await _client.SendAsync(
            "PUT", s_connector + "/owner", CdeSeed.Owner, new JsonObject { ["new_owner"] = CdeSeed.Organization.ToString() });

        Assert.Equal(400, status);
        Assert.Equal("Bucket is assigned to more than one Connector.", answer["errors"]!["new_owner"]!.GetValue<string>());
    }

    public static TheoryData<string, string> ResourcesOfOthers => new()
    {
        { "GET", s_connector },
        { "PATCH", s_connector + "/move-to-bin" },
        { "PATCH", $"/connectors/{CdeSeed.BinnedConnector}/restore-from-bin" },
        { "PUT", s_connector + "/owner" },
        { "POST", s_version + "/sync-runtime" },
        { "PUT", s_version + "/runtime/prod" },
        { "GET", s_version + "/states" },
        { "GET", s_version + "/authentication-registrations" },
        { "POST", s_version + "/access/prod/disable" },
        { "POST", s_version + "/migration/rollback" },
        { "GET", s_version + "/states/build" },
        { "GET", $"/connectors?owners={CdeSeed.Owner.Id}" },
        { "GET", $"/connectors/bin?owners={CdeSeed.Owner.Id}" },
        { "GET", $"/runs?connector-id={CdeSeed.Connector}" },
        { "GET", $"/runs/{CdeSeed.Run}" },
        { "GET", $"/states?triggered_by={CdeSeed.Owner.Id}" },
        { "GET", $"/states/{CdeSeed.State}" },
        { "GET", $"/organizations/{CdeSeed.Organization}" },
        { "POST", "/organizations" },
        { "PUT", $"/organizations/{CdeSeed.Organization}/members/{CdeSeed.Stranger.Id}" },
        { "PUT", $"/defaults/integrators/{CdeSeed.Owner.Id}" },
        { "PUT", $"/defaults/organizations/{CdeSeed.Organization}" },
    };

    [Theory]
    [MemberData(nameof(ResourcesOfOthers))]
    public async Task A_resource_of_another_user_is_forbidden(string method, string path)
    {
        (int status, JsonObject? answer) = await _client.SendAsync(method, path, CdeSeed.Stranger, new JsonObject());

        Assert.Equal(403, status);
        Assert.Equal("Access denied for user.", answer["message"]!.GetValue<string>());
    }

    /// <summary>Operations without a documented 403 answer 404, so that they do not reveal whether the connector exists.</summary>
    [Theory]
    [InlineData("PUT", "/secret-registrations")]
    [InlineData("PUT", "/authentication-registrations")]
    [InlineData("GET", "/vcs-configs/validate")]
    [InlineData("POST", "/individual-configs")]
    [InlineData("POST", "/targets")]
    [InlineData("POST", "/assign-to-sites/dev")]
    [InlineData("POST", "/platform-dev-site")]
    public async Task Operations_without_a_403_hide_connectors_of_other_users(string method, string path)
    {
        (int status, JsonObject? answer) = await _client.SendAsync(method, s_version + path, CdeSeed.Stranger, new JsonObject());

        Assert.Equal(404, status);
        Assert.Equal("Connector not found.", answer["message"]!.GetValue<string>());
    }

    public static TheoryData<string, string, string> UnknownResources => new()
    {
        { "GET", $"/connectors/{CdeSeed.UnknownConnector}", "Connector not found." },
        { "GET", "/connectors/no-uuid", "Connector not found." },
        { "GET", $"/connectors/{CdeSeed.BinnedConnector}", "Connector not found." },
        { "PATCH", $"/connectors/{CdeSeed.UnknownConnector}/restore-from-bin", "Connector not found." },
        { "PATCH", s_connector + "/restore-from-bin", "Connector not found." },
        { "PATCH", $"/connectors/{CdeSeed.BinnedConnector}/move-to-bin", "Connector not found." },
        { "POST", s_connector + "/versions/2/sync-runtime", "Connector not found." },
        { "POST", s_connector + "/versions/main/sync-runtime", "Connector not found." },
        { "GET", $"/runs/{CdeSeed.UnknownConnector}", "Run not found." },
        { "GET", $"/states/{CdeSeed.UnknownConnector}", "State not found." },
        { "GET", s_version + "/states/build", "Last state was not found based on query parameters." },
        { "GET", $"/metadata/connectors/{CdeSeed.ReleasedConnector}", "Connector does not have metadata saved." },
        { "GET", $"/organizations/{CdeSeed.UnknownConnector}", "Organization not found." },
        { "GET", "/nothing", "Not found." },
    };

    [Theory]
    [MemberData(nameof(UnknownResources))]
    public async Task An_unknown_resource_is_not_found(string method, string path, string message)
    {
        (int status, JsonObject? answer) = await _client.SendAsync(method, path, CdeSeed.Owner);

        Assert.Equal(404, status);
        Assert.Equal(message, answer["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unknown_bucket_is_not_found()
    {
        (int status, JsonObject? answer) = await _client.SendAsync("POST", s_version + "/buckets", CdeSeed.Owner, new JsonObject
        {
            ["bucket-id"] = CdeSeed.UnknownConnector.ToString(),
            ["type"] = "free",
            ["environment"] = "dev",
        });

        Assert.Equal(404, status);
        Assert.Equal("Bucket not found.", answer["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_guest_cannot_create_connectors()
    {
        foreach (string path in new[] { "/connectors", "/connectors/copy" })
        {
            Assert.Equal(403, (await _client.SendAsync("POST", path, CdeSeed.Guest, new JsonObject())).Status);
        }
    }
}
