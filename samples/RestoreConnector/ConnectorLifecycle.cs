using CdeCodegen.Samples;
using Productsup.Cde;
using Productsup.Cde.Models;
using Productsup.Cde.RequestBuilders;

namespace RestoreConnector;

/// <summary>
/// Creates a connector, moves it to the bin, lists the bin, restores it and shows it. Each step needs the previous one, so <c>EnsureSuccess</c> ends the run
/// at the first error.
/// </summary>
internal static class ConnectorLifecycle
{
    public static async Task<Outcome> RunAsync(CancellationToken cancellationToken)
    {
        await using CdeServer server = await CdeServer.StartAsync(cancellationToken: cancellationToken);
        using var http = new HttpClient();
        CdeClient cde = Clients.Create(http, server.BaseAddress, CdeSeed.Owner.Token);
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
        PrintStep("Create", created.Message, created.Data);

        ConnectorsItemRequestBuilder connector = cde.Connectors[created.Data.Id];
        ConnectorEnvelope moved = (await connector.MoveToBin.PatchAsync(cancellationToken: cancellationToken)).EnsureSuccess();
        PrintStep("Move to bin", moved.Message, moved.Data);

        ConnectorList bin = (await cde.Connectors.Bin.GetAsync(r => r.QueryParameters.Name = "Currencies", cancellationToken)).EnsureSuccess();
        PrintStep("List the bin", bin.Message ?? "", [.. bin.Data]);

        ConnectorEnvelope restored = (await connector.RestoreFromBin.PatchAsync(cancellationToken: cancellationToken)).EnsureSuccess();
        PrintStep("Restore", restored.Message, restored.Data);

        ConnectorEnvelope shown = (await connector.GetAsync(cancellationToken: cancellationToken)).EnsureSuccess();
        PrintStep("Show", shown.Message, shown.Data);
    }

    private static void PrintStep(string title, string message, params Connector[] connectors)
    {
        Console.WriteLine($"{title}: {message}");
        foreach (Connector connector in connectors)
        {
            Report.Print(connector);
        }

        Console.WriteLine();
    }
}
