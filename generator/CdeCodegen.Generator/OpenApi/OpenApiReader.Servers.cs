using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>Servers.</content>
internal sealed partial class OpenApiReader
{
    /// <summary>The URL of the first server, with variables replaced by their defaults.</summary>
    private static string? Server(SpecNode holder)
    {
        if (holder["servers"] is not { Kind: SpecKind.Array, Count: > 0 } servers || Text(servers.Items[0], "url") is not { } url)
        {
            return null;
        }

        if (servers.Items[0]["variables"] is { Kind: SpecKind.Object } variables)
        {
            foreach (SpecMember variable in variables.Members)
            {
                if (variable.Value["default"] is { } value)
                {
                    url = url.Replace("{" + variable.Name + "}", value.Text);
                }
            }
        }

        return url;
    }

    private void ReadServerVariables(ApiDocument document)
    {
        if (_version == SpecVersion.V2 || _root["servers"] is not { Kind: SpecKind.Array, Count: > 0 } servers
            || servers.Items[0] is not { Kind: SpecKind.Object } server || server["variables"] is not { Kind: SpecKind.Object } variables)
        {
            return;
        }

        document.ServerTemplate = Text(server, "url");
        foreach (SpecMember variable in variables.Members)
        {
            if (variable.Value["default"] is not { } value || document.ServerTemplate?.Contains("{" + variable.Name + "}") != true)
            {
                continue;
            }

            var choices = new List<string>();
            foreach (SpecNode choice in variable.Value["enum"] is { Kind: SpecKind.Array } list ? list.Items : [])
            {
                choices.Add(choice.Text);
            }

            document.ServerVariables.Add(new ApiServerVariable(variable.Name, value.Text, choices.ToArray()));
        }
    }
}
