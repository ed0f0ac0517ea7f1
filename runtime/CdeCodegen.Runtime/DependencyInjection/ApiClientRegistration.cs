using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Registers a generated client with a service collection. For generated code.</summary>
/// <param name="name">The full name of the client class: the name of its <see cref="HttpClient"/>.</param>
/// <param name="create">Creates the client.</param>
/// <param name="readCredentials">Sets the credentials of the document's security schemes from the configuration; null for a document without schemes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiClientRegistration<TClient, TOptions>(
    string name, Func<TOptions, TClient> create, Action<TOptions, CredentialConfiguration>? readCredentials)
    where TClient : class
    where TOptions : ApiClientOptions, new()
{
    /// <summary>Registers a client of a document without security schemes.</summary>
    /// <param name="name">The full name of the client class: the name of its <see cref="HttpClient"/>.</param>
    /// <param name="create">Creates the client.</param>
    public ApiClientRegistration(string name, Func<TOptions, TClient> create)
        : this(name, create, readCredentials: null)
    {
    }

    /// <summary>Adds the client with options that a function sets.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key of the client; null for the client without a key.</param>
    /// <param name="configure">Sets the options of each client.</param>
    public IHttpClientBuilder Add(IServiceCollection services, object? key, Action<TOptions>? configure)
        => AddCore(services, key, (_, options) => configure?.Invoke(options));

    /// <summary>Adds the client with options that a function sets from services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key of the client; null for the client without a key.</param>
    /// <param name="configure">Sets the options of each client. Its provider is that of the scope that asks for the client.</param>
    public IHttpClientBuilder Add(IServiceCollection services, object? key, Action<IServiceProvider, TOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return AddCore(services, key, configure);
    }

    /// <summary>Adds the client with options from the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key of the client; null for the client without a key.</param>
    /// <param name="configuration">The section with the options.</param>
    public IHttpClientBuilder Add(IServiceCollection services, object? key, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return AddCore(services, key, (_, options) =>
        {
            var credentials = new CredentialConfiguration(configuration);
            readCredentials?.Invoke(options, credentials);
            OptionsConfiguration.Read(configuration, options, credentials.Names);
        });
    }

    private IHttpClientBuilder AddCore(IServiceCollection services, object? key, Action<IServiceProvider, TOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        string clientName = key switch
        {
            null => name,
            string text => $"{name}[{text}]",
            _ => $"{name}[{key.GetType()} {key}]",
        };
        if (key is null)
        {
            services.AddTransient(provider => Create(provider, clientName, configure));
        }
        else
        {
            services.AddKeyedTransient(key, (provider, _) => Create(provider, clientName, configure));
        }

        services.AddSingleton(new RegisteredClient(clientName));
        services.AddSingleton<IValidateOptions<RegisteredClient>>(
            provider => new ClientValidation(clientName, provider.GetRequiredService<IServiceScopeFactory>(), scope => Create(scope, clientName, configure)));
        services.AddOptions<RegisteredClient>(clientName).ValidateOnStart();
        return services.AddHttpClient(clientName);
    }

    private TClient Create(IServiceProvider provider, string clientName, Action<IServiceProvider, TOptions> configure)
    {
        var options = new TOptions
        {
            HttpClient = provider.GetRequiredService<IHttpClientFactory>().CreateClient(clientName),
            RequiresBaseUrl = true,
        };
        configure(provider, options);

        // Only WithAccessTokenProvider registers a provider under the name of a client, so no client receives the token of another.
        options.AccessTokenProvider ??= (provider as IKeyedServiceProvider)?.GetKeyedService(typeof(IAccessTokenProvider), clientName) as IAccessTokenProvider;
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        return create(options);
    }
}
