using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;
using CdeCodegen.Runtime;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Validation.ConstantsInPath["constant"].Value.GetAsync());
        await run.Ok(client.Validation.ConstantsInPath["constant"].Value.PostAsync(new Acme.Models.Product { Child = new(), ConstChild = new() }));
    }
}
