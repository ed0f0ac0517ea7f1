using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Consumer.Tests.Documentation;

/// <summary>
/// Every code block of every Markdown file in the repository: C# compiles against the generated clients of this project and prints what its comments say,
/// XML and JSON are well-formed.
/// </summary>
public partial class CodeBlockTests
{
    /// <summary>A package README starts with a whole program, which needs nothing around it. ConsumerTests of CdeCodegen.Package.Tests runs that of the first.</summary>
    private static readonly string[] s_programs = ["README.md", "generator/CdeCodegen.Package/README.md"];

    /// <summary>The folders of build output and of installed tools.</summary>
    private static readonly string[] s_foreignFolders = ["bin", "obj", "artifacts", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", "StrykerOutput"];

    /// <summary>The implicit usings of a console project with the package, and of a test project. All others stand on the page.</summary>
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http;
        global using System.Threading; global using System.Threading.Tasks; global using CdeCodegen.Runtime; global using Xunit;
        #pragma warning disable CS8019, CS1998
        """;

    /// <summary>What a block of statements can use without a declaration.</summary>
    private const string Method = "static class Page { static async Task Run("
        + "Microsoft.Extensions.DependencyInjection.IServiceCollection services, Microsoft.Extensions.Configuration.IConfiguration configuration, string[] args) {\n";

    /// <summary>Its program needs other generators.</summary>
    private const string WebPage = "docs/aot-and-other-generators.md";

    private const string MyTokens = """
        sealed class MyTokens : Microsoft.Kiota.Abstractions.Authentication.IAccessTokenProvider
        {
            public Microsoft.Kiota.Abstractions.Authentication.AllowedHostsValidator AllowedHostsValidator { get; } = new();
            public Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? context = null, CancellationToken cancellationToken = default) => Task.FromResult("");
        }
        """;

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Concat(WebAssemblies())
            .DistinctBy(Path.GetFileName).Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly string[] s_pages = [.. MarkdownFiles(Repository.Root).Order(StringComparer.Ordinal)];

    public static TheoryData<string> PagesWithCode => [.. s_pages.Where(static page => CodeOf(page).Any())];

    public static TheoryData<string> Programs => [.. s_programs];

    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public void The_code_of_a_page_compiles_and_prints_what_its_comments_say(string page)
    {
        List<string> usings = [];
        foreach (string code in CodeOf(page))
        {
            CSharpCompilation compilation = Compile(Page(code, usings));
            Assert.Empty(Errors(compilation));
            Assert.Equal(OutputPattern().Matches(code).Select(static match => match.Groups[1].Value), PrintedBy(code, compilation));
        }
    }

    /// <summary>The first example needs nothing around it: it is a whole program.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public void The_only_example_of_a_README_compiles_as_it_is(string readme) => Assert.Empty(Errors(Compile(Assert.Single(Blocks(readme, "csharp")))));

    [Fact]
    public void Other_code_blocks_are_well_formed()
    {
        foreach (string page in s_pages)
        {
            Assert.All(Blocks(page, "xml"), static block => XElement.Parse("<Project>" + block + "</Project>"));
            Assert.All(Blocks(page, "json"), static block => JsonDocument.Parse(block));
            Assert.All(
                BlockPattern().Matches(Text(page)).Select(static match => match.Groups[1].Value),
                language => Assert.Contains(language, new[] { "", "csharp", "xml", "json", "yaml", "ini", "mermaid" }));
        }
    }

    [Fact]
    public void The_README_lists_every_page()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Assert.All(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md"), file => Assert.Contains($"](docs/{Path.GetFileName(file)})", readme));
    }

    [Fact]
    public void A_link_to_another_page_leads_to_a_file()
    {
        foreach (string page in s_pages)
        {
            string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
            foreach (Match link in LinkPattern().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))))
            {
                string target = Path.Combine(folder, link.Groups[1].Value);
                Assert.True(Path.Exists(target), $"{page} links to {link.Groups[1].Value}");
            }
        }
    }

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)[^)]*\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"^ *```([\w#]*)[^\n]*\n(.*?)^ *```\s*?$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();

    /// <summary>What a line prints, in a comment at its end.</summary>
    [GeneratedRegex(@"^Console\.WriteLine\(.*\); +// (.*)$", RegexOptions.Multiline)]
    private static partial Regex OutputPattern();

    private static IEnumerable<string> MarkdownFiles(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.md")
            .Where(static file => !file.EndsWith(".received.md", StringComparison.Ordinal))
            .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')),
        .. Directory.GetDirectories(folder)
            .Where(static child => Path.GetFileName(child) is var name && name[0] != '.' && !s_foreignFolders.Contains(name))
            .SelectMany(MarkdownFiles),
    ];

    /// <summary>
    /// The C# blocks of a page. PageTests of CdeCodegen.Analyzers.Tests compiles those of the pages about the rules of the analyzers and of the suppressors,
    /// EmittedFilesTests of CdeCodegen.Package.Tests publishes that of the page about other generators.
    /// </summary>
    private static IEnumerable<string> CodeOf(string page) =>
        RulePagePattern().IsMatch(page) || page == WebPage || s_programs.Contains(page) ? [] : Blocks(page, "csharp");

    [GeneratedRegex(@"^generator/docs/CDE(1|S)\w+\.md$")]
    private static partial Regex RulePagePattern();

    /// <summary>The assemblies of ASP.NET Core, which this project does not reference but the page on webhooks uses.</summary>
    private static string[] WebAssemblies()
    {
        string frameworks = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(typeof(object).Assembly.Location)!)!)!;
        string newest = Directory.GetDirectories(Path.Combine(frameworks, "Microsoft.AspNetCore.App"), Environment.Version.Major + ".*").Order(StringComparer.Ordinal).Last();
        return Directory.GetFiles(newest, "Microsoft.*.dll");
    }

    private static string Text(string page) => File.ReadAllText(Repository.PathOf(page)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Blocks(string page, string language) =>
        BlockPattern().Matches(Text(page)).Where(match => match.Groups[1].Value == language).Select(static match => match.Groups[2].Value);

    /// <summary>
    /// Puts the statements of a block into a method. The file starts with the using directives of the block and of the blocks above it on the page, because
    /// readers add these directives as they follow the page.
    /// </summary>
    private static string Page(string block, List<string> usings)
    {
        CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(block);
        usings.AddRange(unit.Usings.Select(static directive => directive.WithoutTrivia().ToString()).Except(usings));
        string members = string.Concat(unit.Members.Select(static member => member.ToFullString()));
        string body = unit.Members.Any(static member => member is GlobalStatementSyntax) ? Method + members + "\n} }\n" + MyTokens : members;
        return string.Join('\n', usings) + "\n" + body;
    }

    private static CSharpCompilation Compile(string text)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        OutputKind kind = text.Contains("class ") ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication;
        return CSharpCompilation.Create(
            "page",
            [CSharpSyntaxTree.ParseText(Usings, options), CSharpSyntaxTree.ParseText(text, options)],
            s_references,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static IEnumerable<string> Errors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString());

    /// <summary>Runs the statements of a block whose comments say what they print. A class of the same name takes the place of the console.</summary>
    private static string[] PrintedBy(string code, CSharpCompilation compilation)
    {
        if (!OutputPattern().IsMatch(code))
        {
            return [];
        }

        const string Console = "static class Console { public static System.Collections.Generic.List<string> Lines = []; "
            + "public static void WriteLine(object value) => Lines.Add(System.FormattableString.Invariant($\"{value}\")); }";
        using var file = new MemoryStream();
        Assert.True(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Console, new CSharpParseOptions(LanguageVersion.CSharp12))).Emit(file).Success);
        var assembly = Assembly.Load(file.ToArray());
        ((Task)assembly.GetType("Page")!.GetMethod("Run", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!.Invoke(null, [null, null, null])!).GetAwaiter().GetResult();
        return [.. (List<string>)assembly.GetType("Console")!.GetField("Lines")!.GetValue(null)!];
    }
}
