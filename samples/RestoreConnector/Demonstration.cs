using CdeCodegen.Samples;

namespace RestoreConnector;

/// <summary>Shows every documented result of a restore, over HTTP, on a server in this process.</summary>
internal static class Demonstration
{
    public static async Task<Outcome> RunAsync(CancellationToken cancellationToken)
    {
        await using CdeServer server = await CdeServer.StartAsync(cancellationToken: cancellationToken);
        using var http = new HttpClient();
        Console.WriteLine($"A CDE server is listening at {server.BaseAddress}");

        bool asExpected =
            await RestoreAsync("Its owner restores a connector", CdeSeed.Owner.Token, CdeSeed.BinnedConnector) == Outcome.Restored
            & await RestoreAsync("Somebody without a valid token tries", "expired", CdeSeed.SecondBinnedConnector) == Outcome.Unauthorized
            & await RestoreAsync("Somebody else tries", CdeSeed.Stranger.Token, CdeSeed.SecondBinnedConnector) == Outcome.Forbidden
            & await RestoreAsync("The owner tries a connector that is not in the bin", CdeSeed.Owner.Token, CdeSeed.UnknownConnector) == Outcome.NotFound;
        return asExpected ? Outcome.Restored : Outcome.Failed;

        async Task<Outcome> RestoreAsync(string title, string token, Guid id)
        {
            Console.WriteLine();
            Console.WriteLine(title);
            Console.WriteLine($"  PATCH /connectors/{id}/restore-from-bin");
            return await RestoreOnServer.RunAsync(Clients.Create(http, server.BaseAddress, token), id, cancellationToken);
        }
    }
}
