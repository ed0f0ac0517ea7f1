using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.String.Enum.NotExpandable.PutAsync(Colors.RedColor));
        await run.Ok(client.String.Enum.ReferencedConstant.PutAsync(new RefColorConstant()));
    }
}
