using System.Collections.Immutable;
using System.IO.Compression;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Verifies that the analyzer never throws. Debug builds do not catch exceptions, so AD0001 fails these tests.</summary>
public sealed class RobustnessTests
{
    [Fact]
    public async Task No_analyzer_throws_on_the_sources_of_this_repository()
    {
        var trees = Repository.CSharpFiles().Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path)).ToList();
        Assert.True(trees.Count > 100);

        // All projects in one compilation with the references of the tests: most bodies bind, and some contain errors.
        trees.Add(CSharpSyntaxTree.ParseText("""
            global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
            global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
            """));
        Assert.Empty(await Compilations.FaultsAsync(Compilations.Create([.. trees, Prelude]).AddReferences(Compilations.Others)));
    }

    /// <summary>The SDK's templates hold no client, so nothing may be reported either. Some of their files do not bind without their packages.</summary>
    [Fact]
    public async Task Nothing_is_reported_in_the_templates_of_the_SDK()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "templates"));
        var trees = new List<SyntaxTree> { Prelude };
        foreach (string package in Directory.EnumerateFiles(root, "*.nupkg", SearchOption.AllDirectories))
        {
            using ZipArchive archive = ZipFile.OpenRead(package);
            foreach (ZipArchiveEntry entry in archive.Entries.Where(static entry => entry.Name.EndsWith(".cs", StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(entry.Open());
                trees.Add(CSharpSyntaxTree.ParseText(await reader.ReadToEndAsync(), path: $"{Path.GetFileName(package)}/{entry.FullName}"));
            }
        }

        Assert.True(trees.Count > 50, $"only {trees.Count} files below {root}");
        ImmutableArray<Diagnostic> found = await Compilations.AnalyzeAndCompile(Compilations.Create(trees).AddReferences(Compilations.Others));
        Assert.Empty(found.Where(static d => d.Id.StartsWith("AD", StringComparison.Ordinal)
            || (d.Id.StartsWith("CDE", StringComparison.Ordinal) && d.Location.SourceTree != Prelude)));
    }

    // Truncates each shape at every thirteenth token, with a different offset per shape.
    private const int Stride = 13;

    public static TheoryData<string> Files => new(Corpus.Files);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task No_analyzer_throws_on_truncated_sources(string file)
    {
        List<SyntaxTree> trees = Corpus.Shared;
        foreach (Shape shape in Corpus.Shapes(file))
        {
            foreach (string? cut in Broken.Cuts(shape.Code).Where((_, i) => i % Stride == shape.Line % Stride))
            {
                trees.Add(CSharpSyntaxTree.ParseText(Corpus.Opening(trees.Count) + cut));
            }
        }

        Assert.Empty(await Compilations.FaultsAsync(Compilations.Create(trees)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task No_analyzer_throws_on_garbled_sources(string file)
    {
        var random = new Random(1);
        List<SyntaxTree> trees = Corpus.Shared;
        foreach (Shape shape in Corpus.Shapes(file))
        {
            for (int again = 0; again < 2; again++)
            {
                trees.Add(CSharpSyntaxTree.ParseText($"{Corpus.Opening(trees.Count)}{Broken.Garble(shape.Code, random)} }} }}"));
            }
        }

        Assert.Empty(await Compilations.FaultsAsync(Compilations.Create(trees)));
    }

    [Theory]
    [InlineData("[ApiResult] abstract class E : ApiResult { protected E() : base(0) { } }")]
    [InlineData("[ApiResult] abstract class E : ApiResult { E() : base(0) { } [ApiResultCase] class A : E { } [ApiResultCase(\"x\")] class B : E { } [ApiResultCase(null)] class D : E { } }")]
    [InlineData("[ApiResult] class E { [ApiResultCase(200)] class A { } [ApiResultCase(200)] class B { } [ApiResultCase(-1)] class D { } }")]
    [InlineData("[ApiResult] struct E { } [ApiResult] enum F { } [ApiResult] interface I { }")]
    [InlineData("[ApiResult] class E : E { [ApiResultCase(1)] class A : E { } }")]
    public async Task No_analyzer_throws_on_misplaced_marker_attributes(string declaration)
    {
        string source = $$"""
            {{Verify.Usings}}
            class Subject
            {
                {{declaration}}
                E M() => default!;
                int N() { M(); var e = M(); if (e is not null) return 1; return e switch { _ => 2 }; }
            }
            """;
        Assert.Empty(await Compilations.FaultsAsync(Compilations.Create([Prelude, CSharpSyntaxTree.ParseText(source)])));
    }

    [Fact]
    public async Task All_results_of_a_large_method_are_reported()
    {
        string calls = string.Join('\n', Enumerable.Range(0, 150).Select(static i => $"var r{i} = await c.A(); if (r{i} is Ok) Do();"));
        SyntaxTree source = CSharpSyntaxTree.ParseText(Verify.Member($"async Task M() {{ {calls} }}"));

        ImmutableArray<Diagnostic> found = await Compilations.Analyze(Compilations.Create([Prelude, source]));

        Assert.Equal(150, found.Count(static d => d.Id == "CDE1002"));
        Assert.Equal(150, found.Length);
    }

    [Fact]
    public async Task A_result_with_too_many_cases_is_ignored()
    {
        string cases = string.Join('\n', Enumerable.Range(0, 100).Select(static i => $"[ApiResultCase({200 + i})] public sealed class C{i} : E {{ }}"));
        SyntaxTree source = CSharpSyntaxTree.ParseText(Verify.Member(
            $"[ApiResult] public abstract class E : ApiResult {{ E() : base(0) {{ }} {cases} }} E M() => null!; void N() {{ M(); }}"));

        Assert.Empty(await Compilations.Analyze(Compilations.Create([Prelude, source])));
    }

    private static SyntaxTree Prelude { get; } = CSharpSyntaxTree.ParseText(Corpus.Read("prelude.txt"));
}
