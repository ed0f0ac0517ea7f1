#if !LATEST_ROSLYN // The verdicts do not depend on the compiler, so one test project is enough.
using System.Collections.Immutable;
using System.Reflection;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>
/// Verifies how results are used with real libraries: each section of <c>packages.txt</c> is compiled against the assemblies of its packages, which the
/// project file downloads.
/// </summary>
public sealed class PackageTests
{
    private static readonly string[] s_frameworks = ["net10.0", "net9.0", "net8.0", "net7.0", "net6.0", "netcoreapp3.1", "netstandard2.1", "netstandard2.0", "netstandard1.1"];

    private static readonly Dictionary<string, string> s_metadata = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(static a => a.Value is not null).GroupBy(static a => a.Key).ToDictionary(static g => g.Key, static g => g.First().Value!);

    public static TheoryData<string> Libraries => new(Sections().Select(static section => section.Name).ToArray());

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task Results_are_judged_with_the_real_library(string library)
    {
        (string _, string packages, string usings, string[] lines) = Sections().Single(section => section.Name == library);
        MetadataReference[] references = [.. packages.Split(' ').SelectMany(Assemblies).Select(static path => MetadataReference.CreateFromFile(path))];
        string opening = "using System; using System.Threading; using System.Threading.Tasks; using CdeCodegen.Runtime; using static R; "
            + string.Concat(usings.Split(';').Select(static name => $"using {name.Trim()}; "));
        var trees = new List<SyntaxTree> { Parse(Prelude(), "prelude.cs") };
        for (int i = 0; i < lines.Length; i++)
        {
            trees.Add(Parse($"{opening}public class S{i} {{ readonly C c = new(); void Do() {{ }} void Use(object? o) {{ }} {lines[i].Split(" // ")[0]} }}", $"S{i}.cs"));
        }

        ImmutableArray<Diagnostic> found = await Compilations.AnalyzeAndCompile(Compilations.Create(trees).AddReferences(references));

        Assert.Empty(found.Where(static d => d.Severity == DiagnosticSeverity.Error || d.Id.StartsWith("AD", StringComparison.Ordinal)).Select(static d => d.ToString()));
        string[] actual = [.. lines.Select((line, i) => $"{line.Split(" // ")[0]} // {Verdict(found.Where(d => d.Location.SourceTree?.FilePath == $"S{i}.cs"))}")];
        Assert.Equal(lines, actual);
    }

    private static string Verdict(IEnumerable<Diagnostic> diagnostics)
    {
        string[] own = [.. diagnostics.Where(static d => d.Id.StartsWith("CDE", StringComparison.Ordinal)).Select(Corpus.Verdict).Order(StringComparer.Ordinal)];
        return own.Length == 0 ? "nothing" : string.Join(' ', own);
    }

    /// <summary>The corpus's client, without its stand-ins for libraries.</summary>
    private static string Prelude()
    {
        string text = Corpus.Read("prelude.txt");
        return text[..text.IndexOf("namespace Xunit", StringComparison.Ordinal)]
            .Replace("using Xunit;", "", StringComparison.Ordinal)
            .Replace("class Polly", "class PollyLike", StringComparison.Ordinal)
            .Replace("class SubstituteLike", "class SubstituteLike<T0>", StringComparison.Ordinal)
            .Replace("(this T substitute", "(T substitute", StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, string Packages, string Usings, string[] Lines)> Sections()
    {
        foreach (string section in ("\n" + Corpus.Read("packages.txt")).Split("\n## ").Skip(1))
        {
            string[] lines = section.Split('\n');
            string[] header = lines[0].Split(" | ");
            yield return (header[0], header[1], header[2], [.. lines.Skip(1).Where(static line => line.Length > 0)]);
        }
    }

    private static string[] Assemblies(string package)
    {
        string folder = s_metadata["Packages"].Split('|').Single(known => known.StartsWith(package + "/", StringComparison.OrdinalIgnoreCase));
        string lib = Path.Combine(s_metadata["PackageRoot"], folder.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).ToLowerInvariant(), "lib");
        string framework = s_frameworks.First(name => Directory.Exists(Path.Combine(lib, name)) && Directory.EnumerateFiles(Path.Combine(lib, name), "*.dll").Any());
        return Directory.GetFiles(Path.Combine(lib, framework), "*.dll");
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest), path);
}
#endif
