using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Paging.Single.GetWithBodyParams.GetAsync(new BodyParam { Name = "body" }));
        await run.Ok(client.Paging.Multiple.NextOperationWithQueryParams.GetAsync(true));
        await run.Ok(client.Paging.Multiple.Withpath[1].GetAsync());
    }
}
