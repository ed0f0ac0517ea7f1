using System.Text;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>
/// Lowers security schemes to the client's options, and the requirements of operations to positions in one table. Position 0 is the requirement of the
/// document, or else the most frequent one: operations with it need no code.
/// </summary>
internal sealed class SecurityLowering
{
    /// <summary>The position of an operation that sends no credentials.</summary>
    public const int Nothing = -1;

    /// <summary>The members of the runtime's <c>ApiClientOptions</c>. A test compares them.</summary>
    private static readonly string[] s_optionMembers =
    [
        "AccessTokenProvider", "AllowCredentialsOverHttp", "BaseUrl", "Servers", "ServerVariables", "CallHandler", "HttpClient", "LoggerFactory",
        "RequiresBaseUrl", "ConfigurationPath", "MaxResponseBodyBytes", "MaxRetries", "MaxRetryDelay", "RetryDelay", "RetryNonIdempotent",
        "GetCredential", "FindCredential", "GetServerVariable", "SetServerVariable", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];

    private readonly ApiDocument _document;
    private readonly Dictionary<string, int> _schemes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _certificates = new(StringComparer.Ordinal);
    private readonly List<SecuritySchemeModel> _models = [];
    private readonly List<string> _requirements = [];

    private SecurityLowering(ApiDocument document)
    {
        _document = document;
    }

    /// <summary>The security of the client; null for a document without schemes.</summary>
    public SecurityModel? Model { get; private set; }

    /// <param name="document">The document.</param>
    /// <param name="options">The names of the client's options.</param>
    public static SecurityLowering Of(ApiDocument document, NameScope options)
    {
        var lowering = new SecurityLowering(document);
        if (document.SecuritySchemes.Count > 0)
        {
            lowering.LowerSchemes(options);
            lowering.LowerRequirements();
            lowering.Model = new SecurityModel(lowering._models.ToEquatableArray(), lowering._requirements.ToEquatableArray());
        }

        return lowering;
    }

    /// <summary>The position of an operation's requirement.</summary>
    public int Position(ApiOperation operation)
    {
        if (Model is null)
        {
            // Without schemes, the token of the options is sent unless the document says that there is no security.
            return (operation.Security ?? _document.Security) is { } said && !said.Exists(alternative => alternative.Count > 0) ? Nothing : 0;
        }

        return Text(operation) is { Length: > 0 } text ? _requirements.IndexOf(text) : Nothing;
    }

    /// <summary>The names that the client's own options cannot have.</summary>
    public static NameScope OptionNames(string className)
    {
        var names = new NameScope(s_optionMembers);
        names.Take(className + "Options");
        return names;
    }

    private void LowerSchemes(NameScope properties)
    {
        foreach (ApiSecurityScheme scheme in _document.SecuritySchemes)
        {
            if (scheme.Kind == SecuritySchemeKind.Transport)
            {
                _certificates.Add(scheme.Name);
                continue;
            }

            string name = Identifiers.Pascal(scheme.Name);
            _schemes.Add(scheme.Name, _models.Count);
            _models.Add(Lower(scheme, properties.Take(name, name + "Credential")));
        }
    }

    private SecuritySchemeModel Lower(ApiSecurityScheme scheme, string property)
    {
        (CredentialKind kind, string place, string use) = scheme.Kind switch
        {
            SecuritySchemeKind.Header => (CredentialKind.ApiKey, "header " + scheme.ParameterName, "An API key, sent in the header"),
            SecuritySchemeKind.Query => (CredentialKind.ApiKey, "query " + scheme.ParameterName, "An API key, sent in the query parameter"),
            SecuritySchemeKind.Cookie => (CredentialKind.ApiKey, "cookie " + scheme.ParameterName, "An API key, sent in the cookie"),
            SecuritySchemeKind.Basic => (CredentialKind.Basic, "basic", "A user name and a password"),
            SecuritySchemeKind.Bearer => (CredentialKind.AccessTokenProvider, "bearer", "Provides the bearer token"),
            _ => (CredentialKind.Callback, "http", "Computes the value of the Authorization header for the HTTP scheme"),
        };
        var urls = new List<ConstantModel>();
        AddUrl(urls, "OpenIdConnectUrl", scheme.OpenIdConnectUrl, "The URL of the discovery document.");
        AddUrl(urls, "MetadataUrl", scheme.MetadataUrl, "The URL of the metadata of the authorization server.");
        var flows = new List<OAuthFlowModel>();
        foreach (ApiOAuthFlow flow in scheme.Flows)
        {
            flows.Add(Lower(flow));
        }

        return new SecuritySchemeModel(property, kind, place, use, DocTexts.Of(scheme.Description, null, scheme.Deprecated))
        {
            Urls = urls.ToEquatableArray(),
            Flows = flows.ToEquatableArray(),
        };
    }

    private OAuthFlowModel Lower(ApiOAuthFlow flow)
    {
        var urls = new List<ConstantModel>();
        foreach (KeyValuePair<string, string> url in flow.Urls)
        {
            AddUrl(urls, Identifiers.Pascal(url.Key), url.Value, url.Key switch
            {
                "authorizationUrl" => "The URL of the authorization endpoint.",
                "tokenUrl" => "The URL of the token endpoint.",
                "refreshUrl" => "The URL of the endpoint that refreshes tokens.",
                _ => "The URL of the device authorization endpoint.",
            });
        }

        NameScope names = MemberNames.OfObject("Scopes");
        var scopes = new List<ConstantModel>();
        foreach (KeyValuePair<string, string> scope in flow.Scopes)
        {
            string name = Identifiers.Pascal(scope.Key);
            scopes.Add(new ConstantModel(names.Take(name, name + "Scope"), scope.Key, DocTexts.Of(scope.Value, null)));
        }

        return new OAuthFlowModel(Identifiers.Pascal(flow.Name), urls.ToEquatableArray(), scopes.ToEquatableArray());
    }

    /// <summary>Relative URLs are relative to the server; where that is not known, the text is kept.</summary>
    private void AddUrl(List<ConstantModel> urls, string name, string? url, string summary)
    {
        if (url is not null)
        {
            bool isRelative = !Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) || absolute.Scheme == "file";
            string value = isRelative && Servers.Absolute(_document.ServerUrl, null) is { } server && Uri.TryCreate(new Uri(server + "/"), url, out Uri? resolved)
                ? resolved.AbsoluteUri
                : url;
            urls.Add(new ConstantModel(name, value, DocTexts.Of(summary, null)));
        }
    }

    private void LowerRequirements()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ApiOperation operation in _document.Operations)
        {
            if (Text(operation) is { Length: > 0 } text)
            {
                counts.TryGetValue(text, out int count);
                counts[text] = count + 1;
                if (count == 0)
                {
                    _requirements.Add(text);
                }
            }
        }

        string first = _document.Security is null ? "" : Text(_document.Security);
        if (first.Length == 0)
        {
            foreach (string requirement in _requirements)
            {
                first = first.Length == 0 || counts[requirement] > counts[first] ? requirement : first;
            }
        }

        if (_requirements.Remove(first))
        {
            _requirements.Insert(0, first);
        }
    }

    private string Text(ApiOperation operation)
    {
        if ((operation.Security ?? _document.Security) is { } said)
        {
            return Text(said);
        }

        // Schemes that no requirement names are of no use, so the author forgot the requirements: any credential that is set is sent.
        return _document.Operations.Exists(other => other.Security is not null) ? "" : string.Join("|", _schemes.Values);
    }

    /// <summary>The requirement as the runtime reads it; empty for none.</summary>
    private string Text(List<List<string>> alternatives)
    {
        var text = new StringBuilder();
        foreach (List<string> names in alternatives)
        {
            var alternative = new StringBuilder();
            bool isUsable = true;
            foreach (string name in names)
            {
                if (_schemes.TryGetValue(name, out int scheme))
                {
                    alternative.Append(alternative.Length == 0 ? "" : "+").Append(scheme.ToString(System.Globalization.CultureInfo.InvariantCulture));
                }
                else if (!_certificates.Contains(name))
                {
                    isUsable = false;
                }
            }

            if (isUsable && alternative.Length > 0)
            {
                text.Append(text.Length == 0 ? "" : "|").Append(alternative);
            }
        }

        return text.ToString();
    }
}
