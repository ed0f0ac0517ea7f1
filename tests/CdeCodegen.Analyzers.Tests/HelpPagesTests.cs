using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CdeCodegen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Without a public address of the repository, diagnostics link to the pages in the package.</summary>
public sealed class HelpPagesTests
{
    public static TheoryData<string> Rules => [.. new ApiResultAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id).Distinct()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_link_to_the_package_changes_nothing_else(string id)
    {
        DiagnosticDescriptor rule = new ApiResultAnalyzer().SupportedDiagnostics.First(rule => rule.Id == id);
        var original = Diagnostic.Create(
            rule, Location.Create("A.cs", new TextSpan(1, 2), default), [Location.None], ImmutableDictionary<string, string?>.Empty.Add("cases", "Forbidden"), "a", "{b}", "c", "d");

        Diagnostic linked = new HelpPages(new Options("/C^/docs/")).Link(original);

        Assert.Equal($"file:///C%23/docs/{id}.md", linked.Descriptor.HelpLinkUri);
        Assert.Equal(Describe(original), Describe(linked));
        Assert.Same(original, new HelpPages(new Options(folder: null)).Link(original));
    }

    private static (string Text, string Tags, object Values) Describe(Diagnostic diagnostic) => (
        $"{diagnostic} {diagnostic.Severity} {diagnostic.Descriptor.Title} {diagnostic.Descriptor.Description} {diagnostic.Descriptor.Category}",
        string.Join(' ', diagnostic.Descriptor.CustomTags),
        (diagnostic.Descriptor.IsEnabledByDefault, diagnostic.DefaultSeverity, diagnostic.WarningLevel, diagnostic.AdditionalLocations.Count, diagnostic.Properties["cases"]));

    private sealed class Options(string? folder) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.CdeCodegenPagesOption" ? folder : null;
            return value is not null;
        }
    }
}
