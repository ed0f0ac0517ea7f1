using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Model;
using static CdeCodegen.Generator.Tests.Emission.ModelFactory;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary><c>AddAcmeClient</c>, for consumers that reference <c>Microsoft.Extensions.Http</c>.</summary>
public class RegistrationTests
{
    private static ClientModel Model
    {
        get
        {
            ResultModel done = Result("DoneResult", Status(204, "NoContent"));
            return Client([Class("Thing")], (Operation("GET", done), done));
        }
    }

    [Fact]
    public void Nothing_is_emitted_without_the_package() =>
        Assert.DoesNotContain(EmittedClient.Print(Model, EmissionFacts.Floor).Keys, hint => hint.Contains("DependencyInjection"));

    [Fact]
    public async Task The_container_creates_the_client_and_supplies_its_token_provider()
    {
        var client = EmittedClient.Of(
            Model,
            """
            sealed class Tokens(string token) : Microsoft.Kiota.Abstractions.Authentication.IAccessTokenProvider
            {
                public Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? context = null, System.Threading.CancellationToken cancellationToken = default) => Task.FromResult(token);
                public Microsoft.Kiota.Abstractions.Authentication.AllowedHostsValidator AllowedHostsValidator { get; } = new();
            }

            public static async Task Run(HttpMessageHandler server, bool inContainer, bool inOptions)
            {
                var services = new ServiceCollection();
                if (inContainer)
                {
                    services.AddSingleton<Microsoft.Kiota.Abstractions.Authentication.IAccessTokenProvider>(new Tokens("container"));
                }

                IHttpClientBuilder builder = services.AddAcmeClient(inOptions ? options => options.AccessTokenProvider = new Tokens("options") : null);
                builder.ConfigurePrimaryHttpMessageHandler(() => server);
                (await services.BuildServiceProvider().GetRequiredService<AcmeClient>().Things.GetAsync()).EnsureSuccess();
            }
            """,
            EmissionFacts.Floor with { DependencyInjection = true });
        foreach ((bool inContainer, bool inOptions, string? token) in (IEnumerable<(bool, bool, string?)>)[(true, false, "Bearer container"), (true, true, "Bearer options"), (false, false, null)])
        {
            var server = new StubHandler();
            await client.Call("Run", server, inContainer, inOptions);
            Assert.Equal(token, server.Headers.GetValueOrDefault("Authorization"));
            Assert.Equal("https://api.example.com/v1/things", server.Url);
        }
    }
}
