using CdeCodegen.Runtime.Testing;
using Productsup.Cde;
using Productsup.Cde.Models;

var fake = new ApiFake();
fake.Returns(new ConnectorRestoreFromBinResult.NotFound(new Error { Message = "No such connector." }));
var cde = new CdeClient(fake.Options);

ConnectorRestoreFromBinResult result = await cde.Connectors[Guid.NewGuid()].RestoreFromBin.PatchAsync();
string text = result switch
{
    ConnectorRestoreFromBinResult.Ok ok => ok.Body.Message,
    ConnectorRestoreFromBinResult.Unauthorized e => e.Body.Message,
    ConnectorRestoreFromBinResult.Forbidden e => e.Body.Message,
    ConnectorRestoreFromBinResult.NotFound e => e.Body.Message,
};
Console.WriteLine($"{result.StatusCode}: {text}");
Console.WriteLine($"{fake.Calls[0].Method} {fake.Calls[0].Template}");
try
{
    (await cde.States.GetAsync()).EnsureSuccess();
}
catch (ApiFakeException e)
{
    Console.WriteLine(e.Message[..(e.Message.IndexOf('.') + 1)]);
}
