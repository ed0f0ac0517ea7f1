using Microsoft.AspNetCore.Http.HttpResults;
using Productsup.Cde;

namespace RestoreApi;

/// <summary>The endpoints of the service. Each documented case of a result has its own answer; the analyzer reports a forgotten one.</summary>
internal static class ConnectorEndpoints
{
    public static void MapConnectors(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder connectors = app.MapGroup("/connectors/{id:guid}").RequireAuthorization();
        connectors.MapGet("/", ShowAsync);
        connectors.MapPost("/restore", RestoreAsync);
    }

    private static async Task<Results<Ok<ConnectorSummary>, ProblemHttpResult>> RestoreAsync(Guid id, CdeClient cde, CancellationToken cancellationToken) =>
        await cde.Connectors[id].RestoreFromBin.PatchAsync(cancellationToken: cancellationToken) switch
        {
            ConnectorRestoreFromBinResult.Ok ok => TypedResults.Ok(ConnectorSummary.From(ok.Body.Data)),
            ConnectorRestoreFromBinResult.NotFound => Problems.NotInBin(id),
            ConnectorRestoreFromBinResult.Forbidden => Problems.NotOurs(id),

            // The CDE API refuses the credentials of this service, not those of its caller: a 401 would send the caller to a login that cannot help.
            ConnectorRestoreFromBinResult.Unauthorized => Problems.CredentialsRefused(),
        };

    private static async Task<Results<Ok<ConnectorSummary>, ProblemHttpResult>> ShowAsync(Guid id, CdeClient cde, CancellationToken cancellationToken) =>
        await cde.Connectors[id].GetAsync(cancellationToken: cancellationToken) switch
        {
            ConnectorShowResult.Ok ok => TypedResults.Ok(ConnectorSummary.From(ok.Body.Data)),
            ConnectorShowResult.NotFound => Problems.NotFound(id),
            ConnectorShowResult.Forbidden => Problems.NotOurs(id),
        };
}
