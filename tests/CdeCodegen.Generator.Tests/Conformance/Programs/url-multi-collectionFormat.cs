using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Queries.Array.Multi.String.Valid.GetAsync(
            c => c.QueryParameters.ArrayQuery = ["ArrayQuery1", "begin!*'();:@ &=+$,/?#[]end", "", ""]));
        await run.Ok(client.Queries.Array.Multi.String.Empty.GetAsync(c => c.QueryParameters.ArrayQuery = []));
    }
}
