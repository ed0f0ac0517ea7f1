using Productsup.Cde;

namespace Shop;

/// <summary>Handles each documented response in another way, so that the report shows every state.</summary>
public sealed class ConnectorDesk(CdeClient cde)
{
    public async Task<string> RestoreAsync(Guid id) => await cde.Connectors[id].RestoreFromBin.PatchAsync() switch
    {
        ConnectorRestoreFromBinResult.Ok ok => ok.Body.Message,
        ConnectorRestoreFromBinResult.Unauthorized e => e.Body.Message,
        ConnectorRestoreFromBinResult.Forbidden e => e.Body.Message,
        ConnectorRestoreFromBinResult.NotFound e => e.Body.Message,
    };

    public async Task MoveToBinAsync(Guid id)
    {
        ConnectorMoveToBinResult result = await cde.Connectors[id].MoveToBin.PatchAsync();
        if (result is not ConnectorMoveToBinResult.Ok)
        {
            throw new InvalidOperationException("The connector was not moved.");
        }
    }

    public async Task ShowAsync(Guid id)
    {
        if (await cde.Connectors[id].GetAsync() is ConnectorShowResult.Ok ok)
        {
            Console.WriteLine(ok.Body.Data.Name);
        }
    }

    public async Task<int> CountAsync() => (await cde.Connectors.Bin.GetAsync()).EnsureSuccess().Data.Count;

    public Task<StateListResult> ListStatesAsync() => cde.States.GetAsync();

    public async Task PrintAsync(Guid id)
    {
#pragma warning disable CDE1002 // The page of the state shows nothing for other responses.
        if (await cde.States[id].GetAsync() is StateShowResult.Ok ok)
#pragma warning restore CDE1002
        {
            Console.WriteLine(ok.Body.Data.Id);
        }
    }

    public async Task WarmUpAsync() => _ = await cde.Connectors.GetAsync();
}
