using System;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        DateTimeOffset max = new(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero);
        await run.Ok(client.Datetime.Max.Utc.PutAsync(max));
        await run.Ok(client.Datetime.Max.Utc7ms.PutAsync(DateTimeOffset.MaxValue));
        await run.Ok(client.Datetime.Max.Localpositiveoffset.PutAsync(new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.FromHours(14))));
        await run.Ok(client.Datetime.Min.Utc.PutAsync(DateTimeOffset.MinValue));
        await run.Ok(client.Datetime.Min.Localnegativeoffset.PutAsync(new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.FromHours(-14))));
    }
}
