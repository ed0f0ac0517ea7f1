using System.Xml.Linq;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Pipeline;
using CdeCodegen.Generator.Tests.Infrastructure;
using CdeCodegen.Generator.Units;
using CdeCodegen.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Generator.Tests.Diagnostics;

/// <summary>The pages about the diagnostics of the build, and the links of all diagnostics.</summary>
public sealed class PageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cdecodegen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_diagnostic_of_the_build_has_a_page_and_a_link_to_it()
    {
        var targets = XDocument.Load(Repository.PathOf("generator", "CdeCodegen.Package", "build", "CdeCodegen.targets"));
        XElement[] reported = [.. targets.Descendants().Where(static e => e.Name.LocalName is "Error" or "Warning" && e.Attribute("Code") is not null)];
        (string Id, string Severity, string? Link)[] diagnostics =
        [
            .. reported.Select(static e => (e.Attribute("Code")!.Value, e.Name.LocalName.ToLowerInvariant(), e.Attribute("HelpLink")?.Value)),
            ("CDE0034", "error", targets.Descendants("CheckMetadata").Single().Attribute("HelpLink")?.Value),
        ];

        Assert.Equal(["CDE0000", "CDE0017", "CDE0030", "CDE0031", "CDE0032", "CDE0033", "CDE0034", "CDE0035", "CDE0036"], diagnostics.Select(static d => d.Id).Order());
        foreach ((string id, string severity, string? link) in diagnostics)
        {
            string page = File.ReadAllText(Repository.PathOf("generator", "docs", id + ".md"));
            Assert.Equal($"$(CdeCodegenPages){id}.md", link);
            Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
            Assert.Contains($"Severity: {severity}\n", page, StringComparison.Ordinal);
            Assert.Contains("## What to do", page, StringComparison.Ordinal);
        }
    }

    /// <summary>Without a public address, a diagnostic links to its page in the package. The compiler's options hold ^ and | for # and ;.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("not a path/", "")]
    [InlineData("/packages/C^ | Ä/docs/", "file:///packages/C%23%20;%20%C3%84/docs/CDE0002.md")]
    public void A_diagnostic_links_to_the_page_in_the_package(string folder, string link)
    {
        var info = DiagnosticInfo.ForFile(Descriptors.SyntaxError, "a.json", "text");

        var diagnostic = info.ToDiagnostic(folder);

        Assert.Equal(link, diagnostic.Descriptor.HelpLinkUri);
        Assert.Equal(info.ToDiagnostic(pages: "").ToString(), diagnostic.ToString());
        Assert.Equal(link, ReportedDiagnostic.From(info, isError: true, folder).HelpLink);
    }

    /// <summary>An internal error of the last step has no document, but its link leads to its page as well, in both faces.</summary>
    [Fact]
    public void The_error_of_a_file_that_cannot_be_printed_links_to_its_page()
    {
        var options = new TestOptionsProvider((DiagnosticPages.FolderProperty, "/packages/docs/"));
        IncrementalGeneratorRunStep step = GeneratorRun.Of([GeneratorRun.Document(Pets)], options: options).Result.TrackedSteps[TrackingNames.Facts].Single();
        var facts = (OutputFacts)step.Outputs.Single().Value;
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new Printing(s_unprintable, facts));

        Diagnostic diagnostic = driver.RunGenerators(CSharpCompilation.Create("Consumer")).GetRunResult().Diagnostics.Single();
        var reported = ReportedDiagnostic.From(ClientEngine.Print(s_unprintable, EmissionFacts.Floor).Problem!, isError: true, facts.Pages);

        Assert.Equal(("CDE0012", "file:///packages/docs/CDE0012.md"), (diagnostic.Id, diagnostic.Descriptor.HelpLinkUri));
        Assert.Equal((diagnostic.Id, diagnostic.Descriptor.HelpLinkUri), (reported.Id, reported.HelpLink));
    }

    /// <summary>The public links of the compiler's diagnostics follow from one property.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("https://code.example/acme/cdecodegen", "https://code.example/acme/cdecodegen/blob/main/generator/docs/")]
    [InlineData("https://code.example/acme/cdecodegen/", "https://code.example/acme/cdecodegen/blob/main/generator/docs/")]
    public async Task RepositoryUrl_makes_all_links_absolute(string repository, string pages)
    {
        foreach (string project in new[] { "CdeCodegen.Generator", "CdeCodegen.Analyzers" })
        {
            string file = Path.Combine(_folder, project + ".cs");
            await Command.RunAsync(
                Repository.PathOf("generator", project), "dotnet", "msbuild", "-nologo", "-t:WriteDiagnosticPages", $"-p:DiagnosticPagesFile={file}", $"-p:RepositoryUrl={repository}");

            string text = await File.ReadAllTextAsync(file);
            Assert.Contains($"namespace {project};", text);
            Assert.Contains($"public const string Address = \"{pages}\";", text);
            Assert.Contains("""Address.Length == 0 ? "" : Address + id + ".md";""", text);
        }
    }

    private const string Pets = "{\"openapi\":\"3.0.0\",\"info\":{\"title\":\"Pets\",\"version\":\"1\"},\"paths\":{\"/pets\":{\"get\":{\"responses\":{\"204\":{\"description\":\"\"}}}}}}";

    /// <summary>A defect of the generator: the unit has no context.</summary>
    private static readonly SourceUnit s_unprintable = new ModelsUnit("Acme.Models.Pet.g.cs", Context: null!, Types: default, Hidden: default);

    /// <summary>Runs the last step of the generator alone.</summary>
    private sealed class Printing(SourceUnit unit, OutputFacts facts) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.ParseOptionsProvider, (output, _) => Output.AddUnit(output, unit, facts));
    }
}
