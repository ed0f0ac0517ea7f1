using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace CdeCodegen.Analyzers.Benchmarks;

/// <summary>Creates the compilations to measure, and compiles or analyzes them.</summary>
public static class Subjects
{
    public const int Methods = 10_000;

    /// <summary>The assemblies of the framework.</summary>
    public static string[] FrameworkPaths { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))];

    private static readonly ImmutableArray<MetadataReference> s_framework = [.. FrameworkPaths.Select(static path => MetadataReference.CreateFromFile(path))];

    /// <summary>Creates 10,000 methods with calls, loops, patterns and awaits, without any result.</summary>
    public static CSharpCompilation Ordinary(bool hasRuntime, bool hasClient = false) => Create(
        hasRuntime,
        hasClient,
        static i => $$"""
            public async Task<int> M{{i}}(string text, int count)
            {
                var total = 0;
                for (var i = 0; i < count; i++)
                {
                    if (text.Length > i && text[i] is 'a' or 'b')
                        total += int.Parse(text.Substring(i), System.Globalization.CultureInfo.InvariantCulture);
                    else
                        await Task.Delay(i);
                }
                Console.WriteLine("{0} {1}", text, total);
                return total switch { 0 => 1, > 100 => 2, _ => total };
            }
            """);

    /// <summary>Creates 10,000 methods that each call an operation and handle its result.</summary>
    public static CSharpCompilation Results() => Create(
        hasRuntime: true,
        hasClient: true,
        static i => $$"""
            public async Task<int> M{{i}}(C c, string id)
            {
                var r = await c.A(id);
                switch (r)
                {
                    case R.Ok ok:
                        Console.WriteLine(ok.Value.Name);
                        return ok.Value.Id;
                    case R.Forbidden:
                        Console.WriteLine("no");
                        return 1;
                    case R.NotFound:
                        return 2;
                    default:
                        throw new InvalidOperationException();
                }
            }
            """);

    /// <summary>The text of a client and of methods with one result each: a third each switch statements, tests with <c>is</c> and switch expressions.</summary>
    public static string Program(int methods)
    {
        StringBuilder text = new StringBuilder(Prelude()).Append("public class Program\n{\n");
        for (int i = 0; i < methods; i++)
        {
            text.AppendLine((i % 3) switch
            {
                0 => $$"""
                    public async Task<int> M{{i}}(C c, string id)
                    {
                        R r = await c.A(id);
                        switch (r)
                        {
                            case Ok ok: Console.WriteLine(ok.Value.Name); return ok.Value.Id;
                            case Forbidden: Console.WriteLine("no"); return 1;
                            case NotFound: return 2;
                            default: throw new InvalidOperationException();
                        }
                    }
                    """,
                1 => $$"""
                    public async Task<int> M{{i}}(C c, string id)
                    {
                        R r = await c.A(id);
                        if (r is Forbidden || r is NotFound)
                        {
                            Console.WriteLine(id);
                            return 1;
                        }

                        return r is Ok ok ? ok.Value.Id : 0;
                    }
                    """,
                _ => $$"""
                    public async Task<string> M{{i}}(C c, string id) => await c.A(id) switch
                    {
                        Ok ok => ok.Value.Name,
                        Unauthorized or Forbidden => "denied",
                        NotFound n => n.Reason,
                        Unexpected => throw new InvalidOperationException(),
                    };
                    """,
            });
        }

        return text.Append('}').ToString();
    }

    public static void Compile(CSharpCompilation compilation)
    {
        // A clone has no cached semantic models, like a compiler that has just started.
        EmitResult result = compilation.Clone().Emit(Stream.Null);
        if (!result.Success)
        {
            throw new InvalidOperationException(result.Diagnostics.First(static d => d.Severity == DiagnosticSeverity.Error).ToString());
        }
    }

    public static int Analyze(CSharpCompilation compilation, DiagnosticAnalyzer analyzer) => compilation.Clone()
        .WithAnalyzers(
            [analyzer],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false))
        .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().Length;

    private static CSharpCompilation Create(bool hasRuntime, bool hasClient, Func<int, string> method)
    {
        const int PerClass = 20;
        const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;\n";
        var trees = new List<SyntaxTree>();
        if (hasRuntime)
        {
            trees.Add(CSharpSyntaxTree.ParseText(hasClient ? Prelude() : Prelude().Replace("[ApiResult]", "", StringComparison.Ordinal)));
        }

        for (int first = 0; first < Methods; first += PerClass)
        {
            StringBuilder text = new StringBuilder(Usings).Append(CultureInfo.InvariantCulture, $"public class K{first}\n{{\n");
            for (int i = first; i < first + PerClass; i++)
            {
                text.AppendLine(method(i));
            }

            trees.Add(CSharpSyntaxTree.ParseText(text.Append('}').ToString()));
        }

        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("Subject", trees, s_framework, options);
    }

    private static string Prelude()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("prelude.txt")!);
        return reader.ReadToEnd();
    }
}

#pragma warning disable RS1001, RS1025, RS1026, RS1036, RS1038, RS1041, RS2008 // This analyzer is not shipped; it measures the cost of the analyzer driver.

/// <summary>Registers for every method body and does nothing: the base cost of any analyzer that inspects operations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdleAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new("IDLE", "", "", "", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationBlockAction(static _ => { });
    }
}
