using System.Net;
using System.Text;
using Acme.Pets;
using Productsup.Cde;

// The clients of the package's documents. The analyzer comes with the package, so the switches need no other arm.
var pets = new PetsClient(new HttpClient(new Answers(HttpStatusCode.OK, """{"name":"Rex","age":3}""")));
Console.WriteLine(await pets.Pets[1].GetAsync() switch
{
    GetPetResult.Ok ok => $"{ok.StatusCode} {ok.Body.Name} {ok.Body.Age}",
    GetPetResult.NotFound missing => $"{missing.StatusCode}",
});
var cde = new CdeClient(new HttpClient(new Answers(HttpStatusCode.NotFound, """{"message":"No such connector."}""")));
Console.WriteLine(await cde.Connectors[Guid.Empty].RestoreFromBin.PatchAsync() switch
{
    ConnectorRestoreFromBinResult.Ok ok => ok.Body.Message,
    ConnectorRestoreFromBinResult.Unauthorized e => e.Body.Message,
    ConnectorRestoreFromBinResult.Forbidden e => e.Body.Message,
    ConnectorRestoreFromBinResult.NotFound e => $"{e.StatusCode} {e.Body.Message}",
});

internal sealed class Answers(HttpStatusCode status, string body) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
}
