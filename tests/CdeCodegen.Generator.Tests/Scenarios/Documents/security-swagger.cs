using System.IO;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var options = new AcmeClientOptions { HttpClient = server.Client, AccessTokenProvider = new StaticAccessTokenProvider("t"), BasicAuth = new BasicCredential("u", "p"), BaseUrlCredential = "k" };
        var client = new AcmeClient(options);
        await client.B.GetAsync();
        output.WriteLine($"{server.Request} {server.Headers["Authorization"]}");
        // prints: GET /b Basic dTpw
        await client.T.GetAsync();
        output.WriteLine($"{server.Request} {server.Headers.ContainsKey("Authorization")}");
        // prints: GET /t?access_token=k False
        await client.O.GetAsync();
        output.WriteLine($"{server.Request} {server.Headers["Authorization"]} {AcmeClient.Security.Oauth.AuthorizationCode.Scopes.User}");
        // prints: GET /o Bearer t user

        // Other operations have requirements, so this one has none.
        await client.N.GetAsync();
        output.WriteLine($"{server.Request} {server.Headers.ContainsKey("Authorization")}");
        // prints: GET /n False
        output.WriteLine(options.ToString());
        output.WriteLine(options.BasicAuth + " " + options.BaseUrlCredential);
        // prints: Acme.AcmeClientOptions
        // prints: CdeCodegen.Runtime.BasicCredential CdeCodegen.Runtime.ApiKeyCredential
    }
}
