using System.Collections.Immutable;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1090
{
    [Theory]
    [InlineData("async Task<int> M() => await c.A() switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 };", "handled 200,401,403,404,default")]
    [InlineData("async Task<int> M() => await c.A() switch { Ok => 1, Forbidden => 3, _ => 4 };", "handled 200,403; catchAll 401,404,default")]
    [InlineData("async Task M() { if (await c.A() is Ok ok) Use(ok.Value); }", "handled 200; unhandled 401,403,404,default")]
    [InlineData("async Task M() { if (await c.A() is not Ok) throw new Exception(); }", "handled 200; catchAll 401,403,404,default")]
    [InlineData("async Task M() { Use((await c.A()).EnsureOk()); }", "handled 200; throws 401,403,404,default")]
    [InlineData("async Task M() { var r = await c.A(); if (r is NotFound) return; Use(r.EnsureOk()); }", "handled 200,404; throws 401,403,default")]
    [InlineData("async Task M() { var r = await c.A(); Use(((Ok)r).Value); }", "handled 200; unhandled 401,403,404,default")]
    [InlineData("Task<R> M() => c.A();", "passedOn 200,401,403,404,default")]
    [InlineData("async Task M() { var r = await c.A(); if (r is NotFound) return; Use(r); }", "handled 404; passedOn 200,401,403,default")]
    [InlineData("async Task M() => await c.A();", "unhandled 200,401,403,404,default")]
    [InlineData("void M() { c.A(); }", "unhandled 200,401,403,404,default")]
    [InlineData("async Task M() { _ = await c.A(); }", "passedOn 200,401,403,404,default; discarded")]
    [InlineData("async Task<int> M() => await c.A() switch { Ok => 1, NotFound => 2 };", "handled 200,404; unhandled 401,403,default; switch 15")]
    [InlineData("async Task M() { foreach (var r in await c.Many()) { if (r is NotFound) Do(); } }", "handled 404; unhandled 200,401,403,default", "passedOn 200,401,403,404,default")]
    [InlineData("async Task M() { await c.A().ContinueWith(t => { if (t.Result is NotFound) Do(); }); }", "handled 404; unhandled 200,401,403,default", "passedOn 200,401,403,404,default")]
    public async Task It_tells_what_happens_to_each_response(string member, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await AnalyzeAsync(member, report: "true")).Select(Describe).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_call_has_its_own_entry()
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(
            "async Task M(bool first) { R r = first ? await c.A() : c.S(); if (r is Forbidden or NotFound) Do(); }", report: "true");

        Assert.Equal(2, found.Select(diagnostic => diagnostic.Location.SourceSpan).Distinct().Count());
        Assert.All(found, static diagnostic => Assert.Equal("handled 403,404; unhandled 200,401,default", Describe(diagnostic)));
        Assert.All(found, static diagnostic => Assert.Equal("R", diagnostic.Properties["result"]));
    }

    [Fact]
    public async Task The_required_statuses_are_those_of_the_options()
    {
        Diagnostic one = Assert.Single(await AnalyzeAsync("async Task M() { Use(await c.A()); }", report: "true", ("cde_required_statuses", "all")));
        Assert.Equal("401,403,404,default", one.Properties["required"]);

        Diagnostic other = Assert.Single(await AnalyzeAsync("async Task M() { Use(await c.A()); }", report: "true"));
        Assert.Equal("403,404", other.Properties["required"]);
    }

    [Fact]
    public async Task A_parameter_is_no_call() =>
        Assert.Empty(await AnalyzeAsync("void M(R r) { if (r is NotFound) Do(); }", report: "true", ("cde_check_parameters", "true")));

    [Theory]
    [InlineData("false")]
    [InlineData("")]
    [InlineData(null)]
    public async Task It_is_reported_only_in_a_build_with_the_report(string? report) =>
        Assert.Empty(await AnalyzeAsync("async Task M() { if (await c.A() is Ok) Do(); }", report));

    /// <summary>Neither a severity of all rules nor a pragma may hide a call from the report.</summary>
    [Fact]
    public async Task Nothing_configures_it()
    {
        Diagnostic found = Assert.Single(await AnalyzeAsync(
            "#pragma warning disable\nasync Task M() { if (await c.A() is Ok) Do(); }\n#pragma warning restore", report: "true",
            ("dotnet_analyzer_diagnostic.category-ApiResult.severity", "error"), ("dotnet_diagnostic.CDE1090.severity", "none")));

        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.False(found.IsSuppressed);
    }

    private static string Describe(Diagnostic diagnostic)
    {
        List<string> parts = [];
        foreach (string name in (string[])["handled", "catchAll", "throws", "passedOn", "unhandled"])
        {
            if (diagnostic.Properties[name] is { Length: > 0 } statuses)
            {
                parts.Add(name + " " + statuses);
            }
        }

        if (diagnostic.Properties["discarded"] == "true")
        {
            parts.Add("discarded");
        }

        if (diagnostic.Properties.TryGetValue("switch", out string? line))
        {
            parts.Add("switch " + line);
        }

        return string.Join("; ", parts);
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string member, string? report, params (string Key, string Value)[] options)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp12);
        CSharpCompilation compilation = Compilations.Create(
        [
            CSharpSyntaxTree.ParseText(Verify.Member(member), parse, "/Subject.cs"),
            CSharpSyntaxTree.ParseText("// <auto-generated/>\n#nullable enable\n" + Corpus.Read("prelude.txt"), parse, "/Prelude.cs"),
        ]);
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Dictionary<string, string> all = options.ToDictionary(static option => option.Key, static option => option.Value);
        if (report is not null)
        {
            all["build_property.CdeCodegenReport"] = report;
        }

        // The file reaches the compiler as well, which reads the severities from it.
        var config = AnalyzerConfigSet.Create(
            new[] { AnalyzerConfig.Parse("is_global = true\n" + string.Concat(all.Select(static option => $"{option.Key} = {option.Value}\n")), "/.globalconfig") });
        CSharpCompilationOptions configured = compilation.Options.WithSpecificDiagnosticOptions(config.GlobalConfigOptions.TreeOptions);
        ImmutableArray<Diagnostic> found = await Compilations.Analyze(
            compilation.WithOptions(configured), new AnalyzerOptions([], new Provider(config.GlobalConfigOptions.AnalyzerOptions)));
        return [.. found.Where(static diagnostic => diagnostic.Id == "CDE1090")];
    }

    private sealed class Provider(ImmutableDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
