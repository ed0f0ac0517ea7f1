using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(new AcmeClientOptions
        {
            HttpClient = server.Client,
            AccessTokenProvider = new StaticAccessTokenProvider("shared"),
            SignIn = new StaticAccessTokenProvider("own"),
            KeyHeader = "secret-header",
            KeyQuery = new ApiKeyCredential(async _ =>
            {
                await Task.Yield();
                return "secret query&";
            }),
            KeyCookie = "secret-cookie",
            Basic = new BasicCredential("user", "pass"),
        });

        await client.Bearer.GetAsync();
        Print();
        // prints: GET /v1/bearer Authorization: Bearer shared
        await client.None.GetAsync();
        Print();
        // prints: GET /v1/none
        await client.Optional.GetAsync();
        Print();
        // prints: GET /v1/optional Private-Token: secret-header
        await client.Empty.GetAsync();
        Print();
        // prints: GET /v1/empty
        await client.H.GetAsync();
        Print();
        // prints: GET /v1/h Private-Token: secret-header
        await client.Q.GetAsync();
        Print();
        await client.Q.GetAsync(c => c.QueryParameters.Page = 2);
        Print();
        // prints: GET /v1/q?api%20key=secret%20query%26
        // prints: GET /v1/q?page=2&api%20key=secret%20query%26
        await client.C.GetAsync("dark");
        Print();
        // prints: GET /v1/c Cookie: theme=dark; SID=secret-cookie
        await client.B.GetAsync();
        Print();
        // prints: GET /v1/b Authorization: Basic dXNlcjpwYXNz
        await client.Both.GetAsync();
        Print();
        // prints: GET /v1/both Authorization: Basic dXNlcjpwYXNz Private-Token: secret-header
        await client.Either.GetAsync();
        Print();
        // prints: GET /v1/either?api%20key=secret%20query%26 Private-Token: secret-header
        await client.Flows.GetAsync();
        Print();
        // prints: GET /v1/flows Authorization: Bearer own
        await client.Connect.GetAsync();
        Print();
        // prints: GET /v1/connect Authorization: Bearer shared
        await client.Certificate.GetAsync();
        Print();
        // prints: GET /v1/certificate
        await client.Security2.GetAsync();
        Print();
        // prints: GET /v1/security

        // A header of the caller has precedence.
        await client.H.GetAsync(c => c.Headers.Add("Private-Token", "mine"));
        Print();
        // prints: GET /v1/h Private-Token: mine

        // The first alternative for which everything is set.
        var signed = new AcmeClient(new AcmeClientOptions { HttpClient = server.Client, KeyHeader = "k", Hmac = (request, _) => new($"HMAC {request.Method}") });
        await signed.Either.GetAsync();
        Print();
        // prints: GET /v1/either Authorization: HMAC GET

        // Half of what is asked for is not sent.
        await signed.Both.GetAsync();
        Print();
        // prints: GET /v1/both

        // Options without the credentials of the document's schemes serve its bearer schemes.
        var plain = new AcmeClient(new ApiClientOptions { HttpClient = server.Client, AccessTokenProvider = new StaticAccessTokenProvider("plain") });
        await plain.Flows.GetAsync();
        Print();
        await plain.H.GetAsync();
        Print();
        // prints: GET /v1/flows Authorization: Bearer plain
        // prints: GET /v1/h

        // A key goes to its hosts only, and to no host over plain http.
        var elsewhere = new AcmeClient(new AcmeClientOptions { HttpClient = server.Client, KeyHeader = new ApiKeyCredential("k", "other.test") });
        await elsewhere.H.GetAsync();
        Print();
        // prints: GET /v1/h
        foreach (bool isAllowed in new[] { false, true })
        {
            try
            {
                await new AcmeClient(new AcmeClientOptions { HttpClient = server.Client, BaseUrl = new Uri("http://s.test"), KeyQuery = "secret", AllowCredentialsOverHttp = isAllowed }).Q.GetAsync();
                Print();
            }
            catch (InvalidOperationException e)
            {
                output.WriteLine(e.Message);
            }
        }
        // prints: Access tokens and other credentials are not sent to s.test over plain http. Use https, set no credential, or set AllowCredentialsOverHttp.
        // prints: GET /q?api%20key=secret

        output.WriteLine($"{AcmeClient.Security.SignIn.AuthorizationCode.TokenUrl} {AcmeClient.Security.SignIn.AuthorizationCode.Scopes.ReadPets} {AcmeClient.Security.SignIn.ClientCredentials.TokenUrl} {AcmeClient.Security.Connect.OpenIdConnectUrl}");
        // prints: https://s.test/v1/token read:pets https://id.test/token https://id.test/.well-known/openid-configuration

        void Print() => output.WriteLine(string.Join(" ", new[] { server.Request }.Concat(server.Headers
            .Where(header => header.Key is "Authorization" or "Private-Token" or "Cookie").OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}"))));
    }
}
