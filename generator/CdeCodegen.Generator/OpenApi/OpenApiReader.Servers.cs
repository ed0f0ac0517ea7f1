using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>Servers.</content>
internal sealed partial class OpenApiReader
{
    /// <summary>The URL of the first server, with variables replaced by their defaults.</summary>
    private static string? Server(SpecNode holder) =>
        holder["servers"] is { Kind: SpecKind.Array, Count: > 0 } servers && Text(servers.Items[0], "url") is { } url
            ? Fill(url, servers.Items[0]["variables"])
            : null;

    /// <summary>The URL of the first server of an operation or a path. Without options of its own, it has no choice of servers and no variables.</summary>
    private string? OwnServer(SpecNode holder)
    {
        if (holder["servers"] is not { Kind: SpecKind.Array, Count: > 0 } servers)
        {
            return null;
        }

        if (servers.Items[0].Kind == SpecKind.Object)
        {
            _syntax.Check(servers.Items[0], SpecObject.Server);
        }

        if (Server(holder) is not { } url)
        {
            _syntax.ReportEntry(servers.Items[0], "servers", "the server has no 'url'");
            return null;
        }

        _unread.Once(servers.Count > 1 ? servers : null, "A choice of servers of an operation or a path", "the first one is used; Servers in the options of the client replaces it");
        _unread.Once(
            servers.Items[0]["variables"], "A variable in the server of an operation or a path", "its default is used; Servers in the options of the client replaces the URL");
        return url;
    }

    private static string Fill(string url, SpecNode? variables)
    {
        foreach (SpecMember variable in variables?.Members ?? [])
        {
            if (variable.Value["default"] is { } value)
            {
                url = url.Replace("{" + variable.Name + "}", value.Text);
            }
        }

        return url;
    }

    private void ReadServers(ApiDocument document)
    {
        if (_version == SpecVersion.V2)
        {
            ReadParameterizedHost(document, _root["x-ms-parameterized-host"]);
            return;
        }

        foreach (SpecNode node in _root["servers"] is { Kind: SpecKind.Array } servers ? servers.Items : [])
        {
            if (node.Kind == SpecKind.Object)
            {
                _syntax.Check(node, SpecObject.Server);
            }

            if (Text(node, "url") is not { } template)
            {
                _syntax.ReportEntry(node, "servers", "the server has no 'url'");
                continue;
            }

            SpecNode? variables = node["variables"];
            var server = new ApiServer(Text(node, "name"), Text(node, "description"), Fill(template, variables), template, node);
            foreach (string name in VariablesOf(template))
            {
                if (variables?[name] is { Kind: not SpecKind.Object } variable)
                {
                    _syntax.ReportEntry(variable, "variables", $"'{name}' is not described by an object");
                }

                ApiServerVariable read = ReadVariable(name, variables?[name]);
                server.Variables.Add(read);
                if (read.Default is not null && read.Choices.Count > 0 && !read.Choices.Contains(read.Default))
                {
                    _diagnostics.Report(Descriptors.Degraded, variables![name]!["default"]!, $"A default of the variable '{name}' that is not among its values", "it is sent all the same");
                }
            }

            document.Servers.Add(server);
        }
    }

    /// <summary>
    /// The extension <c>x-ms-parameterized-host</c> of Swagger 2.0: a template takes the place of <c>host</c>, and its parameters are variables of the server.
    /// </summary>
    private void ReadParameterizedHost(ApiDocument document, SpecNode? node)
    {
        if (node is not { Kind: SpecKind.Object } || Text(node, "hostTemplate") is not { Length: > 0 } host)
        {
            return;
        }

        string prefix = node["useSchemePrefix"] is { Kind: SpecKind.Boolean, Text: "false" } ? "" : SwaggerScheme() + "://";
        string template = (prefix + host + BasePath()).TrimEnd('/');
        var parameters = new Dictionary<string, SpecNode>(StringComparer.Ordinal);
        foreach (SpecNode entry in node["parameters"] is { Kind: SpecKind.Array } list ? list.Items : [])
        {
            if (_resolver.Follow(entry) is { Kind: SpecKind.Object } parameter && Text(parameter, "name") is { } name)
            {
                parameters[name] = parameter;
            }
        }

        string url = template;
        List<ApiServerVariable> variables = [];
        foreach (string name in VariablesOf(template))
        {
            parameters.TryGetValue(name, out SpecNode? parameter);
            ApiServerVariable variable = ReadVariable(name, parameter);
            variables.Add(variable);
            url = variable.Default is null ? url : url.Replace("{" + name + "}", variable.Default);
        }

        var server = new ApiServer(null, null, url, template, node);
        server.Variables.AddRange(variables);
        document.Servers.Add(server);
        document.ServerUrl = url;
    }

    /// <summary>A variable of a server's URL. One without a default, or that the document only names in the URL, must be set by the caller.</summary>
    private static ApiServerVariable ReadVariable(string name, SpecNode? node)
    {
        var choices = new List<string>();
        foreach (SpecNode choice in node?["enum"] is { Kind: SpecKind.Array } list ? list.Items : [])
        {
            choices.Add(choice.Text);
        }

        return new ApiServerVariable(name, node?["default"]?.Text, choices, node is null ? null : Text(node, "description"));
    }

    /// <summary>The names in braces, each once.</summary>
    private static List<string> VariablesOf(string template)
    {
        var names = new List<string>();
        for (int start = template.IndexOf('{'); start >= 0; start = template.IndexOf('{', start + 1))
        {
            int end = template.IndexOf('}', start);
            if (end > start + 1 && template.Substring(start + 1, end - start - 1) is var name && name.IndexOf('{') < 0 && !names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names;
    }
}
