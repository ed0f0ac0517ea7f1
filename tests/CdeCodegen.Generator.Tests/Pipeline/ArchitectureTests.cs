using System.Text.RegularExpressions;

namespace CdeCodegen.Generator.Tests.Pipeline;

/// <summary>The rules of generator/README.md on who may know whom, checked on the source.</summary>
public partial class ArchitectureTests
{
    private static readonly string s_generator = Path.Combine(Repository.Root, "generator", "CdeCodegen.Generator");

    /// <summary>Folder, and the folders whose namespaces its files may name.</summary>
    public static TheoryData<string, string[]> Rules => new()
    {
        { "Infrastructure", [] },
        { "Reading", ["Infrastructure", "Diagnostics"] },
        { "Diagnostics", ["Infrastructure", "Reading"] },
        { "OpenApi", ["Infrastructure", "Reading", "Diagnostics"] },
        { "Model", ["Infrastructure"] },
        { "Lowering", ["Infrastructure", "Reading", "OpenApi", "Model", "Diagnostics"] },
        { "Units", ["Infrastructure", "Model"] },
        { "Emission", ["Infrastructure", "Model", "Units"] },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_stage_knows_only_those_before_it(string folder, string[] allowed)
    {
        foreach (string file in Files(folder))
        {
            foreach (Match match in OwnNamespace().Matches(File.ReadAllText(file)))
            {
                string named = match.Groups[1].Value;
                Assert.True(named == folder || allowed.Contains(named), $"{Path.GetRelativePath(s_generator, file)} names {named}");
            }
        }
    }

    [Theory]
    [InlineData("Infrastructure")]
    [InlineData("Reading")]
    [InlineData("OpenApi")]
    [InlineData("Model")]
    [InlineData("Lowering")]
    [InlineData("Emission")]
    public void Roslyn_is_not_known_to_the_stages(string folder)
    {
        Assert.All(Files(folder), file => Assert.DoesNotContain("Microsoft.CodeAnalysis", File.ReadAllText(file)));
    }

    [Fact]
    public void YamlDotNet_is_named_in_one_file()
    {
        string[] files = Directory.GetFiles(s_generator, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar) && File.ReadAllText(file).Contains("using YamlDotNet"))
            .Select(Path.GetFileName)
            .ToArray()!;
        Assert.Equal(["YamlReader.cs"], files);
    }

    [Fact]
    public void Analyzers_do_not_know_the_generator()
    {
        foreach (string project in new[] { "CdeCodegen.Analyzers", "CdeCodegen.CodeFixes" })
        {
            string root = Path.Combine(Repository.Root, "generator", project);
            Assert.All(Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories), file => Assert.DoesNotContain("CdeCodegen.Generator", File.ReadAllText(file)));
        }
    }

    [Fact]
    public void No_file_on_the_hot_path_uses_LINQ()
    {
        // Implicit usings import System.Linq everywhere; its extension methods give themselves away by these names.
        foreach (string folder in new[] { "Reading", "OpenApi", "Lowering", "Emission", "Pipeline" })
        {
            Assert.All(Files(folder), file => Assert.DoesNotMatch(LinqCall(), File.ReadAllText(file)));
        }
    }

    [GeneratedRegex(@"CdeCodegen\.Generator\.(\w+)")]
    private static partial Regex OwnNamespace();

    [GeneratedRegex(@"using System\.Linq|\.(Select|Where|SelectMany|OrderBy|ToDictionary|FirstOrDefault|GroupBy)\((?!static)")]
    private static partial Regex LinqCall();

    private static string[] Files(string folder) => Directory.GetFiles(Path.Combine(s_generator, folder), "*.cs", SearchOption.AllDirectories);
}
