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
        if (_version == SpecVersion.V2 || _root["servers"] is not { Kind: SpecKind.Array } servers)
        {
            return;
        }

        foreach (SpecNode node in servers.Items)
        {
            if (Text(node, "url") is not { } template)
            {
                continue;
            }

            var server = new ApiServer(Text(node, "name"), Text(node, "description"), Fill(template, node["variables"]), template, node);
            foreach (SpecMember variable in node["variables"]?.Members ?? [])
            {
                if (variable.Value["default"] is not { } value || !template.Contains("{" + variable.Name + "}"))
                {
                    continue;
                }

                var choices = new List<string>();
                foreach (SpecNode choice in variable.Value["enum"] is { Kind: SpecKind.Array } list ? list.Items : [])
                {
                    choices.Add(choice.Text);
                }

                server.Variables.Add(new ApiServerVariable(variable.Name, value.Text, choices, Text(variable.Value, "description")));
            }

            document.Servers.Add(server);
        }
    }
}
