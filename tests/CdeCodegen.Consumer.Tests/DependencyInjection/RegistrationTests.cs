using Acme.Shop;
using CdeCodegen.Runtime.OAuth;
using CdeCodegen.Runtime.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions.Authentication;
using Productsup.Cde;

namespace CdeCodegen.Consumer.Tests.DependencyInjection;

/// <summary>Generated clients in a service collection.</summary>
public class RegistrationTests
{
    private readonly StubHandler _server = StubHandler.Bytes([], null, System.Net.HttpStatusCode.NotFound);
    private readonly ServiceCollection _services = new();

    [Fact]
    public async Task A_provider_in_the_container_is_not_taken()
    {
        _services.AddSingleton<IAccessTokenProvider>(new StaticAccessTokenProvider("container"));
        Serve(_services.AddShopClient());

        await Call(_services.BuildServiceProvider().GetRequiredService<ShopClient>());

        Assert.Null(_server.Request.Headers.Authorization);
        Assert.Equal("https://shop.example/v1/orders/1", _server.Url);
    }

    [Fact]
    public async Task Two_clients_have_their_own_tokens()
    {
        Serve(_services.AddShopClient().WithAccessTokenProvider(_ => new StaticAccessTokenProvider("shop")));
        Serve(_services.AddCdeClient(o => o.BaseUrl = new Uri("https://cde.example")));
        ServiceProvider provider = _services.BuildServiceProvider();

        await Call(provider.GetRequiredService<ShopClient>());
        Assert.Equal("Bearer shop", Authorization);

        await Assert.ThrowsAsync<UnexpectedStatusException>(() => provider.GetRequiredService<CdeClient>().States.GetAsync());
        Assert.Null(Authorization);
    }

    [Fact]
    public async Task The_provider_is_created_once_and_can_use_services()
    {
        int created = 0;
        _services.AddSingleton("from-services");
        Serve(_services.AddShopClient().WithAccessTokenProvider(services =>
        {
            created++;
            return new StaticAccessTokenProvider(services.GetRequiredService<string>());
        }));
        ServiceProvider provider = _services.BuildServiceProvider();

        await Call(provider.GetRequiredService<ShopClient>());
        await Call(provider.GetRequiredService<ShopClient>());

        Assert.Equal((1, "Bearer from-services"), (created, Authorization));
    }

    [Fact]
    public async Task Options_of_a_function_with_services_come_from_the_scope()
    {
        _services.AddScoped<Tenant>();
        Serve(_services.AddShopClient((services, o) => o.AccessTokenProvider = new StaticAccessTokenProvider(services.GetRequiredService<Tenant>().Token)));
        ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);
        using IServiceScope scope = provider.CreateScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Token = "tenant-7";

        await Call(scope.ServiceProvider.GetRequiredService<ShopClient>());

        Assert.Equal("Bearer tenant-7", Authorization);
    }

    [Fact]
    public async Task Keyed_clients_have_their_own_options_and_tokens()
    {
        Serve(_services.AddKeyedShopClient("eu", o => o.BaseUrl = new Uri("https://eu.example")).WithAccessTokenProvider(_ => new StaticAccessTokenProvider("eu")));
        Serve(_services.AddKeyedShopClient("us", (_, o) => o.BaseUrl = new Uri("https://us.example")));
        Serve(_services.AddKeyedShopClient(7, Configuration(("BaseUrl", "https://seven.example"))));
        Serve(_services.AddKeyedShopClient("7", Configuration(("BaseUrl", "https://text.example"))).WithAccessTokenProvider(_ => new StaticAccessTokenProvider("text")));
        ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Equal(("https://eu.example/orders/1", "Bearer eu"), await Sent("eu"));
        Assert.Equal(("https://us.example/orders/1", null), await Sent("us"));
        Assert.Equal(("https://seven.example/orders/1", null), await Sent(7));
        Assert.Equal(("https://text.example/orders/1", "Bearer text"), await Sent("7"));
        Assert.Null(provider.GetService<ShopClient>());

        async Task<(string, string?)> Sent(object key)
        {
            await Call(provider.GetRequiredKeyedService<ShopClient>(key));
            return (_server.Url, Authorization);
        }
    }

    [Fact]
    public async Task Options_come_from_the_configuration()
    {
        Serve(_services.AddShopClient(Configuration(
            ("BaseUrl", " https://configured.example/v2/ "), ("maxretries", "5"), ("RetryDelay", "00:00:02"), ("RetryNonIdempotent", "True"),
            ("MaxResponseBodyBytes", "3"), ("PollInterval", "7"), ("OAuth:ClientId", "x"))));
        _server.Answer = _ => StubHandler.Response("[{}]"u8.ToArray(), "application/json");

        ShopClient shop = _services.BuildServiceProvider().GetRequiredService<ShopClient>();
        await Assert.ThrowsAsync<ResponseTooLargeException>(() => shop.Orders.GetAsync());

        Assert.Equal("https://configured.example/v2/orders", _server.Url);
    }

    [Theory]
    [InlineData("BaseUrl", "htp:/x", "Shop:BaseUrl is 'htp:/x', which is not an absolute http or https URL.")]
    [InlineData("MaxRetries", "-1", "Shop:MaxRetries is '-1', which is not a whole number of at least 0.")]
    [InlineData("RetryDelay", "2s", "Shop:RetryDelay is '2s', which is not a time such as 00:00:02.")]
    [InlineData("RetryNonIdempotent", "yes", "Shop:RetryNonIdempotent is 'yes', which is not true or false.")]
    [InlineData("MaxResponseBodyBytes", "64MB", "Shop:MaxResponseBodyBytes is '64MB', which is not a number of bytes of at least 1.")]
    [InlineData("BaseUri", "https://x", "Shop:BaseUri is no option of a client. Write BaseUrl.")]
    public async Task A_wrong_value_in_the_configuration_ends_the_start(string key, string value, string expected)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddShopClient(Configuration((key, value)));
        using IHost host = builder.Build();

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal("Acme.Shop.ShopClient: " + expected, error.Message);
    }

    [Fact]
    public async Task A_wrong_option_of_a_function_ends_the_start()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddShopClient();
        builder.Services.AddKeyedShopClient("eu", o => o.BaseUrl = new Uri("ftp://files.example/x"));
        using IHost host = builder.Build();

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal("Acme.Shop.ShopClient[eu]: The base URL must be absolute and start with http:// or https://.", error.Message);
    }

    [Fact]
    public async Task Valid_options_let_the_host_start()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddShopClient(Configuration(("BaseUrl", "https://x.example")));
        using IHost host = builder.Build();

        await host.StartAsync();

        Assert.NotNull(host.Services.GetRequiredService<ShopClient>());
    }

    [Fact]
    public void A_token_provider_for_another_HttpClient_is_rejected()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => _services.AddHttpClient("mine").WithAccessTokenProvider(_ => new StaticAccessTokenProvider("x")));
        Assert.Equal("'mine' is not the client of an API. Call WithAccessTokenProvider on what Add…Client returned.", error.Message);
    }

    [Fact]
    public async Task A_fake_replaces_the_server()
    {
        var fake = new ApiFake();
        fake.Returns(new OrderShowResult.NotFound());
        _services.AddShopClient(fake.Configure);

        await Call(_services.BuildServiceProvider().GetRequiredService<ShopClient>());

        Assert.Equal("order_show", Assert.Single(fake.Calls).Operation);
    }

    [Fact]
    public async Task Client_credentials_come_from_the_configuration()
    {
        var tokens = StubHandler.Json("""{"access_token":"issued","token_type":"Bearer","expires_in":3600}""");
        _services.AddSingleton(new TokenServer(new HttpClient(tokens)));
        Serve(_services.AddShopClient().AddClientCredentials(
            Configuration(
                ("TokenEndpoint", "https://login.example/token"), ("ClientId", "me"), ("ClientSecret", "secret"),
                ("ClientAuthentication", "RequestBody"), ("Scopes:0", "read"), ("Scopes:1", "write")),
            services => services.GetRequiredService<TokenServer>().Http));

        await Call(_services.BuildServiceProvider().GetRequiredService<ShopClient>());

        Assert.Equal("Bearer issued", Authorization);
        Assert.Equal("https://login.example/token", tokens.Url);
        Assert.Contains("client_id=me", tokens.Body);
        Assert.Contains("scope=read+write", tokens.Body);
    }

    [Theory]
    [InlineData("ClientId", null, "Shop:ClientId is missing.")]
    [InlineData("TokenEndpoint", "login", "Shop:TokenEndpoint is 'login', which is not an absolute URL.")]
    [InlineData("RequestTimeout", "30", "Shop:RequestTimeout is '30', which is not a time such as 00:00:30.")]
    [InlineData("ClientAuthentication", "Header", "Shop:ClientAuthentication is 'Header', which is not one of BasicHeader, RequestBody.")]
    public async Task Wrong_client_credentials_end_the_start(string key, string? value, string expected)
    {
        var values = new Dictionary<string, string?> { ["TokenEndpoint"] = "https://login.example/token", ["ClientId"] = "me", [key] = value };
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddShopClient().AddClientCredentials(Configuration([.. values.Select(pair => (pair.Key, pair.Value))]));
        using IHost host = builder.Build();

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal("Acme.Shop.ShopClient: " + expected, error.Message);
    }

    private string? Authorization => _server.Request.Headers.Authorization?.ToString();

    private static IConfigurationSection Configuration(params (string Key, string? Value)[] values)
        => new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create("Shop:" + pair.Key, pair.Value)))
            .Build()
            .GetSection("Shop");

    private static Task<OrderShowResult> Call(ShopClient shop) => shop.Orders["1"].GetAsync();

    private void Serve(IHttpClientBuilder builder) => builder.ConfigurePrimaryHttpMessageHandler(() => _server);

    private sealed class Tenant
    {
        public string Token { get; set; } = "none";
    }

    private sealed record TokenServer(HttpClient Http);
}
