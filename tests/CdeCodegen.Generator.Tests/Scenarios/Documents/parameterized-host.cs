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
        // The template of x-ms-parameterized-host replaces the host, and its parameters are options.
        await new AcmeClient(new AcmeClientOptions { HttpClient = server.Client, Account = "acme" }).Keys["k"].GetAsync();
        output.WriteLine(server.Url);
        await new AcmeClient(new AcmeClientOptions { HttpClient = server.Client, Account = "b", Suffix = "other.test", Version = AcmeClientOptions.VersionValues.V2 }).Keys["k"].GetAsync();
        output.WriteLine(server.Url);
        // prints: https://acme.vault.test/base/v1/keys/k
        // prints: https://b.other.test/base/v2/keys/k

        // A base URL replaces it as a whole.
        await new AcmeClient(new AcmeClientOptions { HttpClient = server.Client, BaseUrl = new Uri("https://h.test/x") }).Keys["k"].GetAsync();
        output.WriteLine(server.Url);
        // prints: https://h.test/x/keys/k

        // A parameter without a default must be set.
        try
        {
            _ = new AcmeClient(new AcmeClientOptions { HttpClient = server.Client });
        }
        catch (ArgumentException e)
        {
            output.WriteLine(e.Message);
        }

        try
        {
            await new AcmeClient(server.Client).Keys["k"].GetAsync();
        }
        catch (InvalidOperationException e)
        {
            output.WriteLine(e.Message.Split('.')[0]);
        }
        // prints: ServerVariables["account"] is not set, and the URL of the API's server has no default for it. Set it, or the base URL.
        // prints: There is no base URL, and the API's document contains no absolute server URL
    }
}
