using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Xml.Linq;
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

    /// <summary>The diagnostics of the generator, the analyzers and the build: each links to a page that exists, and each page is about one of them.</summary>
    [Fact]
    public void The_links_of_all_diagnostics_lead_to_pages()
    {
        string folder = Repository.PathOf("generator", "docs") + Path.DirectorySeparatorChar;
        var build = XDocument.Load(Repository.PathOf("generator", "CdeCodegen.Package", "build", "CdeCodegen.targets"));
        var generator = (IEnumerable<DiagnosticDescriptor>)Assembly.Load("CdeCodegen.Generator")
            .GetType("CdeCodegen.Generator.Pipeline.RoslynDescriptors", throwOnError: true)!.GetField("All")!.GetValue(null)!;
        DiagnosticAnalyzer[] analyzers = [.. typeof(ApiResultAnalyzer).Assembly.GetTypes()
            .Where(static type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
        string[] ids =
        [
            .. generator.Select(static rule => rule.Id),
            .. analyzers.Where(static a => a is not DiagnosticSuppressor).SelectMany(static a => a.SupportedDiagnostics).Select(static rule => rule.Id),
            .. analyzers.OfType<DiagnosticSuppressor>().SelectMany(static s => s.SupportedSuppressions).Select(static rule => rule.Id),
            .. build.Descendants().Attributes("HelpLink").Select(static link => Path.GetFileNameWithoutExtension(link.Value).Split(')')[^1]),
        ];

        foreach (string id in ids)
        {
            string link = new Uri(DiagnosticPages.AddressOf(id, folder)).LocalPath;
            Assert.True(File.Exists(link), link);
        }

        Assert.Equal(
            ids.Distinct().Order(StringComparer.Ordinal),
            Directory.GetFiles(folder, "CDE*.md").Select(static page => Path.GetFileNameWithoutExtension(page)).Order(StringComparer.Ordinal));
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
