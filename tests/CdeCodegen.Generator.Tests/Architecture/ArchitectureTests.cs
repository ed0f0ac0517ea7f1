using System.Text;
using System.Text.RegularExpressions;

namespace CdeCodegen.Generator.Tests.Architecture;

/// <summary>Holds the source to <see cref="ProjectRules"/>.</summary>
public partial class ArchitectureTests
{
    /// <summary>Set to <c>1</c>, writes the tables instead of comparing them.</summary>
    private const string WriteVariable = "CDECODEGEN_WRITE_TABLES";

    private static readonly string s_generator = Repository.PathOf("generator", "CdeCodegen.Generator");

    /// <summary>The folders that use Roslyn: the source generator. The engine runs without Roslyn.</summary>
    private static readonly string[] s_foldersWithRoslyn = ["Pipeline", FolderGraph.Root];

    public static TheoryData<string> Projects => [.. ProjectRules.All.Select(rules => rules.Project)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_use_only_what_their_rule_lists(string project)
    {
        ProjectRules rules = Rules(project);
        var graph = FolderGraph.Of(rules.Project, rules.Others);

        Assert.Equal(graph.Folders, rules.Folders.Select(rule => rule.Folder).Order(StringComparer.Ordinal));
        Assert.Empty(rules.Folders.SelectMany(rule => graph.UsesOf(rule.Folder)
            .Where(use => !rule.MayUse.Contains(use.Key))
            .Select(use => $"{rule.Folder} uses {use.Key} in {use.Value}")));
        Assert.Empty(rules.Folders.SelectMany(rule => rule.MayUse
            .Where(folder => !graph.UsesOf(rule.Folder).ContainsKey(folder))
            .Select(folder => $"{rule.Folder} may use {folder} but does not")));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_depend_downwards_only(string project)
    {
        var below = new HashSet<string>(StringComparer.Ordinal);
        foreach (FolderRule rule in Rules(project).Folders)
        {
            Assert.All(rule.MayUse, folder => Assert.True(folder.StartsWith("../", StringComparison.Ordinal) || below.Contains(folder), $"{rule.Folder} comes before {folder}"));
            below.Add(rule.Folder);
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_table_of_the_readme_is_up_to_date(string project)
    {
        ProjectRules rules = Rules(project);
        string path = Repository.PathOf(rules.Readme);
        string readme = File.ReadAllText(path);
        string start = $"<!-- folders of {Path.GetFileName(rules.Project)}: written by ArchitectureTests with {WriteVariable}=1 -->\n";
        const string End = "<!-- end of folders -->";
        int from = readme.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"{rules.Readme} has no line {start}");
        from += start.Length;
        int to = readme.IndexOf(End, from, StringComparison.Ordinal);
        string expected = Table(rules);
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            File.WriteAllText(path, readme[..from] + expected + readme[to..]);
        }
        else
        {
            Assert.Equal(expected, readme[from..to]);
        }
    }

    [Fact]
    public void The_engine_does_not_know_Roslyn()
    {
        foreach (FolderRule rule in Rules("generator/CdeCodegen.Generator").Folders.Where(rule => !s_foldersWithRoslyn.Contains(rule.Folder)))
        {
            Assert.All(
                Directory.GetFiles(Path.Combine(s_generator, rule.Folder), "*.cs", SearchOption.AllDirectories),
                file => Assert.DoesNotContain("Microsoft.CodeAnalysis", File.ReadAllText(file)));
        }
    }

    [Fact]
    public void YamlDotNet_is_named_in_one_file()
    {
        string[] files = [.. SourceFiles(s_generator).Where(file => File.ReadAllText(file).Contains("using YamlDotNet")).Select(file => Path.GetFileName(file))];
        Assert.Equal(["YamlReader.cs"], files);
    }

    [Fact]
    public void Analyzers_do_not_know_the_generator()
    {
        foreach (string project in (string[])["CdeCodegen.Analyzers", "CdeCodegen.CodeFixes"])
        {
            Assert.All(SourceFiles(Repository.PathOf("generator", project)), file => Assert.DoesNotContain("CdeCodegen.Generator", File.ReadAllText(file)));
        }
    }

    [Fact]
    public void No_file_on_the_hot_path_uses_LINQ()
    {
        // Implicit usings import System.Linq everywhere, so the calls of its extension methods are what to look for.
        Assert.All(SourceFiles(s_generator), file => Assert.DoesNotMatch(LinqCall(), File.ReadAllText(file)));
    }

    [GeneratedRegex(@"using System\.Linq|\.(Select|Where|SelectMany|OrderBy|ToDictionary|FirstOrDefault|GroupBy)\((?!static)")]
    private static partial Regex LinqCall();

    private static ProjectRules Rules(string project) => ProjectRules.All.Single(rules => rules.Project == project);

    private static string Table(ProjectRules rules)
    {
        var table = new StringBuilder("| folder | concern | may use |\n|---|---|---|\n");
        foreach (FolderRule rule in rules.Folders)
        {
            table.Append($"| {Shown(rule.Folder)} | {rule.Concern} | {string.Join(", ", rule.MayUse.Select(Shown))} |\n");
        }

        return table.ToString();

        static string Shown(string folder) => folder == FolderGraph.Root ? "the project's own folder" : $"`{folder.Replace("../CdeCodegen.", "")}`";
    }

    private static IEnumerable<string> SourceFiles(string folder) => Repository.CSharpFiles().Where(file => file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
}
