using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>The registration with a service collection, for consumers that reference <c>Microsoft.Extensions.Http</c>.</summary>
internal static class RegistrationPrinter
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.";

    public static void Print(SourceWriter w, RegistrationUnit unit)
    {
        string name = unit.Context.ClassName;
        w.Line($"/// <summary>Registers <see cref=\"{name}\"/> with a service collection.</summary>");
        w.Line($"{ModelFile.Access(unit)} static class {name}ServiceCollectionExtensions");
        w.Open();
        w.Line($"/// <summary>Adds <see cref=\"{name}\"/> as a typed client of <see cref=\"global::System.Net.Http.IHttpClientFactory\"/>.</summary>");
        w.Line("/// <param name=\"services\">The services.</param>");
        w.Line("/// <param name=\"configure\">Sets options of each client that is made. Where it sets no token provider, the container's is used if it has one.</param>");
        w.Line($"public static {Services}IHttpClientBuilder Add{name}(");
        w.Right();
        w.Line($"this {Services}IServiceCollection services, global::System.Action<{TypeNames.Runtime}ApiClientOptions>? configure = null) =>");
        w.Line($"{Services}HttpClientBuilderExtensions.AddTypedClient(");
        w.Right();
        w.Line($"{Services}HttpClientFactoryServiceCollectionExtensions.AddHttpClient(services, {Literals.Quote(unit.Context.Namespace + "." + name)}),");
        w.Line("(httpClient, provider) =>");
        w.Open();
        w.Line($"var options = new {TypeNames.Runtime}ApiClientOptions {{ HttpClient = httpClient }};");
        w.Line("configure?.Invoke(options);");
        w.Line("options.AccessTokenProvider ??= (global::Microsoft.Kiota.Abstractions.Authentication.IAccessTokenProvider?)");
        w.Right();
        w.Line("provider.GetService(typeof(global::Microsoft.Kiota.Abstractions.Authentication.IAccessTokenProvider));");
        w.Left();
        w.Line($"return new {name}(options);");
        w.Left();
        w.Line("});");
        w.Left();
        w.Left();
        w.Close();
    }
}
