using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CdeCodegen.Analyzers.Suppressors;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>
/// Verifies the pages of the rules: every block under "Bad" compiles against the generated client and only the page's rule reports it, and every block
/// under "Good" compiles without diagnostics.
/// </summary>
public sealed partial class PageTests
{
    // Declarations that the blocks use.
    private const string Opening = """
        using System; using System.Threading; using System.Threading.Tasks; using CdeCodegen.Runtime; using Productsup.Cde; using Productsup.Cde.Models;
        class Page
        {
            readonly CdeClient cde = new(new System.Net.Http.HttpClient());
            readonly Guid id = Guid.NewGuid();
            static void Show(object? shown) { }
            static void ShowMessage(string message) { }
            static void ShowNothing() { }
            static void Report(object result) { }
            static void Retry() { }

        """;

    private static readonly string s_docs = Path.Combine(Repository.Root, "generator", "docs");

    public static TheoryData<string> Pages => new(Directory.EnumerateFiles(s_docs, "CDE*.md")
        .Select(static path => Path.GetFileNameWithoutExtension(path)!)
        .Where(static id => id.StartsWith("CDE1", StringComparison.Ordinal) || id.StartsWith("CDES", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).ToArray());

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Examples_on_a_page_are_reported_as_stated(string id)
    {
        string page = File.ReadAllText(Path.Combine(s_docs, id + ".md"));
        List<(string Language, string Code)> bad = Blocks(page, "Bad");
        List<(string Language, string Code)> good = Blocks(page, "Good");
        Assert.NotEmpty(bad);
        Assert.NotEmpty(good);

        // CDES0001 to CDES0003 describe complete switches. The IDE does not run here: CS8509 stands in for its rules on switch expressions.
        bool isComplete = id is "CDES0001" or "CDES0002";
        string[] expected = id switch
        {
            "CDES0003" => [],
            "CDES0001" or "CDES0002" or "CDES0004" or "CDES0008" or "CDES0009" => ["CDE1010"],
            "CDES0005" => ["CDE1004"],
            "CDES0006" => ["CDE1001"],
            "CDES0007" => ["CDE1002"],
            _ => [id],
        };
        foreach ((string Language, string Code) block in bad)
        {
            Assert.Equal(expected, await Report(block, withReport: id == "CDE1090"));
        }

        foreach ((string Language, string Code) block in good)
        {
            Assert.Empty(await Report(block));
        }

        if (isComplete)
        {
            foreach ((string Language, string Code) block in good)
            {
                Assert.Equal(["CS8509 suppressed"], await Report(block, withSuppressed: true));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_all_sections(string id)
    {
        var headings = Heading().Matches(File.ReadAllText(Path.Combine(s_docs, id + ".md"))).Select(static match => match.Groups[1].Value).ToList();
        Assert.Equal(["Bad", "Good", "Configure"], headings.Where(static heading => heading != "What the light bulb offers"));

        // The other test sees each example.
        string page = File.ReadAllText(Path.Combine(s_docs, id + ".md"));
        Assert.Equal(Code().Matches(page).Count, new[] { "Bad", "Good" }.Sum(heading => Blocks(page, heading).Count(static block => block.Language == "csharp")));
    }

    /// <summary>The README of the analyzers explains the analysis with an example.</summary>
    [Fact]
    public async Task The_example_of_the_README_is_reported_as_stated()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "generator", "CdeCodegen.Analyzers", "README.md"));

        // The code is compiled within a method, after the directives of the test.
        string example = Assert.Single(Fence().Matches(readme)).Groups[2].Value
            .Replace("using Productsup.Cde;", "", StringComparison.Ordinal)
            .Replace("new HttpClient", "new System.Net.Http.HttpClient", StringComparison.Ordinal);

        Assert.Equal(["CDE1002"], await Report(("csharp", example)));
    }

    private static List<(string Language, string Code)> Blocks(string page, string heading)
    {
        int start = page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        int end = page.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return [.. Fence().Matches(page[start..end]).Select(static match => (match.Groups[1].Value, match.Groups[2].Value))];
    }

    private static async Task<List<string>> Report((string Language, string Code) block, bool withSuppressed = false, bool withReport = false)
    {
        string code = block.Language == "ini" ? "void M() { }"
            : Declaration().IsMatch(block.Code) ? block.Code
            : $"async Task M()\n{{\nawait Task.Yield();\n{block.Code}\n}}";
        string project = withReport ? "build_property.CdeCodegenReport = true\n" : "";
        SyntaxTree tree = CSharpSyntaxTree.ParseText(Opening + code + "\n}", new CSharpParseOptions(LanguageVersion.CSharp12), "Page.cs");
        var configs = AnalyzerConfigSet.Create(
            new[] { AnalyzerConfig.Parse("root = true\n[*.cs]\n" + project + (block.Language == "ini" ? block.Code : ""), "/.editorconfig") });
        CSharpCompilationOptions options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
            // CDE1006 is disabled by default.
            .WithSpecificDiagnosticOptions([new("CDE1006", ReportDiagnostic.Warn)]);
        var compilation = CSharpCompilation.Create("Page", [tree], GeneratedClient.References, options);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(
            [new ApiResultAnalyzer(), new RazorApiResultAnalyzer(), new CompleteSwitchSuppressor(), new RepeatedDiagnosticSuppressor()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([], new Provider(configs.GetOptionsForSourcePath("/Page.cs").AnalyzerOptions)),
                onAnalyzerException: null,
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: true))
            .GetAllDiagnosticsAsync();

        // Ignores other warnings, such as unused variables: the examples are fragments.
        return [.. found
            .Where(d => d.Severity == DiagnosticSeverity.Error || d.Id.StartsWith("CDE", StringComparison.Ordinal)
                || d.Id.StartsWith("AD", StringComparison.Ordinal) || d.Id is "CS8509" or "CS8846" or "CS4014")
            .Where(d => withSuppressed || !d.IsSuppressed)
            .Select(static d => d.Severity == DiagnosticSeverity.Error ? d.ToString() : d.IsSuppressed ? d.Id + " suppressed" : d.Id)];
    }

    private sealed class Provider(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new TestOptions(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    [GeneratedRegex("^```(csharp|ini)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^ *```csharp", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    // Matches a block that declares a member.
    [GeneratedRegex(@"^Task(<\w+>)? \w+\(")]
    private static partial Regex Declaration();
}
