using System.Text.Json.Nodes;
using CdeCodegen.EndToEnd.Document;
using CdeCodegen.Samples;
using Productsup.Cde;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>A connector is read and written back unchanged: the example of the API's documentation, and variations that the schema allows.</summary>
public sealed class RoundTripTests : IAsyncLifetime
{
    private static readonly Specification s_specification = Specification.Shared;
    private static readonly JsonObject s_example = JsonNode.Parse(Repository.Example("connector_restore_from_bin.200"))!.AsObject();
    private JsonObject _body = s_example;
    private StubServer _server = null!;

    public async Task InitializeAsync() => _server =
        await StubServer.StartAsync(context => StubServer.WriteAsync(context, 200, _body.ToJsonString()), readsBody: true);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_documented_example_is_written_back_unchanged()
    {
        JsonNode written = await ReadAndWriteAsync(s_example);

        AssertSame(s_example["data"]!, written);
        Assert.Equal(s_example["data"]!.ToJsonString(), written.ToJsonString());
        Assert.Equal([], s_specification.Validate("Connector", written.ToJsonString()));
        Assert.Equal([], s_specification.Validate("ConnectorImport", written.ToJsonString()));
    }

    [Fact]
    public async Task Every_valid_value_in_place_of_a_null_or_empty_list_of_the_example_is_written_back_unchanged()
    {
        string[] values = ["1", "-2", "\"text\"", "\"2.0.0\"", "1.5", "true", "{}", "{\"a\":{\"b\":[1,null,\"x\"]}}", "[]", "[1,\"2\",{\"c\":null},null]"];
        int tried = 0;
        foreach (string[] path in FindEmpty(s_example["data"]!))
        {
            foreach (string value in values)
            {
                JsonObject changed = s_example.DeepClone().AsObject();
                Set(changed["data"]!, path, JsonNode.Parse(value));
                if (s_specification.Validate("ConnectorEnvelope", changed.ToJsonString()).Count > 0)
                {
                    continue;
                }

                tried++;
                AssertSame(changed["data"]!, await ReadAndWriteAsync(changed), string.Join('.', path) + " = " + value);
            }
        }

        Assert.InRange(tried, 100, int.MaxValue);
    }

    /// <summary>A newer server may send members that the document does not have yet, in any object.</summary>
    [Fact]
    public async Task Unknown_members_are_written_back_unchanged()
    {
        JsonObject changed = s_example.DeepClone().AsObject();
        int added = 0;
        Add(changed["data"]!);

        AssertSame(changed["data"]!, await ReadAndWriteAsync(changed));
        Assert.InRange(added, 20, int.MaxValue);

        void Add(JsonNode? node)
        {
            if (node is JsonObject o)
            {
                foreach ((string _, JsonNode? value) in o.ToArray())
                {
                    Add(value);
                }

                o["new-member"] = new JsonObject { ["number"] = ++added };
            }
            else if (node is JsonArray a)
            {
                foreach (JsonNode? item in a)
                {
                    Add(item);
                }
            }
        }
    }

    /// <summary>No member is null, and the optional members of the fields are absent, null and set.</summary>
    [Fact]
    public async Task A_connector_with_every_member_set_is_written_back_unchanged()
    {
        JsonObject changed = s_example.DeepClone().AsObject();
        JsonNode version = changed["data"]!["versions"]![0]!;
        version["logo"] = "http://cde-localstack:4566/connectors/019e16f5-5795-79d4-a959-6d54a49f2fa8/1/logo.svg";
        version["deleted-at"] = "2026-05-11T14:13:01.5Z";
        version["readme"] = "Größe: 漢字 \u0001 \"quoted\" \\ / <b>&amp;</b> \ud83d\ude00";
        JsonNode config = version["config"]!;
        config["application"] = JsonNode.Parse("""{"command":"php","arguments":"app.php product:import","health-check":"--help"}""");
        config["vcs"] = JsonNode.Parse("""
            {"authorization":"basic","url":"git@example.com:a/b.git","branch":"main","username":null,"deploy-key-public":null,
             "latest-commit":"d3928c9793a76ecb8104ec0265051f2d44b00c9c"}
            """);
        config["secret-registrations"] = JsonNode.Parse("""[{"ini_header":"a::b","vault_secret":"a/b","fields":[1,{"x":2}]},{"vault_secret":"c/d"}]""");
        config["authentication-registrations"] = new JsonArray(20, 30);
        config["migration"] = JsonNode.Parse("""{"legacy-executable":24}""");
        config["data-service"] = JsonNode.Parse("""
            {"column-prefix":"___prefix","service-type":"internal","stages":["import"],"max-usage":1,"service-category":null,"datasource":7}
            """);
        config["individuals"] = JsonNode.Parse("""
            [{"command-option":"a","field-type":"input","field-name":"A"},
             {"command-option":"b","field-type":"input","field-name":"B","order":null},
             {"command-option":"c","field-type":"input","field-name":"C","field-required":true,"field-placeholder":"","order":3,
              "created-at":"2026-05-11T14:13:05+02:00"}]
            """);

        AssertSame(changed["data"]!, await ReadAndWriteAsync(changed));
    }

    /// <summary>Reads the body with the "show" operation, sends the connector with the "import" operation, and returns the sent JSON.</summary>
    private async Task<JsonNode> ReadAndWriteAsync(JsonObject shown)
    {
        _body = shown;
        CdeClient cde = Clients.New(_server.BaseAddress, CdeSeed.Owner);
        ConnectorShowResult result = await cde.Connectors[CdeSeed.BinnedConnector].GetAsync();

        Assert.True((await cde.Connectors.Copy.PostAsync(result.EnsureSuccess().Data)).IsSuccess);

        StubRequest request = _server.Requests[^1];
        Assert.Equal(("POST", "/connectors/copy"), (request.Method, request.PathAndQuery));
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        return JsonNode.Parse(request.Body)!;
    }

    private static void AssertSame(JsonNode expected, JsonNode actual, string what = "") =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"{what}\n{expected.ToJsonString()}\n{actual.ToJsonString()}");

    /// <summary>The paths of null values and empty lists. Of a list only the first item is searched: the others have the same members.</summary>
    private static IEnumerable<string[]> FindEmpty(JsonNode node)
    {
        if (node is not JsonObject o)
        {
            yield break;
        }

        foreach ((string? name, JsonNode? value) in o)
        {
            if (value is null or JsonArray { Count: 0 })
            {
                yield return [name];
            }

            JsonNode? inner = value is JsonArray { Count: > 0 } list ? list[0] : value;
            foreach (string[] rest in inner is null ? [] : FindEmpty(inner))
            {
                yield return [name, .. rest];
            }
        }
    }

    private static void Set(JsonNode node, string[] path, JsonNode? value)
    {
        foreach (string name in path[..^1])
        {
            node = node[name] is JsonArray list ? list[0]! : node[name]!;
        }

        node[path[^1]] = value;
    }
}
