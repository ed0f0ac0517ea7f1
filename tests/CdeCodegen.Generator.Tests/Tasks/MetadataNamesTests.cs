using System.Text.RegularExpressions;
using System.Xml.Linq;
using CdeCodegen.Tasks;

namespace CdeCodegen.Generator.Tests.Tasks;

/// <summary>Which names of metadata are taken for a misspelt setting. The package tests run the task itself.</summary>
public partial class MetadataNamesTests
{
    [Theory]
    [InlineData("Namesapce", "Namespace")]
    [InlineData("NameSpaces", "Namespace")]
    [InlineData("Classname_", "ClassName")]
    [InlineData("IncludePath", "IncludePaths")]
    [InlineData("ExcludedPaths", "ExcludePaths")]
    [InlineData("Accessability", "Accessibility")]
    [InlineData("DocumentWarning", "DocumentWarnings")]
    [InlineData("File", "Files")]
    [InlineData("Emits", "Emit")]
    [InlineData("SourceURLs", "SourceUrl")]
    [InlineData("CodeGenrator", "CodeGenerator")]
    public void A_name_that_is_almost_a_setting_is_a_mistake(string name, string meant) => Assert.Equal(meant, MetadataNames.Misspelt(name));

    [Theory]
    [InlineData("namespace")]
    [InlineData("EMIT")]
    [InlineData("SourceUri")]
    [InlineData("Options")]
    [InlineData("OutputPath")]
    [InlineData("Link")]
    [InlineData("Edit_")]
    [InlineData("Class")]
    [InlineData("")]
    public void A_setting_and_a_name_of_another_tool_are_none(string name) => Assert.Null(MetadataNames.Misspelt(name));

    /// <summary>A new setting must be added to the task, or its own name could be taken for another one.</summary>
    [Fact]
    public void The_task_knows_every_setting()
    {
        string readme = File.ReadAllText(Repository.PathOf("README.md"));
        string table = readme[readme.IndexOf("| metadata | meaning", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("\n\n", StringComparison.Ordinal)];
        string[] documented = [.. RowPattern().Matches(table).SelectMany(static row => NamePattern().Matches(row.Value)).Select(static name => name.Groups[1].Value)];
        var targets = XDocument.Load(Repository.PathOf("generator", "CdeCodegen.Package", "build", "CdeCodegen.targets"));
        IEnumerable<string> read = targets.Descendants("CompilerVisibleItemMetadata").Select(static item => item.Attribute("MetadataName")!.Value)
            .Where(static name => !name.StartsWith("CdeCodegen", StringComparison.Ordinal));

        Assert.Equal(MetadataNames.All.Order(), documented.Append("CodeGenerator").Order());
        Assert.Empty(read.Except(MetadataNames.All));
    }

    [GeneratedRegex(@"^\| `.*?\|", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex NamePattern();
}
