using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>Security schemes and requirements.</content>
internal sealed partial class OpenApiReader
{
    private static readonly string[] s_flowUrls = ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl"];

    private void ReadSecuritySchemes(ApiDocument document)
    {
        SpecNode? schemes = _version == SpecVersion.V2 ? _root["securityDefinitions"] : _root["components"]?["securitySchemes"];
        foreach (SpecMember member in schemes?.Members ?? [])
        {
            if (member.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            if (_resolver.Follow(member.Value) is not { Kind: SpecKind.Object } node)
            {
                if (member.Value.Kind != SpecKind.Object && document.UnsupportedSecuritySchemes.Add(member.Name))
                {
                    _syntax.ReportEntry(member.Value, member.Name, "a security scheme is an object");
                }

                continue;
            }

            _syntax.Check(node, SpecObject.SecurityScheme);
            if (node["flows"] is { } flows)
            {
                _syntax.Check(flows, SpecObject.Flows);
            }

            if (ReadSecurityScheme(member.Name, node) is { } scheme)
            {
                document.SecuritySchemes.Add(scheme);
            }
            else
            {
                document.UnsupportedSecuritySchemes.Add(member.Name);
                _diagnostics.Report(
                    Descriptors.Skipped, member.Value, $"The security scheme '{member.Name}'", "operations that ask for it are called without it");
            }
        }

        document.Security = ReadSecurity(document, _root["security"]);
    }

    /// <summary>
    /// The requirements as alternatives of names. Null without any; an empty list for no security. A name that no scheme has is reported where it first occurs.
    /// </summary>
    private List<List<string>>? ReadSecurity(ApiDocument document, SpecNode? node)
    {
        if (node is not { Kind: SpecKind.Array })
        {
            return null;
        }

        var alternatives = new List<List<string>>(node.Count);
        foreach (SpecNode item in node.Items)
        {
            if (item.Kind == SpecKind.Object)
            {
                var names = new List<string>(item.Count);
                foreach (SpecMember member in item.Members)
                {
                    names.Add(member.Name);
                    bool isKnown = document.UnsupportedSecuritySchemes.Contains(member.Name) || document.SecuritySchemes.Exists(scheme => scheme.Name == member.Name);
                    if (!isKnown && document.UnsupportedSecuritySchemes.Add(member.Name))
                    {
                        _diagnostics.Report(Descriptors.InvalidKeyword, member, "security", $"there is no security scheme '{member.Name}'");
                    }
                }

                alternatives.Add(names);
                bool isAmbiguous = names.Count > 1 && document.SecuritySchemes.FindAll(scheme => names.Contains(scheme.Name) && scheme.IsAuthorization).Count > 1;
                _unread.Once(isAmbiguous ? item : null, "A requirement of several credentials in the header Authorization", "one of them is sent");
            }
            else
            {
                _syntax.ReportEntry(item, "security", "it is not an object with the names of security schemes");
            }
        }

        return alternatives;
    }

    private ApiSecurityScheme? ReadSecurityScheme(string name, SpecNode node)
    {
        string parameter = Text(node, "name") ?? "";
        SecuritySchemeKind? kind = Text(node, "type")?.ToLowerInvariant() switch
        {
            "apikey" => Text(node, "in") switch
            {
                "header" when IsToken(parameter, TokenCharacters) => SecuritySchemeKind.Header,
                "query" when parameter.Length > 0 => SecuritySchemeKind.Query,
                "cookie" when parameter.Length > 0 => SecuritySchemeKind.Cookie,
                _ => null,
            },
            "basic" => SecuritySchemeKind.Basic,
            "http" => Text(node, "scheme")?.ToLowerInvariant() switch
            {
                "basic" => SecuritySchemeKind.Basic,
                "bearer" => SecuritySchemeKind.Bearer,
                null or "" => null,
                _ => SecuritySchemeKind.Http,
            },
            "oauth2" or "openidconnect" => SecuritySchemeKind.Bearer,
            "mutualtls" => SecuritySchemeKind.Transport,
            _ => null,
        };
        if (kind is null)
        {
            return null;
        }

        var scheme = new ApiSecurityScheme(name, kind.Value, node)
        {
            ParameterName = kind == SecuritySchemeKind.Http ? Text(node, "scheme")! : parameter,
            Description = Text(node, "description"),
            Deprecated = IsTrue(node, "deprecated"),
            OpenIdConnectUrl = Text(node, "openIdConnectUrl"),
            MetadataUrl = Text(node, "oauth2MetadataUrl"),
        };
        if (_version == SpecVersion.V2 && Text(node, "flow") is { } flow)
        {
            ReadFlow(scheme, flow switch { "accessCode" => "authorizationCode", "application" => "clientCredentials", _ => flow }, node);
        }
        else
        {
            foreach (string known in ApiOAuthFlow.Names)
            {
                if (node["flows"]?[known] is { Kind: SpecKind.Object } declared)
                {
                    ReadFlow(scheme, known, declared);
                }
            }
        }

        if (scheme.Flows.Count == 0 && Text(node, "type")?.ToLowerInvariant() == "oauth2" && node["flows"] is not { Kind: SpecKind.Object, Count: > 0 })
        {
            _diagnostics.Report(Descriptors.Degraded, node, $"The security scheme '{name}' of type oauth2 without a flow", "the caller provides its token");
        }

        if (scheme.OpenIdConnectUrl is null && Text(node, "type")?.ToLowerInvariant() == "openidconnect")
        {
            _diagnostics.Report(
                Descriptors.Degraded, node, $"The security scheme '{name}' of type openIdConnect without 'openIdConnectUrl'", "there is no constant for its URL");
        }

        return scheme;
    }

    /// <summary>The URLs that a flow must have.</summary>
    private static string[] RequiredUrls(string flow) => flow switch
    {
        "implicit" => ["authorizationUrl"],
        "authorizationCode" => ["authorizationUrl", "tokenUrl"],
        "deviceAuthorization" => ["deviceAuthorizationUrl", "tokenUrl"],
        _ => ["tokenUrl"],
    };

    private void ReadFlow(ApiSecurityScheme scheme, string name, SpecNode node)
    {
        if (Array.IndexOf(ApiOAuthFlow.Names, name) < 0)
        {
            return;
        }

        var flow = new ApiOAuthFlow(name);
        foreach (string url in s_flowUrls)
        {
            if (Text(node, url) is { Length: > 0 } text)
            {
                flow.Urls.Add(new KeyValuePair<string, string>(url, text));
            }
            else if (Array.IndexOf(RequiredUrls(name), url) >= 0)
            {
                _diagnostics.Report(Descriptors.Degraded, node, $"The flow '{name}' of the security scheme '{scheme.Name}' without '{url}'", "there is no constant for the URL");
            }
        }

        foreach (SpecMember scope in node["scopes"]?.Members ?? [])
        {
            if (!scope.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                flow.Scopes.Add(new KeyValuePair<string, string>(scope.Name, scope.Value.Kind == SpecKind.String ? scope.Value.Text : ""));
            }
        }

        scheme.Flows.Add(flow);
    }
}
