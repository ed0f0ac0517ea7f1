using CdeCodegen.Runtime.OAuth;
using Productsup.Cde;

namespace RestoreConnector;

/// <summary>Restores a connector, as an application would with the generated client.</summary>
internal static class RestoreOnServer
{
    public static async Task<Outcome> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        if (arguments.SignIn is { } signIn)
        {
            using LoopbackBrowser browser = signIn.CreateBrowser();
            using AuthorizationCodeTokenProvider tokens = signIn.CreateProvider(browser);
            return await RunAsync(Clients.Create(http, arguments.BaseUrl, tokens), arguments.Id, cancellationToken);
        }

        return await RunAsync(Clients.Create(http, arguments.BaseUrl, arguments.Token), arguments.Id, cancellationToken);
    }

    public static async Task<Outcome> RunAsync(CdeClient cde, Guid id, CancellationToken cancellationToken)
    {
        ConnectorRestoreFromBinResult result = await cde.Connectors[id].RestoreFromBin.PatchAsync(cancellationToken: cancellationToken);

        return result switch
        {
            ConnectorRestoreFromBinResult.Ok ok => Report.Restored(ok.Body),
            ConnectorRestoreFromBinResult.Unauthorized e => Report.Refused("401 Unauthorized", e.Body.Message, Outcome.Unauthorized),
            ConnectorRestoreFromBinResult.Forbidden e => Report.Refused("403 Forbidden", e.Body.Message, Outcome.Forbidden),
            ConnectorRestoreFromBinResult.NotFound e => Report.Refused("404 Not Found", e.Body.Message, Outcome.NotFound),
        };
    }
}
