using CdeCodegen.Runtime.OAuth;
using CdeCodegen.Runtime.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Productsup.Cde;
using Productsup.Cde.Models;

/// <summary>A library with a client, as one that is compiled with one version of the packages and used with the next one.</summary>
public static class Restorer
{
    /// <summary>Uses what applications use: registration, tokens, results, headers, exceptions, models, a page of a list, and fakes.</summary>
    public static async Task<string> RunAsync()
    {
        var fake = new ApiFake();
        fake.Returns(new ConnectorRestoreFromBinResult.NotFound(new Error { Message = "No such connector." }))
            .ThenThrows(new UnexpectedStatusException(500, ApiResponseHeaders.Empty, ""));
        var services = new ServiceCollection();
        services.AddCdeClient(o =>
        {
            o.MaxRetries = 1;
            fake.Configure(o);
        }).AddClientCredentials(_ => new OAuthClientOptions { TokenEndpoint = new Uri("https://login.example/token"), ClientId = "me" });
        services.AddKeyedCdeClient("configured", new ConfigurationBuilder().Build());
        CdeClient cde = services.BuildServiceProvider().GetRequiredService<CdeClient>();

        string text = await cde.Connectors[Guid.Empty].RestoreFromBin.PatchAsync() switch
        {
            ConnectorRestoreFromBinResult.Ok ok => ok.Body.Data.Name,
            ConnectorRestoreFromBinResult.Unauthorized e => e.Body.Message,
            ConnectorRestoreFromBinResult.Forbidden e => e.Body.Message,
            ConnectorRestoreFromBinResult.NotFound e => e.Body.Message,
        };
        try
        {
            (await cde.Connectors[Guid.Empty].RestoreFromBin.PatchAsync()).EnsureSuccess();
        }
        catch (ResponseException e)
        {
            text += " " + e.StatusCode;
        }

        return text + " " + fake.Calls[0].Template;
    }
}
