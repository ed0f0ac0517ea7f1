using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the registration with a service collection, for consumers that reference <c>Microsoft.Extensions.Http</c>.</summary>
internal static class RegistrationPrinter
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection services";
    private const string Builder = "global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";

    public static void Print(SourceWriter w, RegistrationUnit unit)
    {
        string name = unit.Context.ClassName;
        string options = unit.Context.HasOptions ? "global::" + unit.Context.Namespace + "." + unit.Context.OptionsName : TypeNames.Runtime + "ApiClientOptions";
        string registration = TypeNames.Generated + "ApiClientRegistration<" + name + ", " + options + ">";
        (string Type, string Name, string Doc)[] forms =
        [
            ("global::System.Action<" + options + ">?", "configure", "Sets the options of each client."),
            ("global::System.Action<global::System.IServiceProvider, " + options + ">", "configure", "Sets the options of each client from services of its scope."),
            ("global::Microsoft.Extensions.Configuration.IConfiguration", "configuration", "The section with the options, <c>BaseUrl</c>, <c>MaxRetries</c> and so on, and with the credentials."),
        ];

        Docs.Summary(w, $"Registers <see cref=\"{name}\"/> with a service collection.");
        w.Line($"{ModelFile.Access(unit)} static class {name}ServiceCollectionExtensions");
        w.Open();
        w.Line($"private static readonly {registration} Registration = new({Literals.Quote(unit.Context.Namespace + "." + name)}, static options => new {name}(options){(unit.Credentials.Count > 0 ? ", ReadCredentials" : "")});");
        PrintCredentials(w, options, unit.Credentials);
        foreach ((string type, string parameter, string doc) in forms)
        {
            w.Gap();
            Docs.Summary(w, $"Adds <see cref=\"{name}\"/>, whose requests <see cref=\"global::System.Net.Http.IHttpClientFactory\"/> sends.");
            w.Line("/// <param name=\"services\">The services.</param>");
            w.Line($"/// <param name=\"{parameter}\">{doc}</param>");
            w.Line("/// <remarks>It takes no token provider from the container; <c>.WithAccessTokenProvider(…)</c> names one.</remarks>");
            w.Line($"public static {Builder} Add{name}(");
            w.Right();
            w.Line($"this {Services}, {type} {parameter}{(type.EndsWith("?", StringComparison.Ordinal) ? " = null" : "")}) =>");
            w.Line($"Registration.Add(services, null, {parameter});");
            w.Left();
            w.Gap();
            Docs.Summary(w, $"Adds a <see cref=\"{name}\"/> with a key, options and tokens of its own, for <c>[FromKeyedServices(key)]</c>.");
            w.Line("/// <param name=\"services\">The services.</param>");
            w.Line("/// <param name=\"key\">The key.</param>");
            w.Line($"/// <param name=\"{parameter}\">{doc}</param>");
            w.Line($"public static {Builder} AddKeyed{name}(");
            w.Right();
            w.Line($"this {Services}, object? key, {type} {parameter}{(type.EndsWith("?", StringComparison.Ordinal) ? " = null" : "")}) =>");
            w.Line($"Registration.Add(services, key, {parameter});");
            w.Left();
        }

        w.Close();
    }

    private static void PrintCredentials(SourceWriter w, string options, EquatableArray<CredentialOption> credentials)
    {
        if (credentials.Count == 0)
        {
            return;
        }

        w.Gap();
        w.Line($"private static void ReadCredentials({options} options, {TypeNames.Generated}CredentialConfiguration configuration)");
        w.Open();
        foreach (CredentialOption credential in credentials)
        {
            string method = credential.Kind switch
            {
                CredentialKind.ApiKey => "ApiKey",
                CredentialKind.Basic => "Basic",
                _ => "Token",
            };
            w.Line($"options.{credential.Property} = configuration.{method}({Literals.Quote(credential.Property.TrimStart('@'))}, options.{credential.Property});");
        }

        w.Close();
    }
}
