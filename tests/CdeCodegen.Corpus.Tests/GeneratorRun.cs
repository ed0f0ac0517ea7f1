using System.Collections.Immutable;
using System.Diagnostics;
using Basic.Reference.Assemblies;
using CdeCodegen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Corpus.Tests;

/// <summary>Runs the generator on a document as the compiler would, in a project with everything turned on that can complain.</summary>
internal static class GeneratorRun
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Net80.References.All,
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "references/CdeCodegen.Runtime.dll")),
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "references/Microsoft.Kiota.Abstractions.dll")),
    ];

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        generalDiagnosticOption: ReportDiagnostic.Error,
        warningLevel: 9999,
        deterministic: true,
        concurrentBuild: false,

        // What the SDK turns off in every project: references to older versions of the framework.
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    public static (Compilation Compilation, GeneratorRunResult Result, TimeSpan Time) Generate(CorpusDocument document, LanguageVersion version)
    {
        var parse = new CSharpParseOptions(version, DocumentationMode.Diagnose);
        CSharpCompilation compilation = CSharpCompilation.Create("Client", [], References, Options);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new OpenApiClientGenerator().AsSourceGenerator()],
            [new FileText(document.Path)],
            parse,
            new DocumentOptions(document.Path));

        long start = Stopwatch.GetTimestamp();
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return (output, driver.GetRunResult().Results[0], Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Compiles to the end, and returns what the compiler has to say.</summary>
    public static (ImmutableArray<Diagnostic> Diagnostics, TimeSpan Time) Compile(Compilation compilation)
    {
        long start = Stopwatch.GetTimestamp();
        ImmutableArray<Diagnostic> diagnostics = compilation.Emit(Stream.Null, xmlDocumentationStream: Stream.Null).Diagnostics;
        return ([.. diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)], Stopwatch.GetElapsedTime(start));
    }

    private sealed class FileText(string path) : AdditionalText
    {
        private readonly SourceText _text = Read(path);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

        private static SourceText Read(string path)
        {
            using FileStream stream = File.OpenRead(path);
            return SourceText.From(stream);
        }
    }

    /// <summary>What the package's targets hand over for an <c>OpenApiReference</c>.</summary>
    private sealed class DocumentOptions(string path) : AnalyzerConfigOptionsProvider
    {
        private static readonly Values None = new([]);

        private static readonly Values Reference = new(new()
        {
            ["build_metadata.AdditionalFiles.CdeCodegen"] = "true",
            ["build_metadata.AdditionalFiles.Namespace"] = "Corpus.Client",
        });

        public override AnalyzerConfigOptions GlobalOptions => None;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile.Path == path ? Reference : None;

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
#nullable disable // the attribute that says when the value is there is known twice here: the generator brings its own
            public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value);
#nullable restore
        }
    }
}
