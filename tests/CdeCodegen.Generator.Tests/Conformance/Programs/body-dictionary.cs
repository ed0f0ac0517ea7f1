using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Dictionary.Empty.PutAsync(new Dictionary<string, string>()));
        await run.Ok(client.Dictionary.Prim.DateTime.Valid.PutAsync(new Dictionary<string, DateTimeOffset>
        {
            ["0"] = new(2000, 12, 1, 0, 0, 1, TimeSpan.Zero),
            ["1"] = new(1980, 1, 1, 23, 11, 35, TimeSpan.Zero),
            ["2"] = new(1492, 10, 12, 18, 15, 1, TimeSpan.Zero),
        }));
    }
}
