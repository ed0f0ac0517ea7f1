using System;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Array.Prim.Duration.Valid.PutAsync(["P123DT22H14M12.011S", "P5DT1H"]));
        await run.Ok(client.Array.Empty.PutAsync([]));
        await run.Ok(client.Array.Prim.Enum.Foo1Foo2Foo3.PutAsync([new("foo1"), new("foo2"), new("foo3")]));
        await run.Ok(client.Array.Prim.StringEnum.Foo1Foo2Foo3.PutAsync([new("foo1"), new("foo2"), new("foo3")]));
        await run.Ok(client.Array.Prim.DateTime.Valid.PutAsync(
            [new(2000, 12, 1, 0, 0, 1, TimeSpan.Zero), new(1980, 1, 2, 0, 11, 35, TimeSpan.Zero), new(1492, 10, 12, 10, 15, 1, TimeSpan.Zero)]));
    }
}
