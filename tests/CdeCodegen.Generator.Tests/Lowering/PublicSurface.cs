using System.Text;
using CdeCodegen.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>
/// Prints what a caller sees of a client: its types and their members, as declarations without bodies, each with its documentation on one line before it.
/// Compared with a file: a name or a type that changes breaks the code of users, and a text that is lost is missing where they type.
/// </summary>
internal static class PublicSurface
{
    private static readonly SymbolDisplayFormat s_format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameOnly,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeConstantValue,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.Default,
        SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Compares a client with a file. If it differs, <c>*.received.txt</c> beside the file has the client.</summary>
    public static void AssertEqual(string file, GeneratorRun run)
    {
        string expected = File.Exists(file) ? File.ReadAllText(file) : "";
        string actual = CompiledClients.Get(CompiledClients.TextsOf(run).Append("surface"), () => Encoding.UTF8.GetBytes(Of(run)), Encoding.UTF8.GetString);
        if (actual != expected)
        {
            File.WriteAllText(Path.ChangeExtension(file, ".received.txt"), actual);
        }

        Assert.Equal(expected, actual);
    }

    /// <summary>Prints the types of a client by their names, and the members in their order.</summary>
    private static string Of(GeneratorRun run)
    {
        var text = new StringBuilder();
        foreach (INamedTypeSymbol type in Types(run.Output.Assembly.GlobalNamespace).Where(IsGenerated).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal))
        {
            string kind = type.TypeKind == TypeKind.Struct ? "struct" : type.IsAbstract ? "abstract class" : "class";
            string @base = type.BaseType is { SpecialType: SpecialType.None } parent ? " : " + parent.ToDisplayString(s_format) : "";
            text.Append(DocumentationOf(type, "")).Append($"{kind} {type.ToDisplayString()}{@base}\n");
            foreach (ISymbol member in type.GetMembers().Where(IsVisible))
            {
                text.Append(DocumentationOf(member, "    ")).Append($"    {member.ToDisplayString(s_format)}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The documentation on a line of its own.</summary>
    private static string DocumentationOf(ISymbol symbol, string indentation)
    {
        string? documentation = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrEmpty(documentation))
        {
            return "";
        }

        string[] words = documentation.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string text = string.Join(' ', words);
        return $"{indentation}/// {text[(text.IndexOf('>') + 1)..text.LastIndexOf("</", StringComparison.Ordinal)].Trim()}\n";
    }

    /// <summary>Whether a client has the type: the programs of scenarios are in no namespace.</summary>
    private static bool IsGenerated(INamedTypeSymbol type) => !type.ContainingNamespace.IsGlobalNamespace;

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? IsVisible(type) ? Types(type).Prepend(type) : [] : Types(member));

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public && !symbol.IsImplicitlyDeclared && !symbol.IsOverride
        && symbol is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.UserDefinedOperator or MethodKind.Conversion }
        && !symbol.GetAttributes().Any(attribute => attribute.AttributeClass!.Name == "EditorBrowsableAttribute");
}
