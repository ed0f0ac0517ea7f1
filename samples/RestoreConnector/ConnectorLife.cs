using CdeCodegen.Samples;
using Productsup.Cde;
using Productsup.Cde.Models;
using Productsup.Cde.RequestBuilders;

namespace RestoreConnector;

/// <summary>
/// The whole life of a connector: created, moved to the bin, found there, restored, shown. Each step needs the one before, so anything but
/// success ends it: that is what <c>EnsureSuccess</c> is for.
/// </summary>
internal static class ConnectorLife
{
    public static async Task<Outcome> RunAsync(CancellationToken cancellationToken)
    {
        await using CdeServer server = await CdeServer.StartAsync(cancellationToken: cancellationToken);
        using var http = new HttpClient();
        CdeClient cde = Clients.New(http, server.BaseAddress, CdeSeed.Owner.Token);
        try
        {
            await RunAsync(cde, cancellationToken);
            return Outcome.Restored;
        }
        catch (ApiResultException e)
        {
            Console.Error.WriteLine(e.Message);
            return Outcome.Failed;
        }
    }

    private static async Task RunAsync(CdeClient cde, CancellationToken cancellationToken)
    {
        var creation = new ConnectorCreation
        {
            ConnectorType = "transform",
            ConnectorName = "Currencies",
            ConnectorDescription = "Converts prices into other currencies",
        };
        ConnectorEnvelope created = (await cde.Connectors.PostAsync(creation, cancellationToken: cancellationToken)).EnsureSuccess();
        Step("Create", created.Message, created.Data);

        ConnectorsItemRequestBuilder connector = cde.Connectors[created.Data.Id];
        ConnectorEnvelope moved = (await connector.MoveToBin.PatchAsync(cancellationToken: cancellationToken)).EnsureSuccess();
        Step("Move to bin", moved.Message, moved.Data);

        ConnectorList bin = (await cde.Connectors.Bin.GetAsync(r => r.QueryParameters.Name = "Currencies", cancellationToken)).EnsureSuccess();
        Step("List the bin", bin.Message ?? "", [.. bin.Data]);

        ConnectorEnvelope restored = (await connector.RestoreFromBin.PatchAsync(cancellationToken: cancellationToken)).EnsureSuccess();
        Step("Restore", restored.Message, restored.Data);

        ConnectorEnvelope shown = (await connector.GetAsync(cancellationToken: cancellationToken)).EnsureSuccess();
        Step("Show", shown.Message, shown.Data);
    }

    private static void Step(string title, string message, params Connector[] connectors)
    {
        Console.WriteLine($"{title}: {message}");
        foreach (Connector connector in connectors)
        {
            Report.Print(connector);
        }

        Console.WriteLine();
    }
}
