using System.Text.Json.Nodes;

namespace CdeCodegen.Samples.State;

/// <summary>Creates the data of a new server.</summary>
internal static class SeedData
{
    private const string Created = "2026-05-11T14:13:14+02:00";

    public static Store NewStore(TimeProvider clock)
    {
        var store = new Store(clock);
        AddBin(store);
        AddActive(store);
        AddRunsAndStates(store);
        store.Organizations.Add(CdeSeed.Organization, Organization(CdeSeed.Organization, "ProductsUp", CdeSeed.Owner.Id));
        store.Buckets.Add(CdeSeed.Bucket);
        return store;
    }

    public static JsonObject Organization(Guid id, string name, params Guid[] members) => new()
    {
        ["uuid"] = id.ToString(),
        ["name"] = name,
        ["connectors-limit"] = 10,
        ["members"] = new JsonArray([.. members.Select(m => new JsonObject { ["uuid"] = m.ToString() })]),
        ["notification-config"] = null,
        ["dev-defaults"] = null,
        ["prod-defaults"] = null,
    };

    private static void AddBin(Store store)
    {
        JsonObject[] versions =
        [
            Version("datasource", "1.0.0", "Name", "Description", "14.40.98"),
            Version("datasource", "2.0.0", "Name", "Description", "19.20.7"),
            Version("datasource", "3.0.0", "Name", "Description", "15.30.75"),
        ];
        versions[1]["config"]!["datasource"]!["categories"] = new JsonArray("miscellaneous");
        versions[2]["config"]!["datasource"]!["categories"] = new JsonArray("miscellaneous");
        Bin(ResourceFactory.Connector(CdeSeed.BinnedConnector, "datasource", "Name", "Description", null, CdeSeed.Owner.Id, versions));
        Bin(ResourceFactory.Connector(
            CdeSeed.SecondBinnedConnector, "datasource", "connector1", null, null, CdeSeed.Owner.Id,
            Version("datasource", "1.0.0", "connector1", null, "14.40.98")));
        Bin(ResourceFactory.Connector(
            CdeSeed.BinnedConnectorOfStranger, "transform", "Name", "Description", null, CdeSeed.Stranger.Id,
            Version("transform", "1.0.0", "Name", "Description", "14.40.98")));

        void Bin(JsonObject connector)
        {
            var record = new ConnectorRecord(connector) { IsInBin = true };
            foreach (JsonObject version in record.Versions)
            {
                version["deleted-at"] = Created;
            }

            store.Add(record);
        }
    }

    private static void AddActive(Store store)
    {
        JsonObject version = Version("data-service", "1.0.0", "Weather", "Adds the weather to products", "14.40.98");
        version["state"] = "synchronized-to-prod";
        store.Add(new(ResourceFactory.Connector(
            CdeSeed.Connector, "data-service", "Weather", "Adds the weather to products", null, CdeSeed.Owner.Id, version))
        {
            Metadata = Metadata(store, CdeSeed.Connector, "Weather", "data-service"),
        });

        JsonObject released = Version("export", "1.0.0", "Marketplace", null, "19.20.7");
        released["state"] = "synchronized-to-prod";
        released["platform_prod_reference"]!["released"] = true;
        store.Add(new(ResourceFactory.Connector(CdeSeed.ReleasedConnector, "export", "Marketplace", null, null, CdeSeed.Owner.Id, released))
        {
            IsInUse = true,
        });

        store.Add(new(ResourceFactory.Connector(
            CdeSeed.MigratedConnector, "datasource", "omdb", "clever description", null, CdeSeed.Owner.Id, MigratedVersion())));

        JsonObject busy = Version("transform", "1.0.0", "Busy", null, "19.20.7");
        busy["state"] = "resynchronizing-to-prod";
        store.Add(new(ResourceFactory.Connector(CdeSeed.BusyConnector, "transform", "Busy", null, null, CdeSeed.Owner.Id, busy)));
    }

    private static JsonObject MigratedVersion()
    {
        JsonObject version = Version("datasource", "1.0.0", "omdb", "clever description", "12.10.0");
        version["state"] = "synchronized-to-dev";
        JsonNode config = version["config"]!;
        config["secret-registrations"] = new JsonArray(Secret("google/io/shopping"), Secret("amazon/seller"));
        config["authentication-registrations"] = new JsonArray(20, 30);
        config["authentication-registrations-additional-fields"] = new JsonArray("option-1", "option-2", "option-3");
        config["application"] = new JsonObject
        {
            ["command"] = "php",
            ["arguments"] = "app.php product:import",
            ["health-check"] = "--help",
        };
        config["vcs"] = new JsonObject
        {
            ["authorization"] = "basic",
            ["url"] = "https://github.com/productsupcom/sip-docker-php-test.git",
            ["branch"] = "main",
            ["username"] = "username",
            ["deploy-key-public"] = null,
            ["latest-commit"] = "d3928c9793a76ecb8104ec0265051f2d44b00c9c",
        };
        config["individuals"] = new JsonArray(new JsonObject
        {
            ["command-option"] = "authentication_store_id",
            ["field-type"] = "authentication_select",
            ["field-name"] = "Authentication selection",
            ["field-required"] = true,
            ["field-placeholder"] = "",
            ["field-description"] = "Select authentication provider",
            ["field-default-value"] = "",
            ["field-config"] = "",
            ["order"] = 1,
            ["created-at"] = Created,
            ["updated-at"] = Created,
        });
        config["migration"] = new JsonObject { ["legacy-executable"] = 24 };
        config["execution"]!["execution-mode"] = "as-command-options";
        config["execution"]!["docker-host"] = "unix:///var/run/docker.sock";
        return version;
    }

    /// <summary>Creates a secret registration: the path in the vault, and the INI header derived from it.</summary>
    public static JsonObject Secret(string path)
    {
        string[] parts = path.Split('/');
        return new()
        {
            ["ini_header"] = string.Join('-', parts[..^1]) + "::" + parts[^1],
            ["vault_secret"] = path,
            ["fields"] = new JsonArray(),
        };
    }

    private static JsonObject Metadata(Store store, Guid connector, string name, string type) => new()
    {
        ["uuid"] = store.NewId().ToString(),
        ["channel-owner"] = "Third Party",
        ["confidence"] = "Semi Confident",
        ["help-center"] = "http://help.center",
        ["internal-documentation"] = "http://docs.internal",
        ["notes"] = "some notes",
        ["last-reviewed-at"] = Created,
        ["last-updated-by"] = CdeSeed.Administrator.Id.ToString(),
        ["created-at"] = Created,
        ["updated-at"] = Created,
        ["connector"] = new JsonObject { ["id"] = connector.ToString(), ["name"] = name, ["type"] = type },
    };

    private static void AddRunsAndStates(Store store)
    {
        for (int i = 0; i < 25; i++)
        {
            store.Runs.Add(Run(i == 0 ? CdeSeed.Run : store.NewId(), i, store.NewId()));
        }

        store.States.Add(new JsonObject
        {
            ["id"] = CdeSeed.State.ToString(),
            ["status"] = "done",
            ["name"] = "update_to_docker_wrapper_version",
            ["owner"] = CdeSeed.Owner.Id.ToString(),
            ["created"] = Created,
            ["config"] = new JsonObject
            {
                ["connectorPublicId"] = CdeSeed.Connector.ToString(),
                ["versionNumber"] = 1,
                ["vcs"] = new JsonObject { ["token"] = "***" },
            },
            ["data"] = new JsonObject { ["someDataCreated"] = "some result" },
        });
    }

    private static JsonObject Run(Guid id, int number, Guid process) => new()
    {
        ["id"] = id.ToString(),
        ["connector-id"] = CdeSeed.Connector.ToString(),
        ["connector-version"] = "1.0.0",
        ["state"] = "finished",
        ["process-id"] = process.ToString(),
        ["site-id"] = 1001 + number,
        ["site-name"] = $"Site {number + 1}",
        ["project-id"] = 300,
        ["project-name"] = "Project 1",
        ["account-id"] = 600,
        ["account-name"] = "Account 1",
        ["exit-code"] = 0,
        ["container-api-docker-image"] = null,
        ["container-api-version-constraint"] = null,
        ["cli-command"] = number % 2 == 0 ? "php app.php connector:run" : null,
        ["registered-secrets"] = null,
        ["authentications"] = null,
        ["connector-setup-config"] = null,
        ["started-at"] = "2025-10-29T13:09:16+01:00",
        ["finished-at"] = "2025-10-29T13:14:16+01:00",
        ["created-at"] = "2025-01-04T10:00:00+00:00",
    };

    private static JsonObject Version(string type, string number, string name, string? description, string runtime) =>
        ResourceFactory.Version(type, number, name, description, readme: null, runtime, Created);
}
