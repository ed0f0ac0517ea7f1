using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Creates a client when the host starts, so that wrong options end the start and not the first call.</summary>
internal sealed class ClientValidation(string clientName, IServiceScopeFactory scopes, Func<IServiceProvider, object> create) : IValidateOptions<RegisteredClient>
{
    public ValidateOptionsResult Validate(string? name, RegisteredClient options)
    {
        if (name != clientName)
        {
            return ValidateOptionsResult.Skip;
        }

        using IServiceScope scope = scopes.CreateScope();
        try
        {
            create(scope.ServiceProvider);
            return ValidateOptionsResult.Success;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return ValidateOptionsResult.Fail($"{clientName}: {e.Message}");
        }
    }
}
