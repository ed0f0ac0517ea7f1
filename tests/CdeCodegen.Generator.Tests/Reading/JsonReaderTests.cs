using System.Text.Json;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Tests.Reading;

public sealed class JsonReaderTests
{
    private static SpecTree Read(string text) => SpecReader.Read("a.json", text, CancellationToken.None);

    [Fact]
    public void Random_documents_are_read_as_by_System_Text_Json()
    {
        var random = new Random(20240607);
        for (int i = 0; i < 3000; i++)
        {
            string text = RandomJson.Document(random);
            if (text.TrimStart() is not ['{' or '[' or '"', ..])
            {
                continue;
            }

            SpecTree tree = Read(text);
            Assert.True(tree.Problems.Count == 0, text);
            using var expected = JsonDocument.Parse(text);
            JsonComparison.AssertSame(expected.RootElement, tree.Root!, text);
        }
    }

    [Fact]
    public void Equal_strings_are_the_same_instance()
    {
        SpecNode root = Read("""{"a":{"type":"string"},"b":{"type":"string"}}""").Root!;

        Assert.Same(root["a"]!["type"]!.Text, root["b"]!["type"]!.Text);
        Assert.Same(root["a"]!.Members[0].Name, root["b"]!.Members[0].Name);
    }

    [Theory]
    [InlineData("{\"a\":1,}", 6, 7, "comma")]
    [InlineData("[1,2,]", 4, 5, "comma")]
    [InlineData("[1,,2]", 3, 4, "comma")]
    [InlineData("{\"a\":1 \"b\":2}", 7, 7, "comma is missing")]
    [InlineData("{/* why */\"a\":1}", 1, 10, "comments")]
    [InlineData("{\"a\":1} // why\n", 8, 14, "comments")]
    [InlineData("{\"a\":1} x", 8, 9, "after the end")]
    [InlineData("{\"a\":\"\\uD800\"}", 6, 12, "surrogate")]
    public void Minor_errors_are_reported_and_the_whole_document_is_read(string text, int start, int end, string message)
    {
        SpecTree tree = Read(text);

        SpecProblem problem = Assert.Single(tree.Problems);
        Assert.Equal(SpecProblemKind.Irregular, problem.Kind);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((start, end), (problem.Start, problem.End));
        Assert.True(tree.Root!.Count > 0);
    }

    [Theory]
    [InlineData("{\"a\":1,\"b\":}", 11, "value")]
    [InlineData("{\"a\":1,\"b\" 2}", 11, "':'")]
    [InlineData("{\"a\":1,b:2}", 7, "name")]
    [InlineData("{\"a\":1,\"b\":tru}", 11, "value")]
    [InlineData("{\"a\":1,\"b\":01}", 11, "number")]
    [InlineData("{\"a\":1,\"b\":1.}", 11, "number")]
    [InlineData("{\"a\":1,\"b\":-}", 11, "number")]
    [InlineData("{\"a\":1,\"b\":1e}", 11, "number")]
    [InlineData("{\"a\":1,\"b\":\"x\n\"}", 11, "string")]
    [InlineData("{\"a\":1,\"b\":\"\\x\"}", 12, "escape")]
    [InlineData("{\"a\":1,\"b\":\"\\u12G4\"}", 12, "escape")]
    [InlineData("{\"a\":1,\"b\":2", 0, "not closed")]
    [InlineData("{\"a\":1,\"b\":{\"c\":[1", 16, "not closed")]
    [InlineData("{\"a\":1]", 6, "expected")]
    public void The_tree_has_the_values_before_a_syntax_error(string text, int at, string message)
    {
        SpecTree tree = Read(text);

        SpecProblem problem = Assert.Single(tree.Problems);
        Assert.Equal(SpecProblemKind.SyntaxError, problem.Kind);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(at, problem.Start);
        Assert.Equal("1", tree.Root!["a"]!.Text);
    }

    /// <summary>System.Text.Json refuses such texts.</summary>
    [Theory]
    [InlineData("{\"a\":\"x\ty\"}", 7)]
    [InlineData("{\"a\":\"\\n\u0001\"}", 8)]
    [InlineData("{\"a\":\"0123456789012345678901234567890123456789012345678901234567890123456789\0\"}", 76)]
    public void A_control_character_in_a_string_is_read_and_reported(string text, int at)
    {
        SpecTree tree = Read(text);

        SpecProblem problem = Assert.Single(tree.Problems);
        Assert.Equal(SpecProblemKind.Irregular, problem.Kind);
        Assert.Equal(at, problem.Start);
        Assert.Contains(text[at], tree.Root!["a"]!.Text);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void The_last_of_several_members_with_the_same_name_is_kept(int others)
    {
        string filler = string.Concat(Enumerable.Range(0, others).Select(i => $"\"n{i}\":{i},"));
        string text = "{\"a\":1," + filler + "\"\\u0061\":2,\"z\":3,\"a\":4}";

        SpecTree tree = Read(text);

        Assert.Equal("4", tree.Root!["a"]!.Text);
        Assert.Equal("3", tree.Root["z"]!.Text);
        Assert.Equal(others + 2, tree.Root.Count);
        Assert.All(tree.Problems, problem => Assert.Equal(SpecProblemKind.DuplicateKey, problem.Kind));
        Assert.Equal(["\"\\u0061\"", "\"a\""], tree.Problems.Select(problem => text[problem.Start..problem.End]));
    }

    [Fact]
    public void A_value_that_is_too_deep_is_null_and_the_rest_is_read()
    {
        string deep = string.Concat(Enumerable.Repeat("[{\"]\":", 50_000)) + "1" + string.Concat(Enumerable.Repeat("}]", 50_000));

        SpecTree tree = Read("{\"deep\":" + deep + ",\"a\":1}");

        Assert.Equal(SpecProblemKind.TooDeep, Assert.Single(tree.Problems).Kind);
        Assert.Equal("1", tree.Root!["a"]!.Text);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void Unclosed_deep_nesting_is_an_error(string step)
    {
        SpecTree tree = Read(string.Concat(Enumerable.Repeat(step, 100_000)));

        Assert.Equal(
            [SpecProblemKind.TooDeep, SpecProblemKind.SyntaxError],
            tree.Problems.Select(problem => problem.Kind));
    }

    [Fact]
    public void Huge_scalars_are_read()
    {
        string prose = new('x', 5_000_000);
        string digits = new('7', 1_000_000);

        SpecNode root = Read($$"""{"{{prose}}":"{{prose}}\n","n":{{digits}}}""").Root!;

        Assert.Equal(prose + "\n", root[prose]!.Text);
        Assert.Equal(digits, root["n"]!.Text);
    }

    [Fact]
    public void The_number_of_problems_is_limited_and_includes_the_syntax_error()
    {
        SpecTree tree = Read("[" + string.Concat(Enumerable.Repeat("1,,", 5000)) + "x");

        Assert.InRange(tree.Problems.Count, 2, 200);
        Assert.Equal(SpecProblemKind.SyntaxError, tree.Problems[^1].Kind);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        string text = "[" + string.Concat(Enumerable.Repeat("{},", 5000)) + "{}]";

        Assert.Throws<OperationCanceledException>(() => SpecReader.Read("a.json", text, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("\uFEFF")]
    public void An_empty_document_is_an_error(string text)
    {
        SpecTree tree = Read(text);

        Assert.Null(tree.Root);
        Assert.Equal(SpecProblemKind.SyntaxError, Assert.Single(tree.Problems).Kind);
    }
}
