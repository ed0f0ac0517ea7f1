using CdeCodegen.Analyzers.Suppressors;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>
/// What is reported at each language version, the compiler's own CS8509 included. From C# 15 on the generator emits closed classes and the compiler checks
/// switch expressions over them itself; what it says is not said twice, and everything else still is.
/// </summary>
public sealed class LanguageVersionTests
{
    const string Incomplete = "async Task<int> M() => await c.A() switch { Ok => 1, Unauthorized => 2 };";
    const string Complete = "async Task<int> M() => await c.A() switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 };";
    const string CatchAll = "async Task<int> M() => await c.A() switch { Ok => 1, _ => 2 };";
    const string FallsThrough = "async Task M() { switch (await c.A()) { case Ok: Do(); break; } }";
    const string Dropped = "async Task M() => await c.A();";

    static readonly string[] incomplete = ["CDE1002", "CS8509"];

    [Theory]
    [InlineData(1200)]
    [InlineData(1300)]
    [InlineData(1400)]
    [InlineData((int)LanguageVersion.Preview)]
    public async Task AnAbstractClassIsCheckedByTheAnalyzer(int version)
    {
        if (!IsKnown(version))
            return;
        Assert.Equal(incomplete, await Report(Incomplete, version));
        Assert.Empty(await Report(Complete, version));
        Assert.Equal(["CDE1003"], await Report(CatchAll, version));
        Assert.Equal(["CDE1002"], await Report(FallsThrough, version));
        Assert.Equal(["CDE1001"], await Report(Dropped, version));
    }

#if LATEST_ROSLYN
    [Theory]
    [InlineData(1500)]
    [InlineData((int)LanguageVersion.Preview)]
    public async Task AClosedClassIsCheckedByTheCompilerInSwitchExpressions(int version)
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
    public async Task AClosedClassOfAnotherAssemblyIsAnyClassToAnOlderLanguage(int version)
    {
        Assert.Equal(incomplete, await Report(Incomplete, version, Closed(1500)));
        Assert.Empty(await Report(Complete, version, Closed(1500)));
    }

    static CSharpCompilation Closed(int version) => Compilations.Create([
        Parse(Corpus.Read("prelude.txt").Replace("public abstract class R ", "public closed class R ", StringComparison.Ordinal), version),
        Parse("namespace System.Runtime.CompilerServices { [AttributeUsage(AttributeTargets.Class)] public sealed class IsClosedTypeAttribute : Attribute { } }", version),
    ]).WithAssemblyName("Client");
#endif

    static bool IsKnown(int version) => CSharpSyntaxTree.ParseText("", new CSharpParseOptions((LanguageVersion)version)).GetDiagnostics() is var found
        && !found.Any() && ((LanguageVersion)version).MapSpecifiedToEffectiveVersion() == (LanguageVersion)version && LanguageVersionFacts.TryParse(Text(version), out _);

    static string Text(int version) => version == (int)LanguageVersion.Preview ? "preview" : (version / 100).ToString(System.Globalization.CultureInfo.InvariantCulture);

    static async Task<List<string>> Report(string member, int version, CSharpCompilation? client = null)
    {
        var trees = new List<SyntaxTree> { Parse(Verify.Member(member), version) };
        if (client is null)
            trees.Add(Parse(Corpus.Read("prelude.txt"), version));
        var compilation = Compilations.Create(trees);
        if (client is not null)
        {
            using var image = new MemoryStream();
            var emitted = client.Emit(image);
            Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
            compilation = compilation.AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        }
        var all = await compilation
            .WithAnalyzers([new ApiResultAnalyzer(), new CompleteSwitchSuppressor()], new AnalyzerOptions([]))
            .GetAllDiagnosticsAsync();
        Assert.Empty(all.Where(static d => d.Severity == DiagnosticSeverity.Error));
        return [.. all.Where(static d => !d.IsSuppressed && (d.Id.StartsWith("CDE", StringComparison.Ordinal) || d.Id == "CS8509")).Select(static d => d.Id).Order(StringComparer.Ordinal)];
    }

    static SyntaxTree Parse(string text, int version) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions((LanguageVersion)version));
}
