using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Verifies which methods the documentation IDs in <c>cde_neutral_sinks</c> and <c>cde_handlers</c> match.</summary>
public sealed class SymbolPatternTests
{
    private const string Library = """
        namespace My
        {
            public interface IJournal { void Write(object? value); }
            public class Journal : IJournal
            {
                public virtual void Write(object? value) { }
                public void Pair(object? value, string text) { }
                public void Ref(ref object? value) { }
                public void Many(object?[] values) { }
                public void Listed(List<object?> values) { }
                public void Optional(object? value, int? number = null) { }
            }
            public class DeepJournal : Journal { public override void Write(object? value) { } }
            public class Explicit : IJournal { void IJournal.Write(object? value) { } }
            public class Box<T> { public void Put(T value) { } public static void Fill(T value) { } public class Inner { public static void Drop(object? value) { } } }
            public static class Generic { public static void One<T>(T value) { } public static void Two<T, U>(T value, U other) { } public static void One(object? value, int n) { } }
            public class Entry { public Entry(object? value) { } public Entry(object? value, int n) { } public class Nested { public static void Write(object? value) { } } }
            public static class Extending { public static void Note(this object? value) { } public static void Remember(this Journal journal, object? value) { } }
        }
        namespace My.Deep { public static class Low { public static void Write(object? value) { } } }
        namespace MyOther { public static class Low { public static void Write(object? value) { } } }
        namespace My.@event { public static class Low { public static void Write(object? value) { } } }
        """;

    /// <summary>A result that is passed only to a neutral sink counts as unhandled.</summary>
    [Theory]
    [InlineData("M:My.Journal.Write(System.Object)", "new My.Journal().Write(r);", true)]
    [InlineData("M:My.Journal.Write(System.String)", "new My.Journal().Write(r);", false)]
    [InlineData("M:My.Journal.Write()", "new My.Journal().Write(r);", false)]
    [InlineData("M:My.Journal.Pair(System.Object, System.String)", "new My.Journal().Pair(r, \"\");", true)]
    [InlineData("M:My.Journal.Pair(System.Object,System.String)", "new My.Journal().Pair(r, \"\");", true)]
    [InlineData("M:My.Journal.Pair(System.Object)", "new My.Journal().Pair(r, \"\");", false)]
    [InlineData("M:My.Journal.Pai", "new My.Journal().Pair(r, \"\");", false)]
    [InlineData("M:My.Journal.Pair(…)", "new My.Journal().Pair(r, \"\");", true)]
    [InlineData("M:My.Journal.Pair(...)", "new My.Journal().Pair(r, \"\");", true)]
    [InlineData("M:My.Journal.Many(System.Object[])", "new My.Journal().Many(null!); new My.Journal().Write(r);", false)]
    [InlineData("M:My.Journal.Optional(System.Object,System.Nullable{System.Int32})", "new My.Journal().Optional(r);", true)]
    // Overrides and implementations match too.
    [InlineData("M:My.Journal.Write", "new My.DeepJournal().Write(r);", true)]
    [InlineData("M:My.DeepJournal.Write", "new My.DeepJournal().Write(r);", true)]
    [InlineData("M:My.DeepJournal.Write", "new My.Journal().Write(r);", false)]
    [InlineData("M:My.IJournal.Write", "new My.Journal().Write(r);", true)]
    [InlineData("M:My.IJournal.Write(System.Object)", "new My.DeepJournal().Write(r);", true)]
    [InlineData("M:My.IJournal.Write", "((My.IJournal)new My.Explicit()).Write(r);", true)]
    [InlineData("M:My.Journal.Write", "((My.IJournal)new My.Journal()).Write(r);", false)]
    [InlineData("T:My.IJournal", "new My.Journal().Write(r);", true)]
    [InlineData("T:My.IJournal", "new My.Journal().Pair(r, \"\");", false)]
    [InlineData("T:My.Journal", "new My.DeepJournal().Write(r);", true)]
    [InlineData("T:My.Journal", "new My.DeepJournal().Pair(r, \"\");", true)]
    // Generic types and methods.
    [InlineData("M:My.Box`1.Put", "new My.Box<R>().Put(r);", true)]
    [InlineData("M:My.Box`1.Put(`0)", "new My.Box<R>().Put(r);", true)]
    [InlineData("M:My.Box`1.Put(…)", "new My.Box<object>().Put(r);", true)]
    [InlineData("M:My.Box", "new My.Box<R>().Put(r);", false)]
    [InlineData("M:My.Box.Put", "new My.Box<R>().Put(r);", false)]
    [InlineData("T:My.Box`1", "My.Box<R>.Fill(r);", true)]
    [InlineData("T:My.Box`1", "My.Box<R>.Inner.Drop(r);", true)]
    [InlineData("T:My.Box", "My.Box<R>.Fill(r);", false)]
    [InlineData("T:My.Box`1.Inner", "My.Box<R>.Inner.Drop(r);", true)]
    [InlineData("M:My.Generic.One", "My.Generic.One(r);", true)]
    [InlineData("M:My.Generic.One``1", "My.Generic.One(r);", true)]
    [InlineData("M:My.Generic.One``1(``0)", "My.Generic.One(r);", true)]
    [InlineData("M:My.Generic.One``1", "My.Generic.One(r, 1);", false)]
    [InlineData("M:My.Generic.One", "My.Generic.One(r, 1);", true)]
    [InlineData("M:My.Generic.Two``2(``0,``1)", "My.Generic.Two(r, 1);", true)]
    // Nested types, constructors, extension methods.
    [InlineData("M:My.Entry.Nested.Write", "My.Entry.Nested.Write(r);", true)]
    [InlineData("T:My.Entry", "My.Entry.Nested.Write(r);", true)]
    [InlineData("M:My.Entry.^ctor", "new My.Entry(r);", true)]
    [InlineData("M:My.Entry.^ctor(System.Object)", "new My.Entry(r);", true)]
    [InlineData("M:My.Entry.^ctor(System.Object)", "new My.Entry(r, 1);", false)]
    [InlineData("T:My.Entry", "_ = new My.Entry(r, 1);", true)]
    [InlineData("M:My.Extending.Note(System.Object)", "My.Extending.Note(r);", true)]
    [InlineData("M:My.Extending.Remember(My.Journal,System.Object)", "new My.Journal().Remember(r);", true)]
    [InlineData("M:My.Extending.Remember", "My.Extending.Remember(new(), r);", true)]
    // Namespaces contain their nested namespaces.
    [InlineData("N:My", "My.Deep.Low.Write(r);", true)]
    [InlineData("N:My.Deep", "My.Deep.Low.Write(r);", true)]
    [InlineData("N:My", "MyOther.Low.Write(r);", false)]
    [InlineData("N:My.event", "My.@event.Low.Write(r);", true)]
    [InlineData("N:Deep", "My.Deep.Low.Write(r);", false)]
    // Lists.
    [InlineData("N:Other|M:My.Journal.Write", "new My.Journal().Write(r);", true)]
    [InlineData(" N:Other | M:My.Journal.Write | ", "new My.Journal().Write(r);", true)]
    [InlineData("M:My.Journal.Write;N:Other", "new My.Journal().Write(r);", true)]
    [InlineData("", "new My.Journal().Write(r);", false)]
    public Task A_sink_matches_the_named_method(string sinks, string use, bool isNeutral) => Verify.SourceAsync(
        Verify.Member($"async Task M() {{ var r = await {(isNeutral ? "{|CDE1002:c.A()|}" : "c.A()")}; {use} }}")
            .Replace("using static R;", "using static R; using My;", StringComparison.Ordinal) + Library,
        "cde_neutral_sinks = " + sinks);

    [Theory]
    [InlineData("M:Log.Info", "Log.Info(\"x\", await c.A());")]
    [InlineData("M:Log.Info(System.String,System.Object[])", "Log.Info(\"x\", await c.A());")]
    [InlineData("T:Log", "Log.Info(\"x\", await c.A());")]
    [InlineData("M:R.EnsureOk", "Use((await c.A()).EnsureOk());")]
    [InlineData("M:R.EnsureOk()", "Use((await c.A()).EnsureOk());")]
    [InlineData("M:R.Tap()", "(await c.A()).Tap();")]
    [InlineData("T:Polly", "await Polly.Retry(() => c.A());")]
    [InlineData("M:Subject.Checked", "await Checked(c.A());")]
    [InlineData("M:Subject.Checked", "if (await Checked(c.A()) is Ok) Do();")]
    [InlineData("M:Extensions.Unpack(R)", "Use((await c.A()).Unpack());")]
    [InlineData("M:Extensions.EnsureOk(System.Threading.Tasks.Task{R})", "Use(await c.A().EnsureOk());")]
    [InlineData("M:System.Object.ToString", "Use((await c.A()).ToString());")]
    public Task A_handler_handles_the_result(string handlers, string use) => Verify.MemberAsync(
        $"static Task<R> Checked(Task<R> task) => task; async Task M() {{ {use} }}", "cde_handlers = " + handlers);

    [Theory]
    [InlineData("Serilog", "Serilog")]
    [InlineData("M:Check", "M:Check")]
    [InlineData("M:", "M:")]
    [InlineData("m:My.Log.Write", "m:My.Log.Write")]
    [InlineData("P:My.Log.Last", "P:My.Log.Last")]
    [InlineData("F:My.Log.last", "F:My.Log.last")]
    [InlineData("M:My.Log.*", "M:My.Log.*")]
    [InlineData("N:My.*", "N:My.*")]
    [InlineData("N:My.", "N:My.")]
    [InlineData("T:My..Log", "T:My..Log")]
    [InlineData("T:My.Log(…)", "T:My.Log(…)")]
    [InlineData("T:My.Box<T>", "T:My.Box<T>")]
    [InlineData("M:My.Log.Write(string)", "M:My.Log.Write(string)")]
    [InlineData("M:My.Log.Write(System.Int32,object)", "M:My.Log.Write(System.Int32,object)")]
    [InlineData("M:My.Log.Write(System.String", "M:My.Log.Write(System.String")]
    [InlineData("M:My.Log.Write(System.String))", "M:My.Log.Write(System.String))")]
    [InlineData("M:My.Log.Write(System.String),M:My.Log.Note(System.String)", "M:My.Log.Write(System.String),M:My.Log.Note(System.String)")]
    [InlineData("M:My.Log.Write,M:My.Log.Note", "M:My.Log.Write,M:My.Log.Note")]
    [InlineData("M:My.Log.Write M:My.Log.Note", "M:My.Log.Write M:My.Log.Note")]
    // The rest of `M:My.Entry.#ctor`, which the compiler cuts at `#`.
    [InlineData("M:My.Entry.#ctor", "M:My.Entry.")]
    [InlineData("N:My|T:My.Log|bad", "bad")]
    public Task An_invalid_ID_is_reported(string sinks, string shown) => Verify.MemberAsync(
        "async Task M() { Log.Info(\"\", await {|CDE1002:c.A()|}); }",
        "cde_neutral_sinks = " + sinks,
        new DiagnosticResult("CDE1000", DiagnosticSeverity.Warning)
            .WithMessage($"'{shown}' is not a valid value for 'cde_neutral_sinks': expected a list of 'M:Namespace.Type.Method', 'T:Namespace.Type' or 'N:Namespace', separated by '|'"));

#if LATEST_ROSLYN
    /// <summary>The ID of a method in an extension block names the containing static class.</summary>
    [Theory]
    [InlineData("M:My.Block.Note", true)]
    [InlineData("M:My.Block.Note(System.Object)", true)]
    [InlineData("M:My.Block.Note(System.String)", false)]
    [InlineData("T:My.Block", true)]
    [InlineData("N:My", true)]
    public Task A_method_of_an_extension_block_matches_by_its_static_class(string sinks, bool isNeutral) => Verify.SourceAsync(
        Verify.Member($"async Task M() {{ var r = await {(isNeutral ? "{|CDE1002:c.A()|}" : "c.A()")}; ((object)r).Note(); }}")
            .Replace("using static R;", "using static R; using My;", StringComparison.Ordinal)
        + "namespace My { public static class Block { extension(object? value) { public void Note() { } } } }",
        "cde_neutral_sinks = " + sinks);
#endif
}
