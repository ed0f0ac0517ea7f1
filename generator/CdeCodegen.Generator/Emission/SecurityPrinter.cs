using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the options for credentials, the table of its requirements, and the constants of OAuth 2.</summary>
internal static class SecurityPrinter
{
    private const string TokenProvider = "global::Microsoft.Kiota.Abstractions.Authentication.IAccessTokenProvider";
    private const string Callback =
        "global::System.Func<global::System.Net.Http.HttpRequestMessage, global::System.Threading.CancellationToken, "
        + "global::System.Threading.Tasks.ValueTask<string>>";

    /// <summary>Prints the table, a field of the client class.</summary>
    public static void PrintTable(SourceWriter w, SecurityModel security, string field)
    {
        var schemes = new List<string>();
        foreach (SecuritySchemeModel scheme in security.Schemes)
        {
            schemes.Add(scheme.Place);
        }

        w.Line($"private static readonly {TypeNames.Generated}ApiSecurity {field} = new({List(schemes)}, {List(security.Requirements)});");
        w.Gap();
    }

    /// <summary>Prints the constants, a class in the client class.</summary>
    public static void PrintConstants(SourceWriter w, SecurityModel security)
    {
        if (!security.HasConstants)
        {
            return;
        }

        w.Gap();
        Docs.Summary(w, "URLs and scopes of the security schemes.");
        w.Line("public static class Security");
        w.Open();
        foreach (SecuritySchemeModel scheme in security.Schemes)
        {
            if (!scheme.HasConstants)
            {
                continue;
            }

            w.Gap();
            Docs.Write(w, scheme.Doc, "The security scheme of the same name.");
            w.Line($"public static class {scheme.Property}");
            w.Open();
            PrintConstants(w, scheme.Urls);
            foreach (OAuthFlowModel flow in scheme.Flows)
            {
                w.Gap();
                Docs.Summary(w, "The OAuth 2 flow of this name.");
                w.Line($"public static class {flow.Name}");
                w.Open();
                PrintConstants(w, flow.Urls);
                if (flow.Scopes.Count > 0)
                {
                    w.Gap();
                    Docs.Summary(w, "The scopes of the flow.");
                    w.Line("public static class Scopes");
                    w.Open();
                    PrintConstants(w, flow.Scopes);
                    w.Close();
                }

                w.Close();
            }

            w.Close();
        }

        w.Close();
    }

    /// <summary>Prints the options for credentials.</summary>
    public static void PrintOptions(SourceWriter w, SecurityModel security)
    {
        foreach (SecuritySchemeModel scheme in security.Schemes)
        {
            string[] place = scheme.Place.Split([' '], 2);
            Docs.Write(w, scheme.Doc, scheme.Use + (place.Length > 1 ? " <c>" + DocXml.Escape(place[1]) + "</c>" : "") + ".");
            w.Line($"public {TypeOf(scheme.Kind)}? {scheme.Property} {{ get; set; }}");
            w.Gap();
        }

        w.Line("/// <inheritdoc/>");
        w.Line("protected override object? GetCredential(int scheme) => scheme switch");
        w.Open();
        for (int i = 0; i < security.Schemes.Count; i++)
        {
            w.Line($"{i} => {security.Schemes[i].Property},");
        }

        w.Line("_ => null,");
        w.Left();
        w.Line("};");
    }

    /// <summary>Prints string constants.</summary>
    public static void PrintConstants(SourceWriter w, EquatableArray<ConstantModel> constants)
    {
        foreach (ConstantModel constant in constants)
        {
            w.Gap();
            Docs.Write(w, constant.Doc, "<c>" + DocXml.Escape(constant.Value) + "</c>");
            w.Line($"public const string {constant.Name} = {Literals.Quote(constant.Value)};");
        }
    }

    private static string TypeOf(CredentialKind kind) => kind switch
    {
        CredentialKind.ApiKey => TypeNames.Runtime + "ApiKeyCredential",
        CredentialKind.Basic => TypeNames.Runtime + "BasicCredential",
        CredentialKind.AccessTokenProvider => TokenProvider,
        _ => Callback,
    };

    private static string List(IReadOnlyList<string> texts)
    {
        var list = new List<string>(texts.Count);
        foreach (string text in texts)
        {
            list.Add(Literals.Quote(text));
        }

        return "[" + string.Join(", ", list) + "]";
    }
}
