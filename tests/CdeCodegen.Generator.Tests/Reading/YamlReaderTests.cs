using System.Text;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Tests.Reading;

public sealed class YamlReaderTests
{
    private static SpecTree Read(string text, string path = "a.yaml") => SpecReader.Read(path, text, CancellationToken.None);

    [Theory]
    [InlineData("a.json", "a: 1")]
    [InlineData("a.yaml", "{\"a\":1}")]
    [InlineData("a.yml", "{a: 1}")]
    [InlineData("a", "{\"a\":1}")]
    [InlineData("a.txt", "{a: 1}")]
    [InlineData("a.openapi", "# comment\na: 1")]
    [InlineData("A.JSON", "/* comment */ {\"a\":1}")]
    public void The_format_follows_from_the_text_and_not_from_the_file_name(string path, string text)
    {
        Assert.Equal("1", Read(text, path).Root!["a"]!.Text);
    }

    [Fact]
    public void A_malformed_JSON_document_is_not_read_as_YAML()
    {
        SpecProblem problem = Assert.Single(Read("""{"a": tru}""", "a.json").Problems);

        Assert.Equal((SpecProblemKind.SyntaxError, 6), (problem.Kind, problem.Start));
    }

    [Theory]
    [InlineData("# only a comment\n")]
    [InlineData("---\n...\n---\n")]
    public void A_document_without_content_has_no_members(string text)
    {
        SpecTree tree = Read(text);

        Assert.True(tree.Root is null or { Kind: SpecKind.Null });
    }

    [Fact]
    public void An_alias_shares_the_value_of_its_anchor()
    {
        SpecNode root = Read("a: &x {b: 1}\nc: *x\n").Root!;

        Assert.Same(root["a"], root["c"]);
    }

    [Fact]
    public void The_expansion_of_nested_aliases_is_limited()
    {
        var text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 30; i++)
        {
            text.Append($"a{i}: &a{i} [").AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 10)).Append("]\n");
        }

        SpecTree tree = Read(text.ToString());

        Assert.All(tree.Problems, problem => Assert.Equal(SpecProblemKind.BadAlias, problem.Kind));
        Assert.NotEmpty(tree.Problems);
        Assert.InRange(CountAsTree(tree.Root!), 1_000, 1_100_000);
    }

    [Fact]
    public void The_expansion_of_merge_keys_is_limited()
    {
        var text = new StringBuilder("base: &base {");
        text.AppendJoin(", ", Enumerable.Range(0, 2000).Select(i => $"k{i}: 1")).Append("}\n");
        for (int i = 0; i < 2000; i++)
        {
            text.Append($"m{i}: {{<<: *base}}\n");
        }

        SpecTree tree = Read(text.ToString());

        Assert.InRange(CountAsTree(tree.Root!), 2_000, 1_100_000);
        Assert.All(tree.Problems, problem => Assert.Equal(SpecProblemKind.BadAlias, problem.Kind));
        Assert.NotEmpty(tree.Problems);
    }

    [Fact]
    public void The_depth_limit_includes_the_values_of_aliases()
    {
        var text = new StringBuilder();
        for (int i = 0; i < 20; i++)
        {
            text.Append($"a{i}: &a{i} ").Append('[', 100).Append(i == 0 ? "1" : $"*a{i - 1}").Append(']', 100).Append('\n');
        }

        SpecTree tree = Read(text.ToString());

        Assert.All(tree.Problems, problem => Assert.Equal(SpecProblemKind.BadAlias, problem.Kind));
        Assert.InRange(Height(tree.Root!), 100, 502);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Unclosed_deep_nesting_is_a_problem(string step)
    {
        SpecTree tree = Read("a: 1\nb:\n  " + string.Concat(Enumerable.Repeat(step, 100_000)));

        Assert.Contains(tree.Problems, problem => problem.Kind is SpecProblemKind.TooDeep or SpecProblemKind.SyntaxError);
        Assert.Equal("1", tree.Root!["a"]!.Text);
    }

    [Fact]
    public void Huge_scalars_are_read()
    {
        string prose = new('x', 2_000_000);
        string lines = string.Concat(Enumerable.Repeat("  line\n", 100_000));

        SpecNode root = Read($"plain: {prose}\nquoted: \"{prose}\"\nliteral: |\n{lines}last: 1\n").Root!;

        Assert.Equal(prose, root["plain"]!.Text);
        Assert.Equal(prose, root["quoted"]!.Text);
        Assert.Equal(500_000, root["literal"]!.Text.Length);
        Assert.Equal("1", root["last"]!.Text);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        string text = string.Concat(Enumerable.Range(0, 5000).Select(i => $"k{i}: 1\n"));

        Assert.Throws<OperationCanceledException>(() => SpecReader.Read("a.yaml", text, new CancellationToken(canceled: true)));
    }

    private static long CountAsTree(SpecNode node) =>
        1 + node.Items.Sum(CountAsTree) + node.Members.Sum(member => CountAsTree(member.Value));

    private static int Height(SpecNode node) => 1 + Math.Max(
        node.Items.Select(Height).DefaultIfEmpty().Max(),
        node.Members.Select(member => Height(member.Value)).DefaultIfEmpty().Max());
}
