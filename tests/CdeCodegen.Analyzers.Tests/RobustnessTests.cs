using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Never AD0001, on no code at all. Debug builds let a fault through, so that these tests see it.</summary>
public sealed class RobustnessTests
{
    [Fact]
    public async Task OnTheSourcesOfThisRepository()
    {
        var trees = Repository.Sources().Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path)).ToList();
        Assert.True(trees.Count > 100);

        // All projects in one compilation, against what the tests themselves run on: most bodies bind, some are broken, and every construct there is occurs.
        trees.Add(CSharpSyntaxTree.ParseText("""
            global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
            global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
            """));
        AssertNoFault(await Compilations.Analyze(Compilations.Create([.. trees, Prelude]).AddReferences(Compilations.Others)));
    }

    public static TheoryData<string> Files => new(Corpus.Files);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task OnSourcesThatStopAnywhere(string file)
    {
        var trees = new List<SyntaxTree> { Prelude };
        foreach (var shape in Corpus.Shapes(file))
        {
            var source = Verify.Member(shape.Code);
            var start = source.IndexOf(shape.Code, StringComparison.Ordinal);
            for (var cut = 11; cut < shape.Code.Length; cut += 31)
                trees.Add(CSharpSyntaxTree.ParseText($"namespace N{trees.Count} {{ {source[..(start + cut)].Replace("using ", "//", StringComparison.Ordinal)}"));
        }
        AssertNoFault(await Compilations.Analyze(Compilations.Create(trees)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task OnGarbledSources(int seed)
    {
        var random = new Random(seed);
        var trees = new List<SyntaxTree> { Prelude };
        foreach (var shape in Corpus.Shapes("shapes.more.txt"))
        {
            var tokens = CSharpSyntaxTree.ParseText(shape.Code).GetRoot().DescendantTokens().Select(static t => t.ToString()).ToList();
            for (var edits = 0; edits < 3; edits++)
            {
                var at = random.Next(tokens.Count);
                switch (random.Next(3))
                {
                    case 0: tokens.RemoveAt(at); break;
                    case 1: tokens.Insert(at, tokens[random.Next(tokens.Count)]); break;
                    default: (tokens[at], tokens[^1]) = (tokens[^1], tokens[at]); break;
                }
            }
            trees.Add(CSharpSyntaxTree.ParseText($"{Verify.Usings} class G{trees.Count} {{ readonly C c = new(); void Do() {{ }} void Use(object? o) {{ }} {string.Join(' ', tokens)} }}"));
        }
        AssertNoFault(await Compilations.Analyze(Compilations.Create(trees)));
    }

    [Theory]
    [InlineData("[ApiResult] abstract class E : ApiResult { protected E() : base(0) { } }")]
    [InlineData("[ApiResult] abstract class E : ApiResult { E() : base(0) { } [ApiResultCase] class A : E { } [ApiResultCase(\"x\")] class B : E { } [ApiResultCase(null)] class D : E { } }")]
    [InlineData("[ApiResult] class E { [ApiResultCase(200)] class A { } [ApiResultCase(200)] class B { } [ApiResultCase(-1)] class D { } }")]
    [InlineData("[ApiResult] struct E { } [ApiResult] enum F { } [ApiResult] interface I { }")]
    [InlineData("[ApiResult] class E : E { [ApiResultCase(1)] class A : E { } }")]
    public async Task OnMarkersWhereTheyDoNotBelong(string declaration)
    {
        var source = $$"""
            {{Verify.Usings}}
            class Subject
            {
                {{declaration}}
                E M() => default!;
                int N() { M(); var e = M(); if (e is not null) return 1; return e switch { _ => 2 }; }
            }
            """;
        AssertNoFault(await Compilations.Analyze(Compilations.Create([Prelude, CSharpSyntaxTree.ParseText(source)])));
    }

    [Fact]
    public async Task WithMoreResultsThanFitOneRound()
    {
        var calls = string.Join('\n', Enumerable.Range(0, 150).Select(static i => $"var r{i} = await c.A(); if (r{i} is Ok) Do();"));
        var source = CSharpSyntaxTree.ParseText(Verify.Member($"async Task M() {{ {calls} }}"));

        var found = await Compilations.Analyze(Compilations.Create([Prelude, source]));

        Assert.Equal(150, found.Count(static d => d.Id == "CDE1002"));
        Assert.Equal(150, found.Length);
    }

    [Fact]
    public async Task WithMoreCasesThanASetHolds()
    {
        var cases = string.Join('\n', Enumerable.Range(0, 100).Select(static i => $"[ApiResultCase({200 + i})] public sealed class C{i} : E {{ }}"));
        var source = CSharpSyntaxTree.ParseText(Verify.Member($"[ApiResult] public abstract class E : ApiResult {{ E() : base(0) {{ }} {cases} }} E M() => null!; void N() {{ M(); }}"));

        Assert.Empty(await Compilations.Analyze(Compilations.Create([Prelude, source])));
    }

    static SyntaxTree Prelude { get; } = CSharpSyntaxTree.ParseText(Corpus.Read("prelude.txt"));

    static void AssertNoFault(IEnumerable<Diagnostic> found) => Assert.Empty(found.Where(static d => d.Id.StartsWith("AD", StringComparison.Ordinal)).Select(static d => d.GetMessage()));
}
