using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CdeCodegen.Runtime.Testing;
using Productsup.Cde;
using Productsup.Cde.Models;

namespace RestoreApi.Tests;

/// <summary>What callers get for each result of the CDE API, which <see cref="ApiFake"/> answers for.</summary>
public sealed class AnswerTests : IDisposable
{
    private static readonly Guid s_id = new("019e16f4-abc0-7901-9c6e-97ad896c94ce");

    private static readonly Error s_error = new() { Message = "Text of the CDE API" };

    private readonly ApiFake _cde = new();

    private readonly Service _service;

    public AnswerTests() => _service = new Service(services => services.AddCdeClient(_cde.Configure));

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_restored_connector_is_returned()
    {
        _cde.Returns(new ConnectorRestoreFromBinResult.Ok(NewConnector()));

        using HttpResponseMessage response = await RestoreAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"Currencies","type":"transform","owner":"019e16f4-abbc-7ae5-b6af-904554199980","versions":0}""",
            await response.Content.ReadAsStringAsync());
        ApiFakeCall call = Assert.Single(_cde.Calls);
        Assert.Equal(("PATCH", $"/connectors/{s_id}/restore-from-bin"), (call.Method, call.Path));
    }

    public static TheoryData<ConnectorRestoreFromBinResult, int, string> RefusedRestores => new()
    {
        { new ConnectorRestoreFromBinResult.NotFound(s_error), 404, "not-in-bin" },
        { new ConnectorRestoreFromBinResult.Forbidden(s_error), 403, "not-ours" },
        { new ConnectorRestoreFromBinResult.Unauthorized(s_error), 502, "credentials-refused" },
    };

    [Theory]
    [MemberData(nameof(RefusedRestores), DisableDiscoveryEnumeration = true)]
    public async Task Each_documented_error_of_a_restore_has_its_own_problem(ConnectorRestoreFromBinResult result, int status, string type)
    {
        _cde.Returns(result);

        using HttpResponseMessage response = await RestoreAsync();

        await AssertProblemAsync(response, status, type);
    }

    public static TheoryData<ConnectorShowResult, int, string> RefusedLookups => new()
    {
        { new ConnectorShowResult.NotFound(s_error), 404, "not-found" },
        { new ConnectorShowResult.Forbidden(s_error), 403, "not-ours" },
    };

    [Theory]
    [MemberData(nameof(RefusedLookups), DisableDiscoveryEnumeration = true)]
    public async Task Each_documented_error_of_a_look_up_has_its_own_problem(ConnectorShowResult result, int status, string type)
    {
        _cde.Returns(result);

        using HttpResponseMessage response = await _service.Caller(CallerTokens.Valid).GetAsync($"/connectors/{s_id}");

        await AssertProblemAsync(response, status, type);
    }

    [Fact]
    public async Task A_connector_can_be_looked_up()
    {
        _cde.Returns(new ConnectorShowResult.Ok(NewConnector()));

        JsonElement connector = await _service.Caller(CallerTokens.Valid).GetFromJsonAsync<JsonElement>($"/connectors/{s_id}");

        Assert.Equal("Currencies", connector.GetProperty("name").GetString());
    }

    public static TheoryData<Exception, int, string> Failures => new()
    {
        { new UnexpectedStatusException(418, ApiResponseHeaders.Empty, "secret"), 502, "unexpected-answer" },
        { new ResponseFormatException("Not the documented body.", 200, ApiResponseHeaders.Empty, "secret"), 502, "unexpected-answer" },
        { new HttpRequestException(HttpRequestError.ConnectionError, "refused"), 503, "unavailable" },
        { new Polly.CircuitBreaker.BrokenCircuitException(), 503, "unavailable" },
        { new OutcomeUnknownException(HttpMethod.Patch, new HttpRequestException("reset")), 504, "outcome-unknown" },
        { new Polly.Timeout.TimeoutRejectedException(), 504, "outcome-unknown" },
        { new TaskCanceledException("timeout", new TimeoutException()), 504, "outcome-unknown" },
        { new CdeCodegen.Runtime.OAuth.OAuthException("The authorization server cannot be reached."), 502, "credentials-refused" },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task Each_failure_has_its_own_problem(Exception failure, int status, string type)
    {
        _cde.Throws<ConnectorRestoreFromBinResult>(failure);

        using HttpResponseMessage response = await RestoreAsync();

        await AssertProblemAsync(response, status, type);
    }

    [Fact]
    public async Task A_defect_of_the_service_is_status_500_without_details()
    {
        _cde.Throws<ConnectorRestoreFromBinResult>(new InvalidOperationException("secret"));

        using HttpResponseMessage response = await RestoreAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_caller_without_a_valid_token_reaches_nothing()
    {
        foreach (string? token in new[] { null, CallerTokens.Expired, CallerTokens.Valid + "x" })
        {
            using HttpResponseMessage response = await _service.Caller(token).PostAsync($"/connectors/{s_id}/restore", null);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        Assert.Empty(_cde.Calls);
    }

    private static ConnectorEnvelope NewConnector() => new()
    {
        Message = "Connector has been restored from bin.",
        Resource = "connector",
        Data = new Connector
        {
            Id = s_id,
            Name = "Currencies",
            Type = "transform",
            Owner = new Guid("019e16f4-abbc-7ae5-b6af-904554199980"),
            Description = null,
            Readme = null,
            Flow = "default",
            MainVersionNumber = null,
            Integrator = Guid.Empty,
            Versions = [],
        },
    };

    private static async Task AssertProblemAsync(HttpResponseMessage response, int status, string type)
    {
        string text = await response.Content.ReadAsStringAsync();
        var problem = JsonElement.Parse(text);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("tag:restore-api.example,2026:" + type, problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.DoesNotContain(s_error.Message, text);
        Assert.DoesNotContain("secret", text);
    }

    private Task<HttpResponseMessage> RestoreAsync() => _service.Caller(CallerTokens.Valid).PostAsync($"/connectors/{s_id}/restore", null);
}
