using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Items(2, client.Paging.Customurl.Partialnextlink.GetAllAsync());
        await run.Items(2, client.Paging.Customurl.Partialnextlinkop.GetAllAsync());
    }
}
