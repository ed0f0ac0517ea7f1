using System;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        // An origin completes the server of the document, a URL with a path replaces it.
        foreach (string url in new[] { "https://h.test", "https://h.test:8080/", "https://h.test/other" })
        {
            await new AcmeClient(new ApiClientOptions { HttpClient = server.Client, BaseUrl = new Uri(url) }).A.GetAsync();
            output.WriteLine(server.Url);
        }
        // prints: https://h.test/api/v3/a
        // prints: https://h.test:8080/api/v3/a
        // prints: https://h.test/other/a

        HttpClient http = server.Client;
        http.BaseAddress = new Uri("https://b.test");
        await new AcmeClient(http).A.GetAsync();
        output.WriteLine(server.Url);
        // prints: https://b.test/api/v3/a

        try
        {
            await new AcmeClient(new ApiClientOptions { HttpClient = server.Client }).A.GetAsync();
        }
        catch (InvalidOperationException e)
        {
            output.WriteLine(e.Message.Contains("BaseUrl"));
        }
        // prints: True
    }
}
