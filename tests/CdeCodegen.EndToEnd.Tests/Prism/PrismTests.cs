using System.Reflection;
using CdeCodegen.EndToEnd.Client;
using CdeCodegen.EndToEnd.Document;
using Productsup.Cde;

namespace CdeCodegen.EndToEnd.Prism;

/// <summary>Sends every request of the generated client to a third-party server that knows only the document.</summary>
public sealed class PrismTests
{
    private static readonly Specification s_specification = Specification.Shared;

    [PrismFact]
    public async Task Every_request_is_valid_and_every_documented_status_is_read_into_its_case()
    {
        await using PrismServer prism = await PrismServer.StartAsync();
        CdeClient cde = Clients.New(prism.BaseAddress, "token");
        var failures = new List<string>();
        foreach (DocumentedOperation operation in s_specification.Operations)
        {
            foreach (string status in operation.Statuses)
            {
                try
                {
                    ApiResult result = await OperationCalls.All[operation.Id](cde, h =>
                    {
                        if (status != "2XX")
                        {
                            h.Add("Prefer", "code=" + status);
                        }
                    });
                    string read = result.GetType().GetCustomAttribute<ApiResultCaseAttribute>()!.Status;
                    if (read != status)
                    {
                        failures.Add($"{operation.Id} {status}: read as {read}");
                    }
                }
                catch (UnexpectedStatusException e)
                {
                    failures.Add($"{operation.Id} {status}: {e.StatusCode} {e.ResponseBody}");
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures) + "\n" + prism.Log);

        // Proves that Prism validates requests: without a token the response is the documented 401.
        ConnectorRestoreFromBinResult refused = await Clients.New(prism.BaseAddress, (string?)null).Connectors[Guid.NewGuid()].RestoreFromBin.PatchAsync();
        Assert.IsType<ConnectorRestoreFromBinResult.Unauthorized>(refused);
    }
}
