using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using CdeCodegen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Generator.Tests.Infrastructure;

/// <summary>
/// A run of the generator on some documents. Each run also asserts that a second run on equal input computes nothing and that no step's output
/// references a symbol, a syntax tree or a compilation.
/// </summary>
internal sealed class GeneratorRun
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_references =
        new(() => PlatformReferences.Where(name => PlatformReferences.IsFramework(name) || PlatformReferences.IsRuntime(name)));

    private GeneratorRun(CSharpParseOptions options, CSharpCompilation compilation, GeneratorDriver driver)
    {
        Options = options;
        Compilation = compilation;
        Driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Output = (CSharpCompilation)output;
        Diagnostics = diagnostics;
        Result = Driver.GetRunResult().Results.Single();
    }

    public CSharpParseOptions Options { get; }

    /// <summary>The compilation before generation.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The compilation with the generated files.</summary>
    public CSharpCompilation Output { get; }

    public GeneratorDriver Driver { get; }

    /// <summary>The diagnostics of the generator.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public GeneratorRunResult Result { get; }

    public static ImmutableArray<MetadataReference> References => s_references.Value;

    /// <summary>Runs the generator on one document; its path tells YAML from JSON.</summary>
    public static GeneratorRun Of(string text, string path = "api.yaml") => Of([Document(text, path)]);

    public static TestDocument Document(string text, string path = "api.yaml") => new(path, text, ("Namespace", "Acme"), ("ClassName", "AcmeClient"));

    public static GeneratorRun Of(
        TestDocument[] documents, string source = "", LanguageVersion language = LanguageVersion.CSharp12, IEnumerable<MetadataReference>? references = null,
        TestOptionsProvider? options = null)
    {
        var parseOptions = new CSharpParseOptions(language, DocumentationMode.Diagnose);
        var compilation = CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText(source, parseOptions, "Program.cs")],
            references ?? References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new OpenApiClientGenerator().AsSourceGenerator()],
            documents,
            parseOptions,
            options ?? new TestOptionsProvider(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var run = new GeneratorRun(parseOptions, compilation, driver);
        if (!CompiledClients.AreKept)
        {
            run.AssertCacheable(documents);
        }

        return run;
    }

    public GeneratorRun Again(Func<CSharpCompilation, CSharpCompilation>? edit = null) =>
        new(Options, edit is null ? Compilation : edit(Compilation), Driver);

    public GeneratorRun Replace(TestDocument old, TestDocument @new) =>
        new(Options, Compilation, Driver.ReplaceAdditionalText(old, @new));

    /// <summary>The run reason of each output of a step.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
            ? [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)]
            : [];

    /// <summary>The number of files printed in this run. The value of an output step is a tuple of sources and diagnostics; each of our steps has one kind.</summary>
    public int Printed => Result.TrackedOutputSteps.SelectMany(step => step.Value)
        .SelectMany(run => run.Outputs)
        .Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
        .Sum(output => ((IEnumerable)((ITuple)output.Value)[0]!).Cast<object>().Count());

    public string Text(string hintEnd) => Result.GeneratedSources.Single(source => source.HintName.EndsWith(hintEnd, StringComparison.Ordinal)).SourceText.ToString();

    /// <summary>Compiles with warnings as errors and loads the result.</summary>
    public Assembly Load() => CompiledClients.Get(CompiledClients.TextsOf(this), Emit, Assembly.Load);

    private byte[] Emit()
    {
        using var stream = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = Output.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Take(20)));
        return stream.ToArray();
    }

    private void AssertCacheable(TestDocument[] documents)
    {
        GeneratorDriver driver = Driver;
        foreach (TestDocument document in documents)
        {
            driver = driver.ReplaceAdditionalText(document, document.Clone());
        }

        var second = new GeneratorRun(Options, Compilation.Clone(), driver);
        foreach ((string step, ImmutableArray<IncrementalGeneratorRunStep> runs) in second.Result.TrackedSteps)
        {
            if (!TrackingNames.All.Contains(step))
            {
                continue;
            }

            foreach ((object value, IncrementalStepRunReason reason) in runs.SelectMany(run => run.Outputs))
            {
                Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step} is {reason} in a second run on equal input");
                AssertNoRoslyn(step, value, []);
            }
        }

        Assert.Equal(0, second.Printed);
        Assert.Equal(
            Result.GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString())),
            second.Result.GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString())));
    }

    /// <summary>Checks every object that an output references.</summary>
    private static void AssertNoRoslyn(string step, object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
        {
            return;
        }

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Microsoft.CodeAnalysis.Compilation or SemanticModel or MetadataReference or Location, $"{step} holds a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                AssertNoRoslyn(step, item, seen);
            }

            return;
        }

        // The text of a document is an input, which is compared by content.
        if (value is Microsoft.CodeAnalysis.Text.SourceText)
        {
            return;
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                AssertNoRoslyn(step, field.GetValue(value), seen);
            }
        }
    }
}
