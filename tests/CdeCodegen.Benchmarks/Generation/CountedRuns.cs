extern alias generator;

using System.Runtime;
using generator::CdeCodegen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>Quantities of a generation that do not depend on the speed of the machine.</summary>
internal static class CountedRuns
{
    /// <summary>Generations before a count, so that lazily created tables exist.</summary>
    private const int WarmUp = 3;

    /// <summary>Counts the methods that the just-in-time compiler compiles for the first document. Must be the first generation of the process.</summary>
    public static IEnumerable<(string Name, long Count)> FirstGeneration()
    {
        TestDocument document = BenchDocuments.FromFile(Repository.CdeDocument);
        long before = JitInfo.GetCompiledMethodCount(currentThread: true);
        Phases.Print(document);
        yield return ("cde: methods compiled for the first generation", JitInfo.GetCompiledMethodCount(currentThread: true) - before);
    }

    public static IEnumerable<(string Name, long Count)> Documents()
    {
        foreach ((string name, TestDocument document) in Named())
        {
            (int files, int lines, int types) = Emitted(document);
            yield return ($"{name}: files", files);
            yield return ($"{name}: lines", lines);
            yield return ($"{name}: types", types);
            yield return ($"{name}: bytes allocated by a generation", Allocated(document));
            yield return ($"{name}: steps run by an edit of a C# file", StepsOfAnEdit(document));
        }
    }

    private static IEnumerable<(string Name, TestDocument Document)> Named() =>
    [
        ("cde", BenchDocuments.FromFile(Repository.CdeDocument)),
        .. BenchDocuments.Names.Select(static name => (name, BenchDocuments.Load(name))),
    ];

    private static (int Files, int Lines, int Types) Emitted(TestDocument document)
    {
        int files = 0;
        int lines = 0;
        int types = 0;
        foreach (GeneratedSourceResult source in BenchDocuments.Generate(document))
        {
            files++;
            lines += source.SourceText.Lines.Count;
            types += source.SyntaxTree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Count();
        }

        return (files, lines, types);
    }

    private static long Allocated(TestDocument document)
    {
        for (int i = 0; i < WarmUp; i++)
        {
            Phases.Print(document);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Phases.Print(document);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>The outputs of all steps, source outputs included, that an edit of a C# file computes anew.</summary>
    private static int StepsOfAnEdit(TestDocument document)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new OpenApiClientGenerator().AsSourceGenerator()],
            [document],
            BenchDocuments.Options,
            new TestOptionsProvider(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        CSharpCompilation edited = BenchDocuments.Consumer.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Edited { }", BenchDocuments.Options));
        GeneratorRunResult result = driver.RunGenerators(BenchDocuments.Consumer).RunGenerators(edited).GetRunResult().Results[0];

        // The steps of Roslyn itself hand on the compilation, which an edit always changes.
        return result.TrackedSteps.Where(static step => step.Key is not ("Compilation" or "ParseOptions"))
            .Concat(result.TrackedOutputSteps)
            .SelectMany(static step => step.Value)
            .SelectMany(static run => run.Outputs)
            .Count(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
    }
}
