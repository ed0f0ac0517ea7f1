using System.Globalization;
using System.Text.Json.Nodes;
using CdeCodegen.EndToEnd.Document;
using CdeCodegen.Samples;

namespace CdeCodegen.EndToEnd.Server;

/// <summary>The embedded server conforms to the document: every operation and every documented status.</summary>
public sealed class ConformanceTests : IAsyncLifetime
{
    private static readonly Specification s_specification = Specification.Shared;
    private CdeServer _server = null!;
    private RawClient _client = null!;

    public static TheoryData<string> Operations() => [.. s_specification.Operations.Select(o => o.Id)];

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

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_valid_request_succeeds_with_a_valid_body(string operationId)
    {
        DocumentedOperation operation = s_specification.Operation(operationId);
        await SuccessfulRequests.PrepareAsync(operation, _client);
        string path = SuccessfulRequests.Path(operation);
        CdeUser user = SuccessfulRequests.User(operation);

        (int status, JsonObject? body) = SuccessfulRequests.Form(operation) is { } form
            ? await _client.SendAsync(operation.Method, path, user, form)
            : await _client.SendAsync(operation.Method, path, user, SuccessfulRequests.Body(operation));

        Assert.InRange(status, 200, 299);
        Assert.Equal(operationId, _server.Requests.Last().OperationId);
        string? documented = operation.Statuses.SingleOrDefault(s => s[0] == '2');
        Assert.Equal(operationId is "connector_unrelease" or "connector_build_trigger", documented is null);
        if (documented is not null)
        {
            Assert.True(documented == "2XX" || documented == status.ToString(CultureInfo.InvariantCulture));
            Assert.Equal([], s_specification.Validate(s_specification.JsonContent(operation, documented)!["schema"]!, body.ToJsonString()));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_documented_error_can_be_requested_with_the_Prefer_header(string operationId)
    {
        DocumentedOperation operation = s_specification.Operation(operationId);
        foreach (string documented in operation.Statuses.Where(s => s[0] != '2'))
        {
            (int status, JsonObject? body) = await _client.SendAsync(
                operation.Method, SuccessfulRequests.Path(operation), CdeSeed.Owner, (JsonNode?)null, prefer: "code=" + documented);

            Assert.Equal(documented, status.ToString(CultureInfo.InvariantCulture));
            JsonObject content = s_specification.JsonContent(operation, documented)!;
            Assert.Equal([], s_specification.Validate(content["schema"]!, body.ToJsonString()));
            Assert.True(JsonNode.DeepEquals(content["example"], body), $"{operationId} {documented}: {body.ToJsonString()}");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_request_without_a_valid_token_is_unauthorized(string operationId)
    {
        DocumentedOperation operation = s_specification.Operation(operationId);

        foreach (CdeUser? user in new[] { null, new CdeUser(Guid.Empty, "unknown-token") })
        {
            (int status, JsonObject? body) = await _client.SendAsync(
                operation.Method, SuccessfulRequests.Path(operation), user, SuccessfulRequests.Body(operation));

            Assert.Equal(401, status);
            Assert.Equal("You have to be authorized to access this resource.", body["message"]!.GetValue<string>());
        }
    }
}
