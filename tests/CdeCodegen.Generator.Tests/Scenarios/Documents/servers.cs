using System;
using System.IO;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        // Each variable of the first server is an option. What is not set has the document's default.
        await new AcmeClient(new AcmeClientOptions { HttpClient = server.Client }).Things.GetAsync();
        output.WriteLine(server.Url);
        var options = new AcmeClientOptions { HttpClient = server.Client, Region = AcmeClientOptions.RegionValues.Us1, OrgId = "acme" };
        await new AcmeClient(options).Things.GetAsync();
        output.WriteLine(server.Url);
        output.WriteLine($"{options.Region} {options.Port is null} {options.ServerVariables["org-id"]}");
        options.OrgId = null;
        await new AcmeClient(options).Things.GetAsync();
        output.WriteLine(server.Url);
        try
        {
            _ = new AcmeClient(new AcmeClientOptions { Region = "moon" });
        }
        catch (ArgumentException e)
        {
            output.WriteLine(e.Message);
        }
        // prints: https://eu-1.s.test/orgs/unknown/things
        // prints: https://us-1.s.test/orgs/acme/things
        // prints: us-1 True acme
        // prints: https://us-1.s.test/orgs/unknown/things
        // prints: ServerVariables["region"] is 'moon', which is not one of eu-1, us-1.

        // The servers are there to choose from, by name, description or host.
        await Call(AcmeClientServers.Sandbox);
        await Call(AcmeClientServers.EuBackupTest);
        await Call(AcmeClientServers.Sandbox2);
        await Call(AcmeClientServers.Production(region: "us-1", orgId: "b"));
        await Call(AcmeClientServers.Production());
        // prints: https://sandbox.s.test/v1/things
        // prints: https://eu.backup.test/things
        // prints: https://sandbox2.s.test/things
        // prints: https://us-1.s.test/orgs/b/things
        // prints: https://eu-1.s.test/orgs/unknown/things
        try
        {
            AcmeClientServers.Production("moon");
        }
        catch (ArgumentException e)
        {
            output.WriteLine(e.Message);
        }
        // prints: The variable 'region' of the server is 'moon', which is not one of eu-1, us-1.

        // A relative server is no choice, which is reported.
        // reports: CDE0007 A server whose URL is not absolute is not supported; it is not among the servers to choose from (at #/servers/4)

        async Task Call(Uri url)
        {
            await new AcmeClient(new ApiClientOptions { HttpClient = server.Client, BaseUrl = url }).Things.GetAsync();
            output.WriteLine(server.Url);
        }
    }
}
