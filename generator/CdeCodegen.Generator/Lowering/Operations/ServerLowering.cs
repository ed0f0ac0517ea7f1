using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>Lowers the servers of a document: the variables of the first one to options, and all of them to URLs to choose from.</summary>
internal static class ServerLowering
{
    /// <summary>A longer description is a text, not a name.</summary>
    private const int LongestName = 40;

    /// <summary>The first server, if it has variables.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">The names of the client's options.</param>
    public static ServerModel? First(ApiDocument document, NameScope options)
    {
        if (document.Servers.Count == 0 || document.Servers[0] is not { Variables.Count: > 0 } server || server.Template.Length == 0)
        {
            return null;
        }

        var variables = new List<ServerVariableModel>(server.Variables.Count);
        foreach (ApiServerVariable variable in server.Variables)
        {
            string name = Identifiers.Pascal(variable.Name);
            name = options.Take(name, name + "Variable");
            if (variable.Choices.Count > 0)
            {
                options.Take(name + "Values");
            }

            variables.Add(Variable(variable, name));
        }

        return new ServerModel("", server.Template, variables.ToEquatableArray(), DocText.None);
    }

    /// <summary>The servers to choose from. A single one without a name is no choice.</summary>
    public static EquatableArray<ServerModel> All(ApiDocument document, string className, DiagnosticBag diagnostics)
    {
        if (document.Servers.Count > 0 && document.Servers[0] is var first && first.Url.Contains("://") && (first.Url.IndexOf('{') < 0 || first.Variables.Count == 0)
            && Servers.Absolute(first.Url, null) is null)
        {
            diagnostics.Report(Descriptors.Degraded, first.Node, $"A server with the URL '{first.Url}'", "the caller sets the base URL");
        }

        if (document.Servers.Count == 0 || (document.Servers.Count == 1 && document.Servers[0].Name is null))
        {
            return default;
        }

        NameScope names = MemberNames.OfObject(className);
        var servers = new List<ServerModel>(document.Servers.Count);
        foreach (ApiServer server in document.Servers)
        {
            if (Servers.Absolute(server.Url, null) is not { } url || server.Url.IndexOf('{') >= 0)
            {
                if (!ReferenceEquals(server, document.Servers[0]))
                {
                    diagnostics.Report(
                        Descriptors.Degraded, server.Node, "A server whose URL is not absolute", "it is not among the servers to choose from");
                }

                continue;
            }

            var parameters = new NameScope();
            var variables = new List<ServerVariableModel>(server.Variables.Count);
            foreach (ApiServerVariable variable in server.Variables)
            {
                string camel = Identifiers.Camel(variable.Name);
                string taken = parameters.Take(camel.TrimStart('@'));
                variables.Add(Variable(variable, taken == camel.TrimStart('@') ? camel : taken));
            }

            servers.Add(new ServerModel(
                names.Take(NameOf(server)), variables.Count == 0 ? url : server.Template, variables.ToEquatableArray(), DocTexts.Of(null, server.Description)));
        }

        return servers.ToEquatableArray();
    }

    private static string NameOf(ApiServer server) =>
        server.Name is { Length: > 0 } name ? Identifiers.Pascal(name)
        : server.Description is { Length: > 0 and <= LongestName } description ? Identifiers.Pascal(description)
        : Identifiers.Pascal(new Uri(server.Url).Host);

    private static ServerVariableModel Variable(ApiServerVariable variable, string name)
    {
        NameScope names = MemberNames.OfObject(name + "Values");
        var choices = new List<ConstantModel>(variable.Choices.Count);
        foreach (string choice in variable.Choices)
        {
            choices.Add(new ConstantModel(names.Take(Identifiers.Pascal(choice)), choice, DocText.None));
        }

        return new ServerVariableModel(variable.Name, name, variable.Default, choices.ToEquatableArray(), DocTexts.Of(variable.Description, null));
    }
}
