using CdeCodegen.Runtime.OAuth;
using Microsoft.Extensions.Http.Resilience;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Productsup.Cde;

namespace RestoreApi;

/// <summary>Registers what the service needs.</summary>
internal static class Services
{
    /// <summary>Adds the client of the CDE API. The host checks the configuration when it starts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section with <c>BaseUrl</c> and, below <c>OAuth</c>, the credentials of this service.</param>
    public static void AddCde(this IServiceCollection services, IConfigurationSection section)
    {
        // A restore that timed out may have been carried out, so only requests that change nothing are sent again.
        services.AddCdeClient(section)
            .AddClientCredentials(section.GetRequiredSection("OAuth"))
            .AddStandardResilienceHandler(static o => o.Retry.DisableForUnsafeHttpMethods());
    }

    /// <summary>Writes traces and metrics to the console. Another exporter, such as OTLP, takes the place of the console in production.</summary>
    public static void AddTelemetry(this IServiceCollection services) => services.AddOpenTelemetry()
        .ConfigureResource(static resource => resource.AddService("restore-api"))
        .WithTracing(static tracing => tracing.AddSource("Microsoft.AspNetCore", "CdeCodegen.Runtime", "System.Net.Http").AddConsoleExporter())
        .WithMetrics(static metrics => metrics.AddMeter("Microsoft.AspNetCore.Hosting", "CdeCodegen.Runtime").AddConsoleExporter());
}
