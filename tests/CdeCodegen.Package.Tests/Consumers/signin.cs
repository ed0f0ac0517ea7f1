using CdeCodegen.Runtime.OAuth;
using Productsup.Cde;

using var tokens = new ClientCredentialsTokenProvider(new OAuthClientOptions
{
    TokenEndpoint = new Uri("http://127.0.0.1:1/token"),
    ClientId = "program",
    ClientSecret = "secret",
});
using var http = new HttpClient();
var cde = new CdeClient(new ApiClientOptions { HttpClient = http, AccessTokenProvider = tokens });
try
{
    ConnectorRestoreFromBinResult result = await cde.Connectors[Guid.NewGuid()].RestoreFromBin.PatchAsync();
    result.EnsureSuccess();
    return 1;
}
catch (HttpRequestException)
{
    Console.WriteLine("The authorization server cannot be reached.");
    return 0;
}
