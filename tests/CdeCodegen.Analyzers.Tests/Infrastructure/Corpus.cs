using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>A shape: the code of a member and the expected diagnostics, <c>CDE1002:403,404 CDE1007</c> or <c>nothing</c>.</summary>
public sealed partial record Shape(string File, int Line, string Code, string Verdict)
{
    /// <summary>The file and the name of the shape, which is that of its first type or member: <c>shapes.flow.txt:S01</c>.</summary>
    public string Key => $"{File}:{Name().Match(Code).Value}";

    public override string ToString() => $"{File}:{Line}: {Code}";

    [GeneratedRegex(@"\b[A-Z]{1,3}\d{1,3}[a-z]?\b")]
    private static partial Regex Name();
}

/// <summary>Reads the corpus files and runs the analyzer on all of their shapes in one compilation.</summary>
public static partial class Corpus
{
    private const string Libraries = "using FluentAssertions; using Microsoft.Extensions.Logging; using NSubstitute; using NUnit.Framework; using Shouldly; "
        + "using Moq; using FakeItEasy; using Microsoft.AspNetCore.Http; ";

    private const int PartSize = 25;

    /// <summary>The information for the report of a project: what the code does with each status of a call.</summary>
    private const string HandlingId = "CDE1090";

    private static readonly string[] s_outcomes = ["handled", "catchAll", "throws", "passedOn", "unhandled", "required", "discarded", "switch"];

    private static readonly bool s_areMutantsRunning = Environment.GetEnvironmentVariable("CDECODEGEN_MUTATION") == "1";

    /// <summary>The using directives of all shapes, on one line.</summary>
    public static string Usings => s_usings.Value;

    private static readonly Lazy<string> s_usings = new(static () =>
        string.Join(' ', Read("prelude.txt").Split('\n').TakeWhile(static line => !line.StartsWith('['))) + Libraries);

    private static readonly Lazy<SyntaxTree[]> s_shared = new(static () =>
    [
        Parse(Read("prelude.txt"), "prelude.cs"),
        Parse(s_usings.Value + Read("libraries.txt"), "libraries.cs"),
#if LATEST_ROSLYN
        Parse(s_usings.Value + Read("libraries.latest.txt"), "libraries.latest.cs"),
#endif
        Parse(s_usings.Value + Read("shapes.host.txt") + "}", "host.cs"),
    ]);

    /// <summary>A new list of the syntax trees that all shapes need.</summary>
    public static List<SyntaxTree> Shared => [.. s_shared.Value];

    /// <summary>The code before a shape in its file.</summary>
    public static string Opening(int number) => $"{s_usings.Value} partial class Shapes {{ class S{number} : Shapes {{ ";

    public static string[] Files { get; } =
    [
        "shapes.specification.txt", "shapes.spellings.txt", "shapes.flow.txt", "shapes.patterns.txt", "shapes.members.txt", "shapes.usage.txt",
        "shapes.variations.statements.txt", "shapes.variations.conditions.txt", "shapes.variations.flow.txt", "shapes.variations.loops.txt",
        "shapes.variations.branches.txt", "shapes.access.txt", "shapes.services.txt", "shapes.values.txt", "shapes.tasks.txt", "shapes.programs.txt",
        "shapes.captured.txt", "shapes.applications.txt", "shapes.requests.txt", "shapes.engine.txt",
#if LATEST_ROSLYN
        "shapes.latest.txt",
#endif
    ];

    /// <summary>The options of the files whose shapes are judged with an option.</summary>
    public static IReadOnlyDictionary<string, (string Key, string Value)> Options { get; } = new Dictionary<string, (string Key, string Value)>
    {
        ["shapes.helpers.txt"] = ("cde_check_parameters", "true"),
        ["shapes.guards.txt"] = ("cde_guard_counts", "false"),
    };

    /// <summary>
    /// All files, also those with an option. While mutants run, parts of the files: only the parts that execute a mutant run, and a mutant ends with the first that fails.
    /// </summary>
    public static IEnumerable<string> Parts => s_areMutantsRunning
        ? Files.Concat(Options.Keys).SelectMany(static file => Shapes(file).Chunk(PartSize).Select((_, part) => $"{file}#{part}"))
        : Files.Concat(Options.Keys);

    public static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static List<Shape> Shapes(string file)
    {
        var shapes = new List<Shape>();
        int number = 0;
        foreach (string line in Read(file).Split('\n'))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            int split = line.LastIndexOf(" // ", StringComparison.Ordinal);
            shapes.Add(new Shape(file, number, line[..split].Trim(), line[(split + 4)..].Trim()));
        }

        return shapes;
    }

    /// <summary>The shapes of a part, and the options of its file.</summary>
    public static (List<Shape> Shapes, AnalyzerOptions Options) ReadPart(string part)
    {
        string[] names = part.Split('#');
        List<Shape> shapes = Shapes(names[0]);
        return (names.Length == 1 ? shapes : [.. shapes.Skip(int.Parse(names[1]) * PartSize).Take(PartSize)],
            Options.TryGetValue(names[0], out (string Key, string Value) option) ? TestConfig.Reporting(option) : TestConfig.Reporting());
    }

    /// <summary>
    /// The places in a shape at which diagnostics are, as <c>places.txt</c> lists them: <c>shapes.flow.txt:S01 CDE1003 at «c.A()», «r is Ok»</c>. For a call, also
    /// what happens to each of its statuses.
    /// </summary>
    private static IEnumerable<string> PlacesOf(Shape shape, IEnumerable<Diagnostic> found) => found
        .Select(diagnostic => diagnostic.Id == HandlingId
            ? $"{shape.Key} {TextOf(diagnostic.Location)} {string.Join("; ", s_outcomes.Select(outcome => OutcomeOf(diagnostic, outcome)).Where(static text => text.Length != 0))}"
            : $"{shape.Key} {diagnostic.Id} at {string.Join(", ", diagnostic.AdditionalLocations.Prepend(diagnostic.Location).Select(TextOf))}")
        .Order(StringComparer.Ordinal);

    private static string OutcomeOf(Diagnostic handling, string outcome) => (outcome, handling.Properties.GetValueOrDefault(outcome)) switch
    {
        ("required", "") => "nothing is required",
        ("required", _) or (_, null or "" or "false") => "",
        (_, "true") => outcome,
        ("switch", _) => "a switch is incomplete",
        (_, var statuses) => $"{outcome} {statuses}",
    };

    private static string TextOf(Location location) => $"«{location.SourceTree?.GetText().ToString(location.SourceSpan)}»";

    /// <summary>Returns the diagnostics of each shape, and the first compiler error per shape. The key -1 stands for files that are not a shape.</summary>
    public static async Task<(List<string> Verdicts, Dictionary<int, string> Errors)> Judge(IReadOnlyList<Shape> shapes, AnalyzerOptions? options = null)
    {
        (List<string> verdicts, Dictionary<int, string> errors, _) = await JudgePlaces(shapes, options);
        return (verdicts, errors);
    }

    /// <summary>Returns also the places of the diagnostics.</summary>
    public static async Task<(List<string> Verdicts, Dictionary<int, string> Errors, List<string> Places)> JudgePlaces(
        IReadOnlyList<Shape> shapes, AnalyzerOptions? options = null)
    {
        // One tree per shape, all in one partial class, so that the shapes compile together.
        List<SyntaxTree> trees = Shared;
        for (int i = 0; i < shapes.Count; i++)
        {
            trees.Add(Parse($"{Opening(i)}{shapes[i].Code}\n}} }}", $"S{i}.cs"));
        }

        CSharpCompilation compilation = Compilations.Create(trees);
        // One pass returns both compiler and analyzer diagnostics; two passes would bind everything twice. A mutant of the analyzers makes no compiler error.
        ImmutableArray<Diagnostic> found = s_areMutantsRunning ? await Compilations.Analyze(compilation, options) : await Compilations.AnalyzeAndCompile(compilation, options);
        var errors = new Dictionary<int, string>();
        foreach (Diagnostic? diagnostic in found.Where(static d => d.Severity == DiagnosticSeverity.Error))
        {
            errors.TryAdd(Number(diagnostic), $"{Describe(Number(diagnostic), shapes)}: {diagnostic}");
        }

        ILookup<string?, Diagnostic> reported = found
            .Where(static d => d.Id.StartsWith("CDE", StringComparison.Ordinal))
            .ToLookup(static d => d.Location.SourceTree?.FilePath);
        var verdicts = new List<string>();
        var places = new List<string>();
        for (int i = 0; i < shapes.Count; i++)
        {
            places.AddRange(PlacesOf(shapes[i], reported[$"S{i}.cs"]));
            var own = reported[$"S{i}.cs"].Where(static diagnostic => diagnostic.Id != HandlingId).Select(Verdict).Order(StringComparer.Ordinal).ToList();
            verdicts.Add(own.Count == 0 ? "nothing" : string.Join(' ', own));
        }

        foreach (Diagnostic? fault in found.Where(static d => d.Id.StartsWith("AD", StringComparison.Ordinal)))
        {
            errors[-1] = fault.ToString();
        }

        return (verdicts, errors, places);
    }

    private static string Describe(int number, IReadOnlyList<Shape> shapes) => number < 0 ? "" : shapes[number].ToString();

    // Returns -1 if the file is not a shape.
    private static int Number(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.FilePath is ['S', .. var number, '.', 'c', 's'] && int.TryParse(number, out int i) ? i : -1;

    /// <summary>The rule, with the statuses that its message names: <c>CDE1002:403,404</c>.</summary>
    public static string Verdict(Diagnostic diagnostic) => diagnostic.Id is "CDE1002" or "CDE1003" or "CDE1010"
        ? $"{diagnostic.Id}:{string.Join(',', Status().Matches(diagnostic.GetMessage()).Select(static m => m.Value))}"
        : diagnostic.Id;

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest), path);

    [GeneratedRegex(@"\b([1-5]\d\d|[1-5]XX|default)(?= )")]
    private static partial Regex Status();
}
