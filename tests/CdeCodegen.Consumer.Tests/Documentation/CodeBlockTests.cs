using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Consumer.Tests.Documentation;

/// <summary>The C# blocks of the documentation compile against the generated client of this project.</summary>
public partial class CodeBlockTests
{
    /// <summary>The implicit usings of a console project, and what the pages assume: a client, its models, a service collection, and xunit.</summary>
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http;
        global using System.Threading; global using System.Threading.Tasks; global using CdeCodegen.Runtime; global using Productsup.Cde; global using Productsup.Cde.Models;
        global using CdeCodegen.Runtime.Testing; global using CdeCodegen.Runtime.OAuth; global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Kiota.Abstractions.Authentication; global using Xunit;
        #pragma warning disable CS8019, CS1998
        """;

    /// <summary>What a block of statements can use without a declaration.</summary>
    private const string Method = "static class Page { static async Task Run(IServiceCollection services, IConfiguration configuration, string[] args) {\n";

    /// <summary>Its program needs ASP.NET Core. EmittedFilesTests of CdeCodegen.Package.Tests publishes it.</summary>
    private const string WebPage = "docs/aot-and-other-generators.md";

    private const string MyTokens = """
        sealed class MyTokens : IAccessTokenProvider
        {
            public AllowedHostsValidator AllowedHostsValidator { get; } = new();
            public Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? context = null, CancellationToken cancellationToken = default) => Task.FromResult("");
        }
        """;

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Concat(WebAssemblies())
            .DistinctBy(Path.GetFileName).Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static TheoryData<string> Pages => [.. PageNames];

    private static IEnumerable<string> PageNames =>
    [
        "runtime/CdeCodegen.Runtime.OAuth/README.md",
        "runtime/CdeCodegen.Runtime.Testing/README.md",
        .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(file => "docs/" + Path.GetFileName(file))
            .Where(page => page != WebPage).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_code_of_a_page_compiles(string page)
    {
        foreach (string block in Blocks(page))
        {
            Assert.Empty(Errors(Page(block)));
        }
    }

    /// <summary>The first example needs nothing around it: it is a whole program.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("generator/CdeCodegen.Package/README.md")]
    public void The_only_example_of_a_README_compiles_as_it_is(string readme) => Assert.Empty(Errors(Assert.Single(Blocks(readme))));

    [Fact]
    public void The_README_lists_every_page()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Assert.All(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md"), file => Assert.Contains($"](docs/{Path.GetFileName(file)})", readme));
    }

    [Fact]
    public void A_link_to_another_page_leads_to_a_file()
    {
        foreach (string page in PageNames.Append("README.md").Append("samples/RestoreApi/README.md"))
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

    [GeneratedRegex("^```csharp\\s*$(.*?)^```\\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();

    /// <summary>The assemblies of ASP.NET Core, which this project does not reference but the page on webhooks uses.</summary>
    private static string[] WebAssemblies()
    {
        string frameworks = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(typeof(object).Assembly.Location)!)!)!;
        string newest = Directory.GetDirectories(Path.Combine(frameworks, "Microsoft.AspNetCore.App"), Environment.Version.Major + ".*").Order(StringComparer.Ordinal).Last();
        return Directory.GetFiles(newest, "Microsoft.*.dll");
    }

    private static IEnumerable<string> Blocks(string page)
        => BlockPattern().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(static match => match.Groups[1].Value);

    /// <summary>Puts statements into a method, after the block's own usings; types stay as they are.</summary>
    private static string Page(string block)
    {
        CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(block);
        if (!unit.Members.Any(static member => member is GlobalStatementSyntax))
        {
            return block;
        }

        string usings = string.Concat(unit.Usings.Select(static directive => directive.ToFullString()));
        return usings + Method + string.Concat(unit.Members.Select(static member => member.ToFullString())) + "\n} }\n" + MyTokens;
    }

    private static IEnumerable<string> Errors(string text)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        OutputKind kind = text.Contains("class ") ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication;
        var compilation = CSharpCompilation.Create(
            "page",
            [CSharpSyntaxTree.ParseText(Usings, options), CSharpSyntaxTree.ParseText(text, options)],
            s_references,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString());
    }
}
