using System.Text.Json.Nodes;
using CdeCodegen.EndToEnd.Document;
using CdeCodegen.Samples;
using Productsup.Cde;
using Productsup.Cde.Models;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>Random bodies that are valid by the document can be read, and a connector is written back unchanged.</summary>
public sealed class RandomBodyTests : IAsyncLifetime
{
    private const int Rounds = 25;
    private static readonly Specification s_specification = Specification.Shared;
    private string _body = "";
    private StubServer _server = null!;

    public static TheoryData<string> Operations() => [.. s_specification.Operations.Where(o => Success(o) is not null).Select(o => o.Id)];

    public async Task InitializeAsync() => _server =
        await StubServer.StartAsync(context => StubServer.WriteAsync(context, 200, _body), readsBody: true);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_operation_reads_random_valid_success_bodies(string operationId)
    {
        DocumentedOperation operation = s_specification.Operation(operationId);
        JsonNode schema = s_specification.JsonContent(operation, Success(operation)!)!["schema"]!;
        CdeClient cde = Clients.New(_server.BaseAddress, CdeSeed.Owner);
        for (int seed = 0; seed < Rounds; seed++)
        {
            _body = Make(schema, seed);

            Exception? e = await Record.ExceptionAsync(() => OperationCalls.All[operationId](cde, _ => { }));

            Assert.True(e is null, $"Seed {seed}: {e}\n{_body}");
        }
    }

    [Fact]
    public async Task A_random_connector_is_written_back_unchanged()
    {
        var schema = new JsonObject { ["$ref"] = "#/components/schemas/ConnectorEnvelope" };
        CdeClient cde = Clients.New(_server.BaseAddress, CdeSeed.Owner);
        for (int seed = 0; seed < 4 * Rounds; seed++)
        {
            _body = Make(schema, seed);
            ConnectorEnvelope shown = (await cde.Connectors[CdeSeed.Connector].GetAsync()).EnsureSuccess();

            await cde.Connectors.Copy.PostAsync(shown.Data);

            var sent = JsonNode.Parse(_server.Requests[^1].Body);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(_body)!["data"], sent), $"Seed {seed}\n{_body}\n{sent}");
        }
    }

    private static string Make(JsonNode schema, int seed)
    {
        string made = new RandomInstanceGenerator(s_specification, new Random(seed)).Make(schema)!.ToJsonString();
        Assert.Equal([], s_specification.Validate(schema, made));
        return made;
    }

    private static string? Success(DocumentedOperation operation) => operation.Statuses.SingleOrDefault(s => s[0] == '2');
}
