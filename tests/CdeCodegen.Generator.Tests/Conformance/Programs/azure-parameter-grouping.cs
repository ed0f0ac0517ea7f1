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
        await run.Ok(client.ParameterGrouping.PostRequired["path"].PostAsync(1234, c =>
        {
            c.QueryParameters.CustomHeader = "header";
            c.QueryParameters.Query = 21;
        }));
        await run.Ok(client.ParameterGrouping.PostReservedWords.PostAsync(c =>
        {
            c.QueryParameters.From = "bob";
            c.QueryParameters.Accept = "yes";
        }));
        await run.Ok(client.ParameterGrouping.GroupWithConstant.PutAsync(c =>
        {
            c.QueryParameters.GroupedConstant = "foo";
            c.QueryParameters.GroupedParameter = "bar";
        }));
    }
}
