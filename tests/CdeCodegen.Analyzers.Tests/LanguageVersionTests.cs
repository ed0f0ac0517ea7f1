using System.Collections.Immutable;
using CdeCodegen.Analyzers.Suppressors;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>
/// Verifies the diagnostics in each language version, including the compiler's CS8509. From C# 15 on, the generator emits closed classes and the compiler
/// checks switch expressions over them; the analyzer does not repeat those diagnostics and still reports all others.
/// </summary>
public sealed class LanguageVersionTests
{
    private const string Incomplete = "async Task<int> M() => await c.A() switch { Ok => 1, Unauthorized => 2 };";
    private const string Complete = "async Task<int> M() => await c.A() switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 };";
    private const string CatchAll = "async Task<int> M() => await c.A() switch { Ok => 1, _ => 2 };";
    private const string FallsThrough = "async Task M() { switch (await c.A()) { case Ok: Do(); break; } }";
    private const string Dropped = "async Task M() => await c.A();";

    private static readonly string[] s_incomplete = ["CDE1010"];

    [Theory]
    [InlineData(1200)]
    [InlineData(1300)]
    [InlineData(1400)]
    [InlineData((int)LanguageVersion.Preview)]
    public async Task The_analyzer_checks_an_abstract_result(int version)
    {
        if (!IsKnown(version))
        {
            return;
        }

        Assert.Equal(s_incomplete, await Report(Incomplete, version));
        Assert.Empty(await Report(Complete, version));
        Assert.Equal(["CDE1003"], await Report(CatchAll, version));
        Assert.Equal(["CDE1002"], await Report(FallsThrough, version));
        Assert.Equal(["CDE1001"], await Report(Dropped, version));
    }

    /// <summary>Language versions below that of the generated code, with a hand-written client or a referenced one.</summary>
    [Theory]
    [InlineData("async Task M() { await c.A(); }", 703, "CDE1001")]
    [InlineData("void M() { c.A(); }", 703, "CDE1004")]
    [InlineData("async Task M() { if (await c.A() is Ok ok) Use(ok); }", 703, "CDE1002")]
    [InlineData("async Task M() { var r = await c.A(); if (!(r is Ok ok)) return; Use(ok); }", 703, "CDE1002")]
    [InlineData("async Task M() { var r = await c.A(); if (r is Forbidden || r is NotFound) return; Do(); }", 703, null)]
    [InlineData("async Task M() { switch (await c.A()) { case Ok _: Do(); break; } }", 703, "CDE1002")]
    [InlineData("async Task M() { switch (await c.A()) { case Ok ok when ok.IsSuccess: Do(); break; case Forbidden f: break; case NotFound _: break; } }", 703, null)]
    [InlineData("async Task M() { switch (await c.A()) { case Ok ok: Do(); break; default: Do(); break; } }", 703, "CDE1003")]
    [InlineData("async Task M() { switch ((await c.A()).StatusCode) { case 403: case 404: Do(); break; } }", 703, null)]
    [InlineData("async Task M() { var r = await c.A(); if (r.StatusCode == 403) Do(); }", 703, "CDE1002")]
    [InlineData("async Task<int> M() { return await c.A() is Ok ? 1 : 0; }", 703, "CDE1003")]
    [InlineData("async Task<int> M() { var ok = await c.A() as Ok; return ok == null ? 0 : 1; }", 703, "CDE1003")]
    [InlineData("Task M() { return c.A(); }", 703, "CDE1005")]
    [InlineData("async Task M() { Use((await c.A()).EnsureOk()); }", 703, "CDE1007")]
    [InlineData("async Task<int> M() => await c.A() switch { Ok _ => 1, Unauthorized _ => 2, Forbidden _ => 3, NotFound _ => 4, Unexpected _ => 5 };", 800, null)]
    [InlineData("async Task<int> M() => await c.A() switch { Ok _ => 1, { StatusCode: 403 } => 2, NotFound _ => 3, _ => 0 };", 800, null)]
    [InlineData("async Task<int> M() => await c.A() switch { Ok _ => 1, Forbidden(var why, _) => 2, _ => 0 };", 800, "CDE1003")]
    [InlineData("async Task M() { if (await c.A() is { } r) Use(r); }", 800, null)]
    [InlineData("async Task M() { if (await c.A() is { } r && r.IsSuccess) Do(); }", 800, "CDE1002")]
    [InlineData("async Task<int> M() => await c.A() switch { Ok => 1, not Forbidden and not NotFound => 2, _ => 0 };", 900, null)]
    [InlineData("async Task<int> M() => await c.A() switch { Ok => 1, _ => 0 };", 900, "CDE1003")]
    [InlineData("async Task<int> M() => await c.A() switch { Ok => 1, Unauthorized or Forbidden or NotFound or Unexpected => 2 };", 900, null)]
    public async Task Diagnostics_are_the_same_in_older_language_versions(string member, int first, string? expected)
    {
        // A referenced client is usable from any language version.
        CSharpCompilation client = Compilations.Create([Parse(Corpus.Read("prelude.txt"), 1200)]).WithAssemblyName("Client");
        foreach (int version in (int[])[703, 800, 900, 1000, 1100])
        {
            if (version >= first)
            {
                Assert.Equal(expected is null ? [] : [expected], await Report(member, version, client));
            }
        }
    }

#if LATEST_ROSLYN
    /// <summary>Syntax that is new in C# 14.</summary>
    [Theory]
    [InlineData("Task<int> M() => c.Get(); ", null)]
    [InlineData("async Task M() { await c.Again(); }", "CDE1001")]
    [InlineData("async Task M() { if (await c.Again() is Ok) Do(); }", "CDE1002")]
    [InlineData("async Task M() { if (await c.Prop is Ok) Do(); }", null)]
    [InlineData("R? Field { get => field; set { field = value; if (field is Ok) Do(); } }", null)]
    [InlineData("async Task M() { var s = new Subject(); s?.Field = await c.A(); }  R? Field { get; set; }", null)]
    [InlineData("async Task M() { Use((await c.A()).Body); }", null)]
    [InlineData("async Task M() { Use((await c.A()).Checked()); }", null)]
    [InlineData("async Task M() { var r = await c.A(); if (r.IsRefused) Do(); }", null)]
    [InlineData("async Task M() { if (await C.Static() is Ok) Do(); }", "CDE1002")]
    public async Task Extension_blocks_and_the_field_keyword_are_analyzed(string member, string? expected)
    {
        const string Extensions = """

            public static class NewExtensions
            {
                extension(C c)
                {
                    public Task<R> Again() => c.A();
                    public Task<R> Prop => c.A();
                    public async Task<int> Get() { if (await c.A() is Forbidden or NotFound) return 1; return 0; }
                    public static Task<R> Static() => null!;
                }
                extension(R r)
                {
                    public object Body => r;
                    public R Checked() => r;
                    public bool IsRefused => r is Forbidden or NotFound;
                }
            }
            """;
        CSharpCompilation client = Compilations.Create([Parse(Corpus.Read("prelude.txt") + Extensions, 1400)]).WithAssemblyName("Client");
        Assert.Equal(expected is null ? [] : [expected], await Report(member, 1400, client));
        Assert.Equal(expected is null ? [] : [expected], await Report(member, (int)LanguageVersion.Preview, client));
    }

    [Fact]
    public async Task A_body_in_an_extension_block_is_analyzed() => Assert.Equal(
        ["CDE1001", "CDE1002"],
        await Report("void M() { } } static class Extending { extension(C c) { public async Task N() { if (await c.A() is Ok) Console.WriteLine(); } public async Task O() => await c.A(); }", 1400));

    [Theory]
    [InlineData(1500)]
    [InlineData((int)LanguageVersion.Preview)]
    public async Task The_compiler_checks_switch_expressions_over_a_closed_result(int version)
    {
        Assert.Equal(["CS8509"], await Report(Incomplete, version, Closed(version)));
        Assert.Empty(await Report(Complete, version, Closed(version)));
        Assert.Equal(["CDE1003"], await Report(CatchAll, version, Closed(version)));
        Assert.Equal(["CDE1002"], await Report(FallsThrough, version, Closed(version)));
        Assert.Equal(["CDE1001"], await Report(Dropped, version, Closed(version)));
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(1300)]
    [InlineData(1400)]
    public async Task An_older_language_version_treats_a_referenced_closed_result_as_abstract(int version)
    {
        Assert.Equal(s_incomplete, await Report(Incomplete, version, Closed(1500)));
        Assert.Empty(await Report(Complete, version, Closed(1500)));
    }

    private static CSharpCompilation Closed(int version) => Compilations.Create([
        Parse(Corpus.Read("prelude.txt").Replace("public abstract class R ", "public closed class R ", StringComparison.Ordinal), version),
        Parse("namespace System.Runtime.CompilerServices { [AttributeUsage(AttributeTargets.Class)] public sealed class IsClosedTypeAttribute : Attribute { } }", version),
    ]).WithAssemblyName("Client");
#endif

    private static bool IsKnown(int version) => CSharpSyntaxTree.ParseText("", new CSharpParseOptions((LanguageVersion)version)).GetDiagnostics() is var found
        && !found.Any() && ((LanguageVersion)version).MapSpecifiedToEffectiveVersion() == (LanguageVersion)version
        && LanguageVersionFacts.TryParse(Text(version), out _);

    private static string Text(int version) =>
        version == (int)LanguageVersion.Preview ? "preview" : (version / 100).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<List<string>> Report(string member, int version, CSharpCompilation? client = null)
    {
        string source = Verify.Member(member);
        if (version < 900)
        {
            source = source.Replace("new();", "new C();", StringComparison.Ordinal);
        }

        if (version < 800)
        {
            source = source.Replace("object?", "object", StringComparison.Ordinal);
        }

        var trees = new List<SyntaxTree> { Parse(source, version) };
        if (client is null)
        {
            trees.Add(Parse(Corpus.Read("prelude.txt"), version));
        }

        CSharpCompilation compilation = Compilations.Create(trees);
        if (version < 800)
        {
            compilation = compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable));
        }

        if (client is not null)
        {
            using var image = new MemoryStream();
            EmitResult emitted = client.Emit(image);
            Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
            compilation = compilation.AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        }

        ImmutableArray<Diagnostic> all = await compilation
            .WithAnalyzers([new ApiResultAnalyzer(), new CompleteSwitchSuppressor(), new RepeatedDiagnosticSuppressor()], new AnalyzerOptions([]))
            .GetAllDiagnosticsAsync();
        Assert.Empty(all.Where(static d => d.Severity == DiagnosticSeverity.Error));
        return [.. all
            .Where(static d => !d.IsSuppressed && (d.Id.StartsWith("CDE", StringComparison.Ordinal) || d.Id == "CS8509"))
            .Select(static d => d.Id).Order(StringComparer.Ordinal)];
    }

    private static SyntaxTree Parse(string text, int version) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions((LanguageVersion)version));
}
