using CdeCodegen.Samples;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Productsup.Cde;
using Productsup.Cde.Models;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>Restoring a connector from the bin over HTTP: every documented result.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private CdeServer _server = null!;

    public async Task InitializeAsync() => _server = await CdeServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_restored_connector_is_read_completely()
    {
        ConnectorRestoreFromBinResult result = await RestoreAsync(CdeSeed.Owner.Token, CdeSeed.BinnedConnector);

        ConnectorRestoreFromBinResult.Ok ok = Assert.IsType<ConnectorRestoreFromBinResult.Ok>(result);
        Assert.Equal(200, ok.StatusCode);
        Assert.True(ok.IsSuccess);
        Assert.Equal("Connector has been restored from bin.", ok.Body.Message);
        Assert.Equal("connector", ok.Body.Resource);
        Connector connector = ok.Body.Data;
        Assert.Equal(CdeSeed.BinnedConnector, connector.Id);
        Assert.Equal(CdeSeed.Owner.Id, connector.Owner);
        Assert.Null(connector.Readme);
        Assert.Null(connector.MainVersionNumber);
        Assert.Equal(["1.0.0", "2.0.0", "3.0.0"], connector.Versions.Select(v => v.VersionValue));
        Assert.Equal(["14.40.98", "19.20.7", "15.30.75"], connector.Versions.Select(v => v.PlatformDevReference.Runtime?.Version));
        Assert.Equal(new DateTimeOffset(2026, 5, 11, 14, 13, 14, TimeSpan.FromHours(2)), connector.Versions[0].CreatedAt);
        Assert.Equal(TimeSpan.FromHours(2), connector.Versions[0].CreatedAt.Offset);
        Assert.Empty(connector.Versions[0].Config.Datasource!.Categories);
        Assert.Equal(["miscellaneous"], connector.Versions[1].Config.Datasource!.Categories);
        Assert.Equal("^9.9.9", connector.Versions[2].Config.Execution.ContainerApi.VersionConstraint);
        Assert.Same(ok.Body, result.EnsureSuccess());
    }

    [Theory]
    [InlineData("no-such-token", 401, "You have to be authorized to access this resource.")]
    [InlineData("token-of-a-stranger", 403, "Access denied for user.")]
    [InlineData("token-of-the-owner", 404, "Connector not found.")]
    public async Task Every_documented_error_is_read_into_its_case(string token, int status, string message)
    {
        ConnectorRestoreFromBinResult result = await RestoreAsync(token, status == 404 ? CdeSeed.Connector : CdeSeed.BinnedConnector);

        Assert.Equal(status, result.StatusCode);
        Assert.False(result.IsSuccess);
        string actual = result switch
        {
            ConnectorRestoreFromBinResult.Unauthorized { StatusCode: 401 } e => e.Body.Message,
            ConnectorRestoreFromBinResult.Forbidden { StatusCode: 403 } e => e.Body.Message,
            ConnectorRestoreFromBinResult.NotFound { StatusCode: 404 } e => e.Body.Message,
            _ => throw new InvalidOperationException(result.ToString()),
        };
        Assert.Equal(message, actual);
        ApiResultException thrown = Assert.Throws<ApiResultException>(() => result.EnsureSuccess());
        Assert.Same(result, thrown.Result);
        Assert.Equal(status, thrown.ResponseStatusCode);
    }

    [Fact]
    public async Task The_request_has_the_documented_method_path_and_headers()
    {
        await RestoreAsync(CdeSeed.Owner.Token, CdeSeed.BinnedConnector);

        RecordedRequest request = Assert.Single(_server.Requests);
        Assert.Equal("PATCH", request.Method);
        Assert.Equal($"/connectors/{CdeSeed.BinnedConnector}/restore-from-bin", request.PathAndQuery);
        Assert.Equal("Bearer " + CdeSeed.Owner.Token, request.Headers["Authorization"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.True(request.Body.IsEmpty);
        Assert.False(request.Headers.ContainsKey("Content-Type"));
    }

    [Fact]
    public async Task The_program_of_the_README_prints_the_message_of_each_case()
    {
        Task<string> Run(string token, Guid id) =>
            ReadmeProgram.RestoreAsync(Clients.Http, _server.BaseAddress, new StaticAccessTokenProvider(token), id, default);

        Assert.Equal("You have to be authorized to access this resource.", await Run("none", CdeSeed.BinnedConnector));
        Assert.Equal("Access denied for user.", await Run(CdeSeed.Stranger.Token, CdeSeed.BinnedConnector));
        Assert.Equal("Connector has been restored from bin. Name", await Run(CdeSeed.Owner.Token, CdeSeed.BinnedConnector));
        Assert.Equal("Connector not found.", await Run(CdeSeed.Owner.Token, CdeSeed.BinnedConnector));
    }

    [Fact]
    public async Task A_client_over_a_Kiota_adapter_returns_the_same_cases()
    {
        var authentication = new BaseBearerTokenAuthenticationProvider(new StaticAccessTokenProvider(CdeSeed.Owner.Token));
        using var adapter = new HttpClientRequestAdapter(authentication, httpClient: Clients.Http) { BaseUrl = _server.BaseAddress.AbsoluteUri };
        var cde = new CdeClient(adapter);

        Assert.IsType<ConnectorRestoreFromBinResult.Ok>(await cde.Connectors[CdeSeed.BinnedConnector].RestoreFromBin.PatchAsync());
        Assert.IsType<ConnectorRestoreFromBinResult.NotFound>(await cde.Connectors[CdeSeed.BinnedConnector].RestoreFromBin.PatchAsync());
    }

    private Task<ConnectorRestoreFromBinResult> RestoreAsync(string token, Guid id) =>
        Clients.New(_server.BaseAddress, token).Connectors[id].RestoreFromBin.PatchAsync();
}
