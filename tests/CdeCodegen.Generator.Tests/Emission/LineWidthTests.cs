using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>Generated lines are at most 160 characters wide.</summary>
public class LineWidthTests
{
    private const int Width = 160;

    /// <summary>The documents of this repository, and the real ones of <see cref="CorpusFolders"/> where they exist.</summary>
    [Fact]
    public void No_generated_line_is_wider_than_160_characters()
    {
        string[] paths =
        [
            Repository.CdeDocument,
            .. CorpusFolders.Files(Repository.PathOf("tests"), "*.yaml", "*.json").Where(IsOpenApi),
            .. CorpusFolders.Existing().SelectMany(folder => CorpusFolders.Files(folder, "*.yaml", "*.json")).Where(IsOpenApi),
        ];
        Compilation compilation = CSharpCompilation.Create("Consumer", references: GeneratorRun.References);
        foreach (string path in paths)
        {
            var document = TestDocument.FromFile(path, ("Namespace", "Acme"), ("ClassName", "AcmeClient"));
            GeneratorDriver driver = CSharpGeneratorDriver.Create(
                [new OpenApiClientGenerator().AsSourceGenerator()], [document], new CSharpParseOptions(LanguageVersion.CSharp12), new TestOptionsProvider());
            foreach (GeneratedSourceResult source in driver.RunGenerators(compilation).GetRunResult().Results[0].GeneratedSources)
            {
                foreach (string line in source.SourceText.ToString().Split('\n').Where(line => line.Length > Width))
                {
                    Assert.True(IsUnbreakable(line), $"{Path.GetFileName(path)}, {source.HintName}: {line}");
                }
            }
        }
    }

    [Theory]
    [InlineData("public Task<Result> GetAsync(string first, string second) => new(first, second);", "public Task<Result> GetAsync(string first, string second) =>|    new(first, second);")]
    [InlineData("public sealed class Ok(Body body, Headers? headers = null) : Result(200, headers)", "public sealed class Ok(Body body, Headers? headers = null)|    : Result(200, headers)")]
    [InlineData("private static readonly JsonNames Names = new(0x3UL, \"first\", \"second\", \"third\");", "private static readonly JsonNames Names = new(|    0x3UL, \"first\", \"second\", \"third\");")]
    [InlineData("case 12: Member = JsonValues.NotNull(ref reader) ? ReadMember(ref reader) : null; break;", "case 12: Member = JsonValues.NotNull(ref reader)|    ? ReadMember(ref reader) : null; break;")]
    [InlineData("case \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\": break;", "case \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\" +|    \"aaaaaaaaaaaaaaaaaaaa\": break;")]
    [InlineData("// A comment is wrapped where it is printed, because only its printer knows how it reads.", "// A comment is wrapped where it is printed, because only its printer knows how it reads.")]
    public void A_long_line_is_broken_at_its_outermost_place(string line, string expected) =>
        Assert.Equal(expected.Replace("|", "\n"), LineBreaker.Break(line, width: 60));

    [Fact]
    public void A_broken_line_keeps_its_tokens_and_its_constants()
    {
        string literal = SyntaxFactory.Literal(string.Concat(Enumerable.Repeat("a b\\\"\n{😀\u2028}", 40))).ToString();
        string statement = $"Call($\"/a/{{{{x}}}}/{{value:Style name}}/{new string('b', 90)}/{{other}}\", new Dictionary<string, List<int>>(), {literal}, a < b ? c : d);";
        for (int width = 20; width < 200; width++)
        {
            string[] lines = LineBreaker.Break("        " + statement, width).Split('\n');

            // Split literals become concatenations; joining the parts gives the statement back.
            string joined = string.Concat(lines.Select((line, i) => i == 0 ? line.Trim() : " " + line.Trim())).Replace("\" + $\"", "").Replace("\" + \"", "");
            Assert.Equal(Tokens(statement), Tokens(joined));
        }
    }

    private static IEnumerable<string> Tokens(string text) => SyntaxFactory.ParseTokens(text).Select(token => token.Text);

    private static bool IsOpenApi(string path) =>
        !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}") && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
        && File.ReadLines(path).Take(50).Any(line => line.Contains("openapi") || line.Contains("swagger"));

    /// <summary>A single word, such as a URL or the name of a type, that leaves no room for anything else.</summary>
    private static bool IsUnbreakable(string line) => line.Split(' ', '(').Max(word => word.Length) > Width - 60;
}
