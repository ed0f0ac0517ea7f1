using System.ComponentModel;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CdeCodegen.Runtime.Tests;

/// <summary>The structure that the README of the runtime describes: what each folder may use, and which namespace holds which types.</summary>
public partial class ArchitectureTests
{
    private static readonly string s_root = Path.Combine(Repository.Root, "runtime", "CdeCodegen.Runtime");

    [Fact]
    public void The_README_lists_every_folder_after_those_that_it_may_use()
    {
        var above = new HashSet<string>();
        foreach ((string folder, string[] allowed) in ReadRules())
        {
            Assert.All(allowed, other => Assert.Contains(other, above));
            Assert.True(above.Add(folder), folder);
        }

        Assert.Equal(SourceFiles().Select(FolderOf).Distinct().Order(), above.Order());
    }

    [Fact]
    public void A_folder_uses_only_the_folders_that_the_README_allows()
    {
        var rules = ReadRules().ToDictionary(rule => rule.Folder, rule => rule.Allowed);
        var sources = SourceFiles().ToDictionary(file => file, file => NotCode().Replace(File.ReadAllText(file), ""));
        ILookup<string, string> foldersOfTypes = sources
            .SelectMany(source => TypeDeclaration().Matches(source.Value).Select(match => (Type: match.Groups[1].Value, Folder: FolderOf(source.Key))))
            .ToLookup(type => type.Type, type => type.Folder);
        foreach ((string file, string source) in sources)
        {
            string folder = FolderOf(file);
            foreach (string name in Identifier().Matches(source).Select(match => match.Value).Distinct())
            {
                foreach (string used in foldersOfTypes[name].Where(used => used != folder))
                {
                    Assert.True(rules[folder].Contains(used), $"{Path.GetRelativePath(s_root, file)} uses {name} in {used}");
                }
            }
        }
    }

    [Fact]
    public void The_namespace_of_a_type_names_its_audience()
    {
        foreach (Type type in typeof(ApiResult).Assembly.GetTypes().Where(type => !type.IsNested && type.Namespace?.StartsWith("CdeCodegen", StringComparison.Ordinal) == true))
        {
            bool isHidden = type.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never;
            string expected = !type.IsPublic ? "CdeCodegen.Runtime.Internal" : isHidden ? "CdeCodegen.Runtime.Generated" : "CdeCodegen.Runtime";
            Assert.True(expected == type.Namespace, $"{type.FullName} belongs in {expected}");
        }
    }

    private static IEnumerable<(string Folder, string[] Allowed)> ReadRules()
        => FolderRow().Matches(File.ReadAllText(Path.Combine(s_root, "README.md")))
            .Select(row => (row.Groups[1].Value, Quoted().Matches(row.Groups[2].Value).Select(match => match.Groups[1].Value).ToArray()));

    private static IEnumerable<string> SourceFiles()
        => Directory.EnumerateDirectories(s_root)
            .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories));

    private static string FolderOf(string file) => Path.GetRelativePath(s_root, file).Split(Path.DirectorySeparatorChar)[0];

    [GeneratedRegex(@"^\| `(\w+)/` \|[^|]*\|([^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex FolderRow();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Quoted();

    /// <summary>Comments and plain strings. References in documentation comments are not dependencies.</summary>
    [GeneratedRegex("""//.*|"(?:[^"\\\r\n]|\\.)*"(?=[^"])""")]
    private static partial Regex NotCode();

    [GeneratedRegex(@"^(?:public|internal) (?:[a-z]+ )*(?:class|struct|enum|interface|record) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Identifier();
}
