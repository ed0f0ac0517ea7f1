using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the registration with a service collection, for consumers that reference <c>Microsoft.Extensions.Http</c>.</summary>
internal static class RegistrationPrinter
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.";
    private const string TokenProvider = "global::Microsoft.Kiota.Abstractions.Authentication.IAccessTokenProvider";

    public static void Print(SourceWriter w, RegistrationUnit unit)
    {
        string name = unit.Context.ClassName;
        string options = unit.Context.HasOptions ? "global::" + unit.Context.Namespace + "." + unit.Context.OptionsName : TypeNames.Runtime + "ApiClientOptions";
        Docs.Summary(w, $"Registers <see cref=\"{name}\"/> with a service collection.");
        w.Line($"{ModelFile.Access(unit)} static class {name}ServiceCollectionExtensions");
        w.Open();
        Docs.Summary(w, $"Adds <see cref=\"{name}\"/> as a typed client of <see cref=\"global::System.Net.Http.IHttpClientFactory\"/>.");
        w.Line("/// <param name=\"services\">The services.</param>");
        w.Line("/// <param name=\"configure\">Sets the options of each client. The container's token provider is used where this sets none.</param>");
        w.Line($"public static {Services}IHttpClientBuilder Add{name}(");
        w.Right();
        w.Line($"this {Services}IServiceCollection services,");
        w.Line($"global::System.Action<{options}>? configure = null) =>");
        w.Line($"{Services}HttpClientBuilderExtensions.AddTypedClient(");
        w.Right();
        w.Line($"{Services}HttpClientFactoryServiceCollectionExtensions.AddHttpClient(services, {Literals.Quote(unit.Context.Namespace + "." + name)}),");
        w.Line("(httpClient, provider) =>");
        w.Open();
        w.Line($"var options = new {options} {{ HttpClient = httpClient }};");
        w.Line("configure?.Invoke(options);");
        w.Line($"options.AccessTokenProvider ??= ({TokenProvider}?)");
        w.Right();
        w.Line($"provider.GetService(typeof({TokenProvider}));");
        w.Left();
        w.Line($"return new {name}(options);");
        w.Left();
        w.Line("});");
        w.Left();
        w.Left();
        w.Close();
    }
}
