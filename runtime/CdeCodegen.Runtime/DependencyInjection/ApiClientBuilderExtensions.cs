using Microsoft.Extensions.DependencyInjection;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime;

/// <summary>Configures clients that <c>Add…Client</c> registered. For projects that reference <c>Microsoft.Extensions.Http</c>.</summary>
public static class ApiClientBuilderExtensions
{
    /// <summary>Gives this client a provider of access tokens. Other clients do not use it, and this client uses no other one of the container.</summary>
    /// <param name="builder">What <c>Add…Client</c> returned.</param>
    /// <param name="create">Creates or finds the provider, once for the container, which disposes it. Options that set a provider have precedence.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is that of another HttpClient.</exception>
    public static IHttpClientBuilder WithAccessTokenProvider(this IHttpClientBuilder builder, Func<IServiceProvider, IAccessTokenProvider> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        foreach (ServiceDescriptor service in builder.Services)
        {
            if (!service.IsKeyedService && service.ImplementationInstance is RegisteredClient client && client.Name == builder.Name)
            {
                builder.Services.AddKeyedSingleton(builder.Name, (provider, _) => create(provider));
                return builder;
            }
        }

        throw new InvalidOperationException($"'{builder.Name}' is not the client of an API. Call WithAccessTokenProvider on what Add…Client returned.");
    }
}
