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
    public async Task The_container_creates_the_client_and_takes_only_the_token_provider_that_the_registration_names()
    {
        var client = EmittedClient.Of(
            Model,
            """
            public static async Task Run(HttpMessageHandler server, bool named, bool inOptions)
            {
                var services = new ServiceCollection();
                services.AddSingleton<Microsoft.Kiota.Abstractions.Authentication.IAccessTokenProvider>(new StaticAccessTokenProvider("container"));
                IHttpClientBuilder builder = services.AddAcmeClient(inOptions ? options => options.AccessTokenProvider = new StaticAccessTokenProvider("options") : null);
                if (named)
                {
                    builder.WithAccessTokenProvider(_ => new StaticAccessTokenProvider("named"));
                }

                builder.ConfigurePrimaryHttpMessageHandler(() => server);
                (await services.BuildServiceProvider().GetRequiredService<AcmeClient>().Things.GetAsync()).EnsureSuccess();
            }
            """,
            EmissionFacts.Floor with { DependencyInjection = true });
        foreach ((bool named, bool inOptions, string? token) in (IEnumerable<(bool, bool, string?)>)[(true, false, "Bearer named"), (true, true, "Bearer options"), (false, false, null)])
        {
            var server = new StubHandler();
            await client.Call("Run", server, named, inOptions);
            Assert.Equal(token, server.Headers.GetValueOrDefault("Authorization"));
            Assert.Equal("https://api.example.com/v1/things", server.Url);
        }
    }
}
