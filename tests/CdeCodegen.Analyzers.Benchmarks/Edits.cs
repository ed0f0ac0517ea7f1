using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Benchmarks;

/// <summary>
/// Measures what an editor does after an edit of one method: a new compilation with one changed file, and the diagnostics of that method. The project has
/// 10,000 methods with results in files of 20.
/// </summary>
internal static class Edits
{
    /// <param name="rounds">How many edits each analyzer sees.</param>
    public static async Task RunAsync(int rounds)
    {
        CSharpCompilation project = Subjects.Results();
        _ = project.GetDiagnostics();
        (string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers, List<double> Times)[] subjects =
        [
            ("an analyzer that does nothing", [new IdleAnalyzer()], []),
            ("the analyzer", [new ApiResultAnalyzer()], []),
            ("the analyzer and its suppressors", [new ApiResultAnalyzer(), .. Suppressors()], []),
        ];
        for (int round = -20; round < rounds; round++)
        {
            foreach ((_, ImmutableArray<DiagnosticAnalyzer> analyzers, List<double> times) in subjects)
            {
                double time = await EditAsync(project, analyzers, round);
                if (round >= 0)
                {
                    times.Add(time);
                }
            }
        }

        Console.WriteLine($"one edited method of 10,000, {rounds} edits; median and 90th percentile");
        foreach ((string name, _, List<double> times) in subjects)
        {
            double[] sorted = [.. times.Order()];
            double high = sorted[sorted.Length * 9 / 10];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34} {sorted[sorted.Length / 2],6:0.0} ms {high,6:0.0} ms"));
        }
    }

    private static IEnumerable<DiagnosticAnalyzer> Suppressors() => typeof(ApiResultAnalyzer).Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(DiagnosticSuppressor)) && !type.IsAbstract)
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    private static async Task<double> EditAsync(CSharpCompilation project, ImmutableArray<DiagnosticAnalyzer> analyzers, int round)
    {
        // The parse is the editor's own work: it needs the new tree in any case.
        SyntaxTree old = project.SyntaxTrees[1 + (Math.Abs(round) % 20)];
        string text = (await old.GetTextAsync()).ToString();
        SyntaxTree edited = CSharpSyntaxTree.ParseText(text.Replace("return 1;", $"return 1{Math.Abs(round) + 1};", StringComparison.Ordinal));
        MethodDeclarationSyntax method = (await edited.GetRootAsync()).DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        CSharpCompilation changed = project.ReplaceSyntaxTree(old, edited);
        SemanticModel model = changed.GetSemanticModel(edited);

        // The compiler's own diagnostics of the method, which suppressors wait for and which the editor shows in any case.
        _ = model.GetDiagnostics(method.Span);
        GC.Collect();

        var watch = Stopwatch.StartNew();
        CompilationWithAnalyzers driver = changed.WithAnalyzers(
            analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        _ = await driver.GetAnalyzerSemanticDiagnosticsAsync(model, method.Span, CancellationToken.None);
        return watch.Elapsed.TotalMilliseconds;
    }
}
