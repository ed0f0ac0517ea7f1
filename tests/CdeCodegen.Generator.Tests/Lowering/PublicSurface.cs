using System.Text;
using CdeCodegen.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>Prints what a caller sees of a client: its types and their members, as declarations without bodies.</summary>
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

    /// <summary>Prints the types of a client by their names, and the members in their order.</summary>
    public static string Of(GeneratorRun run)
    {
        var text = new StringBuilder();
        foreach (INamedTypeSymbol type in Types(run.Output.Assembly.GlobalNamespace).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal))
        {
            string kind = type.TypeKind == TypeKind.Struct ? "struct" : type.IsAbstract ? "abstract class" : "class";
            string @base = type.BaseType is { SpecialType: SpecialType.None } parent ? " : " + parent.ToDisplayString(s_format) : "";
            text.Append($"{kind} {type.ToDisplayString()}{@base}\n");
            foreach (ISymbol member in type.GetMembers().Where(IsVisible))
            {
                text.Append($"    {member.ToDisplayString(s_format)}\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? IsVisible(type) ? Types(type).Prepend(type) : [] : Types(member));

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public && !symbol.IsImplicitlyDeclared && !symbol.IsOverride
        && symbol is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.UserDefinedOperator or MethodKind.Conversion }
        && !symbol.GetAttributes().Any(attribute => attribute.AttributeClass!.Name == "EditorBrowsableAttribute");
}
