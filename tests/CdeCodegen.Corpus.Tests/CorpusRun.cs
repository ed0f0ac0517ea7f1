using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using CdeCodegen.Corpus.Tests.RoundTrips;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Corpus.Tests;

/// <summary>
/// Processes all documents, two at a time and the largest first. Each test awaits the report of its document, so that results are per document
/// although the documents are processed in parallel.
/// </summary>
public sealed class CorpusRun
{
    private const int Workers = 2;

    /// <summary>Documents up to this size, in bytes, are also compiled as the newest C#. Larger ones would only take time.</summary>
    private const long MaxSizeForNewestLanguage = 500_000;

    private readonly ConcurrentDictionary<string, TaskCompletionSource<DocumentReport>> _reports = new();

    public CorpusRun()
    {
        var queue = new ConcurrentQueue<CorpusDocument>(Corpus.Documents.OrderByDescending(document => document.Size));
        foreach (CorpusDocument document in Corpus.Documents)
        {
            _reports[document.Name] = new TaskCompletionSource<DocumentReport>(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        for (int i = 0; i < Workers; i++)
        {
            new Thread(() => Work(queue), maxStackSize: 1_500_000) { IsBackground = true }.Start();
        }
    }

    internal Task<DocumentReport> this[string name] => _reports[name].Task;

    internal Task<DocumentReport[]> All => Task.WhenAll(Corpus.Documents.Select(document => this[document.Name]));

    private void Work(ConcurrentQueue<CorpusDocument> queue)
    {
        while (queue.TryDequeue(out CorpusDocument? document))
        {
            try
            {
                _reports[document.Name].SetResult(Run(document));
            }
            catch (Exception exception)
            {
                _reports[document.Name].SetException(exception);
            }
        }
    }

    private static DocumentReport Run(CorpusDocument document)
    {
        Oracle oracle = Oracle.ReadAsync(document).GetAwaiter().GetResult();
        long before = GC.GetAllocatedBytesForCurrentThread();
        (Compilation compilation, GeneratorRunResult result, TimeSpan generateTime) = GeneratorRun.Generate(document, LanguageVersion.CSharp12);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        List<CompileError> errors = [];
        TimeSpan compileTime = default;
        RoundTripReport roundTrip = RoundTripReport.None;
        int lines = 0;
        int codeLines = 0;
        if (result.GeneratedSources.Length > 0)
        {
            (ImmutableArray<Diagnostic> diagnostics, byte[] assembly, compileTime) = GeneratorRun.Compile(GeneratorRun.AsUserCode(compilation));
            errors.AddRange(diagnostics.Select(d => Error("C# 12", d)));
            roundTrip = assembly.Length > 0 ? RoundTrip.Run(document, assembly) : roundTrip;
            foreach (TextLine line in result.GeneratedSources.SelectMany(source => source.SourceText.Lines))
            {
                string text = line.ToString().Trim();
                lines++;
                codeLines += text.Length > 0 && !text.StartsWith("//", StringComparison.Ordinal) ? 1 : 0;
            }

            if (document.Size <= MaxSizeForNewestLanguage)
            {
                Compilation newest = GeneratorRun.Generate(document, LanguageVersion.Preview).Compilation;
                errors.AddRange(GeneratorRun.Compile(newest).Diagnostics.Select(d => Error("newest C#", d)));
            }
        }

        // The default severity, because the compilation reports warnings as errors.
        GeneratorDiagnostic[] reported = [.. result.Diagnostics.Select(d => new GeneratorDiagnostic(
            d.Id, d.DefaultSeverity.ToString(), d.GetMessage(CultureInfo.InvariantCulture), Position(d)))];
        return new DocumentReport(
            document,
            oracle,
            Types(compilation.GlobalNamespace).Count(type => type.BaseType is { Name: "ApiResult" }),
            Types(compilation.GlobalNamespace).Count(type => type.ContainingNamespace.Name == "Models"),
            result.Exception?.ToString() ?? reported.FirstOrDefault(d => d.Id == "CDE0012")?.Message,
            reported,
            errors,
            result.GeneratedSources.Length,
            lines,
            codeLines,
            generateTime,
            compileTime,
            allocated,
            roundTrip);
    }

    private static CompileError Error(string language, Diagnostic diagnostic)
    {
        string line = diagnostic.Location.SourceTree is { } tree
            ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
            : "";
        return new CompileError(language, diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture), Position(diagnostic), line);
    }

    private static string Position(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        return $"{Path.GetFileName(span.Path)}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})";
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) => space.GetNamespaceMembers()
        .Where(inner => inner.DeclaringSyntaxReferences.Length > 0)
        .SelectMany(Types)
        .Concat(space.GetTypeMembers().Where(type => type.DeclaringSyntaxReferences.Length > 0));
}
