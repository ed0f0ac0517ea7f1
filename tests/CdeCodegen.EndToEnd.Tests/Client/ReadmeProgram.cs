using Microsoft.Kiota.Abstractions.Authentication;
using Productsup.Cde;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>The program of the README. It must compile with warnings as errors and without a <c>_</c> arm.</summary>
internal static class ReadmeProgram
{
    public static async Task<string> RestoreAsync(HttpClient http, Uri baseUrl, IAccessTokenProvider tokens, Guid publicId, CancellationToken ct)
    {
        var cde = new CdeClient(new ApiClientOptions { HttpClient = http, AccessTokenProvider = tokens, BaseUrl = baseUrl });
        ConnectorRestoreFromBinResult result = await cde.Connectors[publicId].RestoreFromBin.PatchAsync(cancellationToken: ct);
        string text = result switch
        {
            ConnectorRestoreFromBinResult.Ok ok => $"{ok.Body.Message} {ok.Body.Data.Name}",
            ConnectorRestoreFromBinResult.Unauthorized e => e.Body.Message,
            ConnectorRestoreFromBinResult.Forbidden e => e.Body.Message,
            ConnectorRestoreFromBinResult.NotFound e => e.Body.Message,
        };
        return text;
    }
}
