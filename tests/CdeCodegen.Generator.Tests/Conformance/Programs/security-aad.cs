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
        var options = new AcmeClientOptions
        {
            BaseUrl = run.Options.BaseUrl,
            AllowCredentialsOverHttp = true,
            AADToken = new StaticAccessTokenProvider("https://security.microsoft.com/.default"),
        };
        await run.Ok(new AcmeClient(options).Securityaad.HeadAsync());
    }
}
