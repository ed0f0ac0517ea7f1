using System.Globalization;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Tasks;
using CdeCodegen.Tasks.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Corpus.Tests;

/// <summary>Compares the result of the source generator with that of the build task, which reads the file itself and runs the engine without Roslyn.</summary>
public sealed class FaceTests
{
    public static TheoryData<string> Documents() => CorpusTests.Documents();

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_build_task_and_the_source_generator_give_the_same_files_and_diagnostics(string name)
    {
        if (Corpus.Documents.SingleOrDefault(document => document.Name == name) is { } document)
        {
            Assert.Empty(Differences(document, GeneratorRun.Generate(document, LanguageVersion.CSharp12).Result));
        }
    }

    private static List<string> Differences(CorpusDocument document, GeneratorRunResult compiler)
    {
        var facts = ProjectFacts.From((int)LanguageVersion.CSharp12, new Version(4, 8), hasRuntime: true, hasHttpFactory: false);
        SpecFile[] files = [.. document.Files.Select(static file => new SpecFile(file, () => DocumentText.Read(file)))];
        var metadata = ReferenceMetadata.Read(document.Path, static name => name == "Namespace" ? "Corpus.Client" : null, rootNamespace: null);
        LoweredDocument lowered = ClientEngine.Lower(
            new SpecFile(document.Path, () => DocumentText.Read(document.Path)), files, metadata, CancellationToken.None);
        GeneratedClient task = ClientEngine.GenerateProject([lowered], facts, CancellationToken.None);

        List<string> differences = [];
        var expected = compiler.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString());
        foreach (GeneratedFile file in task.Files)
        {
            if (!expected.Remove(file.HintName, out string? text))
            {
                differences.Add("only the task writes " + file.HintName);
            }
            else if (text != file.Text)
            {
                differences.Add("the texts differ: " + file.HintName);
            }
        }

        differences.AddRange(expected.Keys.Select(static name => "only the source generator adds " + name));
        string[] taskDiagnostics = [.. task.Diagnostics.Select(Describe).Order(StringComparer.Ordinal)];
        string[] compilerDiagnostics = [.. compiler.Diagnostics.Select(Describe).Order(StringComparer.Ordinal)];
        differences.AddRange(taskDiagnostics.Except(compilerDiagnostics).Select(static d => "only the task reports " + d));
        differences.AddRange(compilerDiagnostics.Except(taskDiagnostics).Select(static d => "only the source generator reports " + d));
        return differences;
    }

    private static string Describe(DiagnosticInfo info)
    {
        var d = ReportedDiagnostic.From(info, isError: false, pages: "");
        return $"{d.Path}({d.Line},{d.Column},{d.EndLine},{d.EndColumn}): {d.Id}: {d.Message} {d.HelpLink}";
    }

    private static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        LinePosition start = span.StartLinePosition;
        LinePosition end = span.EndLinePosition;
        return $"{span.Path}({start.Line + 1},{start.Character + 1},{end.Line + 1},{end.Character + 1}): {diagnostic.Id}: "
            + $"{diagnostic.GetMessage(CultureInfo.InvariantCulture)} {diagnostic.Descriptor.HelpLinkUri}";
    }
}
