using System.Globalization;
using System.Text.Json.Nodes;
using CdeCodegen.EndToEnd.Document;
using CdeCodegen.Samples;

namespace CdeCodegen.EndToEnd.Server;

/// <summary>The embedded server does what the document says: every operation, every documented status.</summary>
public sealed class ConformanceTests : IAsyncLifetime
{
    private static readonly Specification specification = Specification.Shared;
    private CdeServer server = null!;
    private RawClient client = null!;

    public static TheoryData<string> Operations() => [.. specification.Operations.Select(o => o.Id)];

    public async Task InitializeAsync()
    {
        server = await CdeServer.StartAsync();
        client = new RawClient(server);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_good_request_succeeds_with_a_body_of_the_documented_form(string operationId)
    {
        var operation = specification.Operation(operationId);
        await SuccessfulRequests.PrepareAsync(operation, client);

        var (status, body) = SuccessfulRequests.Form(operation) is { } form
            ? await client.SendAsync(operation.Method, SuccessfulRequests.Path(operation), SuccessfulRequests.User(operation), form)
            : await client.SendAsync(operation.Method, SuccessfulRequests.Path(operation), SuccessfulRequests.User(operation), SuccessfulRequests.Body(operation));

        Assert.InRange(status, 200, 299);
        Assert.Equal(operationId, server.Requests.Last().OperationId);
        string? documented = operation.Statuses.SingleOrDefault(s => s[0] == '2');
        Assert.Equal(operationId is "connector_unrelease" or "connector_build_trigger", documented is null);
        if (documented is not null)
        {
            Assert.True(documented == "2XX" || documented == status.ToString(CultureInfo.InvariantCulture));
            Assert.Equal([], specification.Validate(specification.JsonContent(operation, documented)!["schema"]!, body.ToJsonString()));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_documented_refusal_can_be_asked_for(string operationId)
    {
        var operation = specification.Operation(operationId);
        foreach (string documented in operation.Statuses.Where(s => s[0] != '2'))
        {
            var (status, body) = await client.SendAsync(
                operation.Method, SuccessfulRequests.Path(operation), CdeSeed.Owner, (JsonNode?)null, prefer: "code=" + documented);

            Assert.Equal(documented, status.ToString(CultureInfo.InvariantCulture));
            var content = specification.JsonContent(operation, documented)!;
            Assert.Equal([], specification.Validate(content["schema"]!, body.ToJsonString()));
            Assert.True(JsonNode.DeepEquals(content["example"], body), $"{operationId} {documented}: {body.ToJsonString()}");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Nothing_is_done_without_a_token(string operationId)
    {
        var operation = specification.Operation(operationId);

        foreach (var user in new[] { null, new CdeUser(Guid.Empty, "token-of-nobody") })
        {
            var (status, body) = await client.SendAsync(operation.Method, SuccessfulRequests.Path(operation), user, SuccessfulRequests.Body(operation));

            Assert.Equal(401, status);
            Assert.Equal("You have to be authorized to access this resource.", body["message"]!.GetValue<string>());
        }
    }
}
