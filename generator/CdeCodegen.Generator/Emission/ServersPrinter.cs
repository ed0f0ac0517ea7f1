using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the servers to choose from, and the options for the variables of the first one.</summary>
internal static class ServersPrinter
{
    private const string Uri = "global::System.Uri";

    /// <summary>Prints the class of the servers, beside the client class.</summary>
    public static void Print(SourceWriter w, ClientUnit unit)
    {
        if (unit.Client.Servers.Count == 0)
        {
            return;
        }

        w.Gap();
        Docs.Summary(w, $"The servers of the document, for <c>BaseUrl</c> of the options of <see cref=\"{unit.Context.ClassName}\"/>.");
        w.Line($"{ModelFile.Access(unit)} static class {unit.Context.ServersName}");
        w.Open();
        foreach (ServerModel server in unit.Client.Servers)
        {
            w.Gap();
            Docs.Write(w, server.Doc, "<c>" + DocXml.Escape(server.Url) + "</c>");
            if (server.Variables.Count == 0)
            {
                w.Line($"public static {Uri} {server.Name} {{ get; }} = new({Literals.Quote(server.Url)});");
                continue;
            }

            var parameters = new List<string>();
            var arguments = new List<string>();
            foreach (ServerVariableModel variable in server.Variables)
            {
                parameters.Add("string? " + variable.Name + " = null");
                arguments.Add(variable.Name);
                Docs.Parameter(w, variable.Name, new DocText("The variable " + variable.WireName + ".", variable.Doc.Summary));
            }

            w.Line($"public static {Uri} {server.Name}({string.Join(", ", parameters)}) =>");
            w.Right();
            w.Line($"{New(server)}.Url({string.Join(", ", arguments)});");
            w.Left();
        }

        w.Close();
    }

    /// <summary>Prints an option for each variable, and constants for the values that the document allows.</summary>
    public static void PrintOptions(SourceWriter w, ServerModel server)
    {
        foreach (ServerVariableModel variable in server.Variables)
        {
            w.Gap();
            Docs.Write(w, variable.Doc, Describe(variable));
            w.Line($"public string? {variable.Name}");
            w.Open();
            w.Line($"get => GetServerVariable({Literals.Quote(variable.WireName)});");
            w.Line($"set => SetServerVariable({Literals.Quote(variable.WireName)}, value);");
            w.Close();
            if (variable.Choices.Count > 0)
            {
                w.Gap();
                Docs.Summary(w, $"The values of <see cref=\"{variable.Name}\"/>.");
                w.Line($"public static class {variable.Name}Values");
                w.Open();
                SecurityPrinter.PrintConstants(w, variable.Choices);
                w.Close();
            }
        }
    }

    /// <summary>Returns the expression that creates the runtime's description of a server.</summary>
    public static string New(ServerModel server)
    {
        var text = new System.Text.StringBuilder("new " + TypeNames.Generated + "ApiServer(" + Literals.Quote(server.Url));
        foreach (ServerVariableModel variable in server.Variables)
        {
            text.Append(", [").Append(Literals.Quote(variable.WireName)).Append(", ").Append(Literals.QuoteOrNull(variable.Default));
            foreach (ConstantModel choice in variable.Choices)
            {
                text.Append(", ").Append(Literals.Quote(choice.Value));
            }

            text.Append(']');
        }

        return text.Append(')').ToString();
    }

    private static string Describe(ServerVariableModel variable)
    {
        var choices = new List<string>();
        foreach (ConstantModel choice in variable.Choices)
        {
            choices.Add(choice.Value);
        }

        string of = choices.Count == 0 ? "" : ", one of <c>" + DocXml.Escape(string.Join(", ", choices)) + "</c>";
        string unset = variable.Default is null ? "required unless <c>BaseUrl</c> is set." : "<c>" + DocXml.Escape(variable.Default) + "</c> unless set.";
        return "The variable <c>" + DocXml.Escape(variable.WireName) + "</c> of the server's URL" + of + "; " + unset;
    }
}
