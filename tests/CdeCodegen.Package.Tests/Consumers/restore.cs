using Microsoft.Kiota.Abstractions.Authentication;
using Productsup.Cde;

Guid publicId = Guid.Parse(args[1]);
var tokens = new Tokens(args[2]);

using var http = new HttpClient();
var cde = new CdeClient(new ApiClientOptions { HttpClient = http, AccessTokenProvider = tokens, BaseUrl = new Uri(args[0]) });
ConnectorRestoreFromBinResult result = await cde.Connectors[publicId].RestoreFromBin.PatchAsync(cancellationToken: CancellationToken.None);
string text = result switch
{
    ConnectorRestoreFromBinResult.Ok ok => $"{ok.Body.Message} {ok.Body.Data.Name}",
    ConnectorRestoreFromBinResult.Unauthorized e => e.Body.Message,
    ConnectorRestoreFromBinResult.Forbidden e => e.Body.Message,
    ConnectorRestoreFromBinResult.NotFound e => e.Body.Message,
};
Console.WriteLine($"{result.StatusCode}: {text}");

sealed class Tokens(string token) : IAccessTokenProvider
{
    public AllowedHostsValidator AllowedHostsValidator { get; } = new();

    public Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(token);
}
