using System.Reflection;
using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Generator.Tests.Hostile;

/// <summary>The identifiers that the generator writes of its own accord.</summary>
internal static class Vocabulary
{
    /// <summary>Words that the generator adds to names of the document.</summary>
    public static readonly string[] Affixes =
    [
        "Result", "RequestBuilder", "QueryParameters", "Query", "Async", "Item", "Value", "Body", "Unknown", "Client", "Response", "Request", "Get", "Post", "Put",
        "Patch", "Delete", "Default", "ClientError", "ServerError", "Information", "Success", "Redirection", "Plus", "Minus", "Star", "Slash", "LessThan",
        "GreaterThan", "EqualTo", "Not", "Tilde", "At", "Hash", "Dollar", "Percent", "And", "Or", "Caret", "Question", "Dot", "Comma", "Colon", "Semicolon",
        "Underscore", "Space", "Empty", "Symbol", "As", "With", "By", "Read", "Write", "Shapes", "Credential", "Security", "Scope", "Flow", "Servers", "Variable", "Values", "Webhooks", "StreamEvent", "Message",
        .. Enum.GetNames<System.Net.HttpStatusCode>(), "ContentTooLarge", "ImATeapot", "TooEarly", "Status", "UriTooLong", "RangeNotSatisfiable",
    ];

    /// <summary>Names of the runtime and of the framework that appear in generated code, and names of variables and members that it declares.</summary>
    public static HashSet<string> Own { get; } = Build();

    private static HashSet<string> Build()
    {
        HashSet<string> names = ["Globalization", "CultureInfo", "InvariantCulture", "Obsolete", "JsonPropertyName", "AcmeClientServers", "AcmeClientWebhooks"];
        foreach (Type type in typeof(ApiResult).Assembly.GetTypes())
        {
            names.Add(type.Name.Split('`')[0]);
            names.Add(type.Name.Split('`')[0].Replace("Attribute", ""));
            names.UnionWith(type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static).Select(m => m.Name));
        }

        // The client of a document without surprises has the rest.
        string path = Repository.PathOf("tests", "CdeCodegen.Generator.Tests", "Hostile", "benign.json");
        GeneratedClient client = ClientEngine.Generate(
            path, File.ReadAllText(path), [], static name => name == "Namespace" ? "Acme" : name == "ClassName" ? "AcmeClient" : null, EmissionFacts.Floor, default);
        foreach (GeneratedFile file in client.Files)
        {
            names.UnionWith(CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText));
        }

        return names;
    }
}
