using System.Text;
using Acme.Bank;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CdeCodegen.Consumer.Tests.DependencyInjection;

/// <summary>Credentials and server variables from the configuration.</summary>
public class CredentialConfigurationTests
{
    private readonly StubHandler _server = new();

    [Fact]
    public async Task Each_scheme_takes_its_credential_from_the_configuration()
    {
        BankClient bank = Client(("ApiKey", "key-1"), ("QueryKey:Key", "key-2"), ("password:username", "me"), ("Password:Password", "p:w"), ("Token", "token-1"));

        await bank.ByKey.GetAsync();
        Assert.Equal("key-1", _server.Headers["X-Key"]);

        await bank.ByQuery.GetAsync();
        Assert.Equal("https://eu.bank.example/v1/by-query?key=key-2", _server.Url);

        await bank.ByPassword.GetAsync();
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("me:p:w")), _server.Headers["Authorization"]);

        await bank.ByToken.GetAsync();
        Assert.Equal("Bearer token-1", _server.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_credential_goes_only_to_its_allowed_hosts()
    {
        BankClient bank = Client(
            ("ApiKey:Key", "key-1"), ("ApiKey:AllowedHosts", "us.bank.example"), ("Token:Token", "token-1"), ("Token:AllowedHosts:0", "eu.bank.example"));

        await bank.ByKey.GetAsync();
        Assert.DoesNotContain("X-Key", _server.Headers.Keys);

        await bank.ByToken.GetAsync();
        Assert.Equal("Bearer token-1", _server.Headers["Authorization"]);
    }

    /// <summary>One of the two may be empty: some services take a token as the user name.</summary>
    [Fact]
    public async Task A_password_may_be_empty()
    {
        await Client(("Password:UserName", "token"), ("Password:Password", "")).ByPassword.GetAsync();

        Assert.Equal("Basic " + Convert.ToBase64String("token:"u8), _server.Headers["Authorization"]);
    }

    [Theory]
    [InlineData("region", "us", "https://us.bank.example/v1/by-key")]
    [InlineData("REGION", "us", "https://us.bank.example/v1/by-key")]
    [InlineData("version", "v2", "https://eu.bank.example/v2/by-key")]
    public async Task Server_variables_come_from_the_configuration(string variable, string value, string url)
    {
        await Client(("ServerVariables:" + variable, value)).ByKey.GetAsync();

        Assert.Equal(url, _server.Url);
    }

    /// <summary>A section for a token provider has the name of a scheme by chance, and other keys.</summary>
    [Fact]
    public async Task A_section_without_a_token_is_left_alone()
    {
        await Client(("Token:ClientId", "me")).ByToken.GetAsync();

        Assert.DoesNotContain("Authorization", _server.Headers.Keys);
    }

    [Theory]
    [InlineData("ServerVariables:region", "mars", "Bank:ServerVariables:region is 'mars', which is not one of eu, us.")]
    [InlineData("ServerVariables:planet", "mars", "Bank:ServerVariables:planet: the server of the API's document has no variable of this name.")]
    [InlineData("ServerVariables:region:x", "mars", "Bank:ServerVariables:region is a section, which is no value of a variable.")]
    [InlineData("ServerVariable:region", "us", "Bank:ServerVariable is no option of a client. Write ServerVariables.")]
    [InlineData("ApiKey", "", "Bank:ApiKey is empty.")]
    [InlineData("ApiKey", "hidden\n", "Bank:ApiKey contains a line break or another control character, which cannot be sent.")]
    [InlineData("ApiKey:AllowedHosts", "bank.example", "Bank:ApiKey:Key is missing.")]
    [InlineData("ApiKeys", "hidden", "Bank:ApiKeys is no option of a client. Write ApiKey.")]
    [InlineData("Passwort:UserName", "hidden", "Bank:Passwort is no option of a client. Write Password.")]
    [InlineData("Password", "hidden", "Bank:Password is a text. Write UserName and Password below it.")]
    [InlineData("Password:UserName", "hidden", "Bank:Password:Password is missing.")]
    [InlineData("Password:Password", "hidden", "Bank:Password:UserName is missing.")]
    [InlineData("Token", "", "Bank:Token is empty.")]
    [InlineData("Token", "Bearer hidden", "Bank:Token contains spaces or non-ASCII characters, which cannot be sent in a header.")]
    public async Task A_wrong_value_ends_the_start_without_showing_a_secret(string key, string value, string expected)
    {
        string message = await StartAsync((key, value));

        Assert.Equal("Acme.Bank.BankClient: " + expected, message);
        Assert.DoesNotContain("hidden", message);
    }

    [Fact]
    public async Task A_user_name_with_a_colon_ends_the_start() => Assert.Equal(
        "Acme.Bank.BankClient: Bank:Password:UserName contains a colon, which separates the user name from the password.",
        await StartAsync(("Password:UserName", "hidden:"), ("Password:Password", "hidden")));

    private static IConfigurationSection Configuration(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(static pair => KeyValuePair.Create("Bank:" + pair.Key, (string?)pair.Value)))
        .Build()
        .GetSection("Bank");

    private static async Task<string> StartAsync(params (string Key, string Value)[] values)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddBankClient(Configuration(values));
        using IHost host = builder.Build();
        return (await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync())).Message;
    }

    private BankClient Client(params (string Key, string Value)[] values)
    {
        var services = new ServiceCollection();
        services.AddBankClient(Configuration(values)).ConfigurePrimaryHttpMessageHandler(() => _server);
        return services.BuildServiceProvider().GetRequiredService<BankClient>();
    }
}
