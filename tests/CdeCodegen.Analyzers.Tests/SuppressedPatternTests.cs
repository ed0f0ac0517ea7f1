using System.Collections.Immutable;
using CdeCodegen.Analyzers.Suppressors;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Verifies that CS8509 is suppressed only if the arms match every case completely. The compiler still reports missing null arms.</summary>
public sealed class SuppressedPatternTests
{
    private const string Library = """
        #nullable enable
        using System; using System.Collections.Generic; using System.Net; using System.Threading.Tasks; using CdeCodegen.Runtime;
        public interface IFailed { }
        [ApiResult] public abstract class G : ApiResult
        {
            G(int status) : base(status) { }
            [ApiResultCase(200)] public sealed class Ok : G
            {
                public Ok() : base(200) { }
                public Connector Body => new();
                public Connector? Maybe => null;
                public int Number => 1;
                public int? Optional => 1;
                public bool Flag => true;
                public object Thing => "";
                public int[] List => [];
                public (int, Connector?) Pair => default;
                public void Deconstruct(out Connector body, out Connector? maybe) { body = Body; maybe = Maybe; }
            }
            [ApiResultCase(404)] public sealed class Gone : G, IFailed { public Gone() : base(404) { } }
        }
        [ApiResult] public abstract class H : ApiResult
        {
            H(int status) : base(status) { }
            [ApiResultCase(200)] public sealed class Ok : H { public Ok() : base(200) { } }
            public abstract class Failure : H { internal Failure(int status) : base(status) { } }
            [ApiResultCase(403)] public sealed class Forbidden : Failure, IFailed { public Forbidden() : base(403) { } }
            [ApiResultCase(404)] public sealed class NotFound : Failure, IFailed { public NotFound() : base(404) { } }
        }
        public sealed class Holder { public G Result => new G.Gone(); public G? Maybe => null; public G this[int i] => new G.Gone(); }
        public sealed record Row(G Result);
        """;

    [Theory]
    // Patterns that match a whole case.
    [InlineData("G.Ok", true)]
    [InlineData("(G.Ok)", true)]
    [InlineData("G.Ok o", true)]
    [InlineData("G.Ok _", true)]
    [InlineData("G.Ok { }", true)]
    [InlineData("G.Ok { } o", true)]
    [InlineData("G.Ok and var x", true)]
    [InlineData("var x and G.Ok", true)]
    [InlineData("ApiResult and G.Ok", true)]
    [InlineData("G.Ok when true", true)]
    [InlineData("null or G.Ok", true)]
    // A null arm states that null is expected.
    [InlineData("not null and G.Ok", false)]
    // Property patterns.
    [InlineData("G.Ok { Body: var b }", true)]
    [InlineData("G.Ok { Body: _ }", true)]
    [InlineData("G.Ok { Body: (var b) }", true)]
    [InlineData("G.Ok { Body: { } }", true)]
    [InlineData("G.Ok { Body: { } b }", true)]
    [InlineData("G.Ok { Body: not null }", true)]
    [InlineData("G.Ok { Body: Connector b }", true)]
    [InlineData("G.Ok { Body: object }", true)]
    [InlineData("G.Ok { Body: { } and var b }", true)]
    [InlineData("G.Ok { Body: not { } }", false)]
    [InlineData("G.Ok { Body: null }", false)]
    [InlineData("G.Ok { Body: null or { } }", true)]
    [InlineData("G.Ok { Maybe: var m }", true)]
    [InlineData("G.Ok { Maybe: { } }", false)]
    [InlineData("G.Ok { Maybe: not null }", false)]
    [InlineData("G.Ok { Maybe: Connector }", false)]
    [InlineData("G.Ok { Maybe: null }", false)]
    [InlineData("G.Ok { Maybe: null or { } }", true)]
    [InlineData("G.Ok { Maybe: null or Connector }", true)]
    [InlineData("G.Ok { Number: int }", true)]
    [InlineData("G.Ok { Number: int n }", true)]
    [InlineData("G.Ok { Number: 1 }", false)]
    [InlineData("G.Ok { Number: not 1 }", false)]
    [InlineData("G.Ok { Number: > 0 }", false)]
    [InlineData("G.Ok { Optional: int }", false)]
    [InlineData("G.Ok { Optional: { } }", false)]
    [InlineData("G.Ok { Optional: null or int }", true)]
    [InlineData("G.Ok { Optional: var o }", true)]
    [InlineData("G.Ok { Flag: true }", false)]
    [InlineData("G.Ok { Flag: true or false }", true)]
    [InlineData("G.Ok { Flag: var f }", true)]
    [InlineData("G.Ok { Thing: string }", false)]
    [InlineData("G.Ok { Thing: object }", true)]
    [InlineData("G.Ok { Thing: { } }", true)]
    [InlineData("G.Ok { Body: var b, Maybe: _ }", true)]
    [InlineData("G.Ok { Body: var b, Maybe: { } }", false)]
    // Nested patterns.
    [InlineData("G.Ok { Body: { Id: var i } }", true)]
    [InlineData("G.Ok { Body.Id: var i }", true)]
    [InlineData("G.Ok { Body.Name: { Length: var n } }", true)]
    [InlineData("G.Ok { Body: { Id: 1 } }", false)]
    [InlineData("G.Ok { Body.Id: 1 }", false)]
    [InlineData("G.Ok { Maybe.Id: var i }", false)]
    [InlineData("G.Ok { Maybe: { Id: var i } }", false)]
    [InlineData("G.Ok { List: [..] }", false)]
    [InlineData("G.Ok { List: [] }", false)]
    [InlineData("G.Ok { Pair: (var a, _) }", true)]
    [InlineData("G.Ok { Pair: (_, { }) }", false)]
    [InlineData("G.Ok { Pair: (1, _) }", false)]
    // Positional patterns.
    [InlineData("G.Ok(_, _)", true)]
    [InlineData("G.Ok(var b, var m)", true)]
    [InlineData("G.Ok({ }, _)", true)]
    [InlineData("G.Ok(body: { }, maybe: _)", true)]
    [InlineData("G.Ok(body: _, maybe: { })", false)]
    [InlineData("G.Ok(_, { })", false)]
    [InlineData("G.Ok({ Id: 1 }, _)", false)]
    [InlineData("G.Ok(var b, _) { Number: var n } o", true)]
    [InlineData("G.Ok(var b, _) { Number: 1 }", false)]
    // Property and positional patterns.
    [InlineData("G.Ok and { Body: var b }", true)]
    [InlineData("G.Ok and { IsSuccess: true }", true)]
    [InlineData("G.Ok and { IsSuccess: false }", false)]
    [InlineData("G.Ok and not { StatusCode: 201 }", true)]
    [InlineData("G.Ok { StatusCode: var s }", true)]
    [InlineData("G.Ok { IsSuccess: var s }", true)]
    [InlineData("G.Ok { Headers: { } }", true)]
    // Patterns on the status.
    [InlineData("{ IsSuccess: true }", true)]
    [InlineData("{ IsSuccess: not false }", true)]
    [InlineData("{ StatusCode: 200 }", true)]
    [InlineData("{ StatusCode: 200 or 201 }", true)]
    [InlineData("{ StatusCode: >= 200 and < 300 }", true)]
    [InlineData("{ StatusCode: < 200 }", false)]
    [InlineData("{ StatusCode: 201 }", false)]
    // Guards.
    [InlineData("G.Ok o when o.Flag", false)]
    [InlineData("G.Ok when DateTime.Now.Ticks > 0", false)]
    [InlineData("G.Ok when false", false)]
    public async Task An_arm_is_complete_only_if_it_matches_the_whole_case(string arm, bool isWhole)
    {
        Assert.Equal((isWhole, null), await Judge($"int M(G g) => g switch {{ {arm} => 1, G.Gone => 2 }};"));
    }

    [Theory]
    [InlineData("H.Ok => 1, H.Failure => 2", true)]
    [InlineData("H.Ok => 1, IFailed => 2", true)]
    [InlineData("H.Ok => 1, H.Forbidden or H.NotFound => 2", true)]
    [InlineData("H.Ok => 1, H.Failure and not H.NotFound => 2, H.NotFound => 3", true)]
    [InlineData("H.Ok => 1, H.Failure and not H.NotFound => 2", false)]
    [InlineData("H.Ok => 1, H.Forbidden => 2", false)]
    [InlineData("H.Ok => 1, { IsSuccess: false } => 2", true)]
    [InlineData("{ IsSuccess: true } => 1, H.Failure => 2", true)]
    [InlineData("H.Ok => 1, { StatusCode: >= 400 and < 500 } => 2", true)]
    [InlineData("H.Ok => 1, { StatusCode: >= 400 and < 404 } => 2", false)]
    [InlineData("H.Ok or { StatusCode: 403 } => 1, H.NotFound => 2", true)]
    [InlineData("H.Ok => 1, H.Forbidden when DateTime.Now.Ticks > 0 => 2, H.Failure => 3", true)]
    [InlineData("(H.Ok or H.Forbidden) and not H.Forbidden => 1, H.Failure => 2", true)]
    public async Task Arms_are_complete_only_if_together_they_match_every_case(string arms, bool isComplete) =>
        Assert.Equal((isComplete, null), await Judge($"int M(H h) => h switch {{ {arms} }};"));

    [Theory]
    [InlineData("int M(G g) => g switch { @ };", true)]
    [InlineData("int M(G? g) => g switch { @ };", false)]
    [InlineData("int M(G? g) => g! switch { @ };", true)]
    [InlineData("int M(G? g) => (g ?? throw new Exception()) switch { @ };", true)]
    [InlineData("int M(G? g) => g is null ? 0 : g switch { @ };", true)]
    [InlineData("int M(G? g) => g switch { null => 0, @ };", true)]
    [InlineData("int M(G? g) => g switch { @, null => 0 };", true)]
    [InlineData("int M(G? g) => g switch { null when g is null => 0, @ };", false)]
    [InlineData("int M(object o) => (G)o switch { @ };", true)]
    [InlineData("int M(object o) => (o as G) switch { @ };", false)]
    [InlineData("int M(object o) => (o as G)! switch { @ };", true)]
    [InlineData("int M(object o) => o switch { @ };", false)]
    [InlineData("int M(G g) => ((object)g) switch { @ };", false)]
    [InlineData("int M(G g) => ((ApiResult)g) switch { @ };", false)]
    [InlineData("int M(Holder h) => h.Result switch { @ };", true)]
    [InlineData("int M(Holder h) => h.Maybe switch { @ };", false)]
    [InlineData("int M(Holder? h) => h?.Result switch { @ };", false)]
    [InlineData("int M(Holder h) => h[1] switch { @ };", true)]
    [InlineData("async Task<int> M(Task<G> t) => await t switch { @ };", true)]
    [InlineData("async Task<int> M(Task<G> t) => (await t.ConfigureAwait(false)) switch { @ };", true)]
    [InlineData("int M(G a, G b) => (DateTime.Now.Ticks > 0 ? a : b) switch { @ };", true)]
    [InlineData("int M(Func<G> f) => f() switch { @ };", true)]
    [InlineData("int M(Row r) => r.Result switch { @ };", true)]
    [InlineData("int M(Row r) => r switch { { Result: G.Ok } => 1, { Result: G.Gone } => 2 };", false)]
    [InlineData("int M<T>(T t) where T : G => t switch { @ };", true)]
    [InlineData("int M<T, U>(U t) where T : G where U : T => t switch { @ };", true)]
    [InlineData("int M<T>(T t) where T : class => t switch { @ };", false)]
    [InlineData("int M<T>(T t) where T : G? => t switch { @ };", false)]
    [InlineData("int M(G a, G b) => (a, b) switch { (G.Ok, G.Ok) => 1, (G.Gone, _) => 2, (_, G.Gone) => 3 };", false)]
    [InlineData("int M(G g) => g.StatusCode switch { 200 => 1, 404 => 2 };", true)]
    [InlineData("int M(G g) => g.StatusCode switch { 200 or 404 => 2 };", true)]
    [InlineData("int M(G g) => g.StatusCode switch { 200 => 1 };", false)]
    [InlineData("int M(G g) => g.StatusCode switch { 200 => 1, 404 when g.IsSuccess => 2 };", false)]
    [InlineData("int M(G g) => g.StatusCode switch { < 400 => 1, 404 => 2 };", true)]
    [InlineData("int M(G g) => (long)g.StatusCode switch { 200 => 1, 404 => 2 };", true)]
    [InlineData("int M(G g) => (short)g.StatusCode switch { 200 => 1, 404 => 2 };", true)]
    [InlineData("int M(G g) => (HttpStatusCode)g.StatusCode switch { HttpStatusCode.OK => 1, HttpStatusCode.NotFound => 2 };", true)]
    [InlineData("int M(G g) => (byte)g.StatusCode switch { 200 => 1, 148 => 2 };", false)]
    [InlineData("int M(G g) => (g.StatusCode / 100) switch { 2 => 1, 4 => 2 };", false)]
    [InlineData("int M(G g) => (g.StatusCode - 200) switch { 200 => 1, 404 => 2 };", false)]
    [InlineData("int M(G? g) => g?.StatusCode switch { 200 => 1, 404 => 2 };", false)]
    public async Task CS8509_is_suppressed_only_for_a_switch_on_a_result(string member, bool isSuppressed) =>
        Assert.Equal((isSuppressed, null), await Judge(member.Replace("@", "G.Ok => 1, G.Gone => 2", StringComparison.Ordinal)));

    [Theory]
    [InlineData("int M(G? g) => g switch { G.Ok => 1, not null => 2 };", "CS8655")]
    [InlineData("int M(G? g) => g switch { { } x => 1 };", "CS8655")]
    [InlineData("int M(G g) => g switch { G.Ok => 1, G.Gone => 2, _ when DateTime.Now.Ticks > 0 => 3 };", "CS8846")]
    [InlineData("int M(bool b, G g) => (b, g) switch { (true, G.Ok) => 1, (_, G.Gone) => 2 };", "CS8509")]
    public async Task Other_compiler_warnings_remain(string member, string id)
    {
        Diagnostic diagnostic = Assert.Single(await Diagnostics(member));
        Assert.Equal((id, false), (diagnostic.Id, diagnostic.IsSuppressed));
    }

    [Theory]
    [InlineData("#nullable disable")]
    [InlineData("#nullable disable warnings")]
    [InlineData("#nullable disable annotations")]
    public async Task Nullable_contexts_do_not_affect_the_suppression(string directive) =>
        Assert.Equal((true, null), await Judge($"\n{directive}\nint M(G g) => g switch {{ G.Ok {{ Body: var b }} => 1, G.Gone => 2 }};\n#nullable restore\n"));

    /// <summary>Returns whether CS8509 was suppressed, and the first other diagnostic.</summary>
    private static async Task<(bool IsSuppressed, string? Other)> Judge(string member)
    {
        List<Diagnostic> all = await Diagnostics(member);
        Diagnostic? other = all.FirstOrDefault(static d => d.Id != "CS8509");
        var incomplete = all.Where(static d => d.Id == "CS8509").ToList();
        if (other is null)
        {
            Assert.True(incomplete.Count == 1, $"{incomplete.Count} times CS8509: {member}");
        }

        return (incomplete.Count == 1 && incomplete[0].IsSuppressed, other?.Id);
    }

    private static async Task<List<Diagnostic>> Diagnostics(string member)
    {
        CSharpCompilation compilation = Compilations.Create([
            CSharpSyntaxTree.ParseText(Corpus.Read("prelude.txt")),
            CSharpSyntaxTree.ParseText(Library),
            CSharpSyntaxTree.ParseText(
                $"#nullable enable\nusing System; using System.Net; using System.Threading.Tasks; using CdeCodegen.Runtime; class Subject {{ {member} }}", path: "Subject.cs")]);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers([new CompleteSwitchSuppressor()], options);
        ImmutableArray<Diagnostic> all = await analyzed.GetAllDiagnosticsAsync();
        Assert.Empty(all.Where(static d => d.Location.SourceTree?.FilePath != "Subject.cs" && d.Severity == DiagnosticSeverity.Error));
        return [.. all.Where(static d => d.Severity >= DiagnosticSeverity.Warning
            && (d.Location.SourceTree?.FilePath == "Subject.cs" || d.Id.StartsWith("AD", StringComparison.Ordinal)))];
    }
}
