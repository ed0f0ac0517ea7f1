using System.Text.Json.Nodes;
using CdeCodegen.EndToEnd.Document;
using CdeCodegen.Samples;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>Whatever body the document allows is read, and a connector is written again as it was.</summary>
public sealed class RandomBodyTests : IAsyncLifetime
{
    private const int Rounds = 25;
    private static readonly Specification specification = Specification.Shared;
    private string body = "";
    private StubServer server = null!;

    public static TheoryData<string> Operations() => [.. specification.Operations.Where(o => Success(o) is not null).Select(o => o.Id)];

    public async Task InitializeAsync() => server = await StubServer.StartAsync(context => StubServer.WriteAsync(context, 200, body));

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_operation_reads_what_its_success_may_be(string operationId)
    {
        var operation = specification.Operation(operationId);
        var schema = specification.JsonContent(operation, Success(operation)!)!["schema"]!;
        var cde = Clients.New(server.BaseAddress, CdeSeed.Owner);
        for (int seed = 0; seed < Rounds; seed++)
        {
            body = Make(schema, seed);

            var e = await Record.ExceptionAsync(() => OperationCalls.All[operationId](cde, _ => { }));

            Assert.True(e is null, $"Seed {seed}: {e}\n{body}");
        }
    }

    [Fact]
    public async Task A_connector_is_written_as_it_was_read()
    {
        var schema = new JsonObject { ["$ref"] = "#/components/schemas/ConnectorEnvelope" };
        var cde = Clients.New(server.BaseAddress, CdeSeed.Owner);
        for (int seed = 0; seed < 4 * Rounds; seed++)
        {
            body = Make(schema, seed);
            var shown = (await cde.Connectors[CdeSeed.Connector].GetAsync()).EnsureSuccess();

            await cde.Connectors.Copy.PostAsync(shown.Data);

            var sent = JsonNode.Parse(server.Requests[^1].Body.Span);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body)!["data"], sent), $"Seed {seed}\n{body}\n{sent}");
        }
    }

    private static string Make(JsonNode schema, int seed)
    {
        string made = new InstanceGenerator(specification, new Random(seed)).Make(schema)!.ToJsonString();
        Assert.Equal([], specification.Validate(schema, made));
        return made;
    }

    private static string? Success(DocumentedOperation operation) => operation.Statuses.SingleOrDefault(s => s[0] == '2');
}
