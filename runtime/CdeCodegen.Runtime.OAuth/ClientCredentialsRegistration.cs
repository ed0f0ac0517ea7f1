using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.OAuth;

/// <summary>Gives registered clients tokens by the client credentials grant. For projects that reference <c>Microsoft.Extensions.Http</c>.</summary>
public static class ClientCredentialsRegistration
{
    /// <summary>Gives this client tokens of a service that acts on its own behalf. No other client uses them.</summary>
    /// <param name="builder">What <c>Add…Client</c> of a generated client returned.</param>
    /// <param name="section">
    /// The section with <c>TokenEndpoint</c>, <c>ClientId</c>, <c>ClientSecret</c> and, if needed, <c>Scopes</c> (a list, or one text with spaces),
    /// <c>ClientAuthentication</c>, <c>AllowedHosts</c>, <c>RefreshMargin</c> and <c>RequestTimeout</c>. The host validates it when it starts.
    /// </param>
    /// <param name="httpClient">Finds the client that sends token requests. By default all providers share one.</param>
    /// <param name="tokenEndpoint">The token endpoint if the section names none: the URL in the API's document.</param>
    /// <param name="scopes">The scopes if the section names none.</param>
    /// <returns>The same builder.</returns>
    public static IHttpClientBuilder AddClientCredentials(
        this IHttpClientBuilder builder,
        IConfigurationSection section,
        Func<IServiceProvider, HttpClient>? httpClient = null,
        string? tokenEndpoint = null,
        IReadOnlyList<string>? scopes = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.AddClientCredentials(services => OAuthConfiguration.Read(section, httpClient?.Invoke(services), tokenEndpoint, scopes));
    }

    /// <summary>Gives this client tokens of a service that acts on its own behalf. No other client uses them.</summary>
    /// <param name="builder">What <c>Add…Client</c> of a generated client returned.</param>
    /// <param name="options">Makes the options, once for the container. The host does so when it starts, so that wrong options end the start.</param>
    /// <returns>The same builder.</returns>
    public static IHttpClientBuilder AddClientCredentials(this IHttpClientBuilder builder, Func<IServiceProvider, OAuthClientOptions> options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);

        // A client takes only the provider that is registered under its name. The host creates the client when it starts, and with it this provider.
        builder.Services.AddKeyedSingleton<IAccessTokenProvider>(builder.Name, (services, _) => new ClientCredentialsTokenProvider(options(services)));
        return builder;
    }
}
