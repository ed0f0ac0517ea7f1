using CdeCodegen.Generator.Reading;
using CdeCodegen.Generator.Tests.Reading.YamlTestSuite;
using Xunit.Abstractions;

namespace CdeCodegen.Generator.Tests.Reading;

/// <summary>
/// Compares <see cref="CommonYamlReader"/> with YamlDotNet. The common reader may return null for any text, but if it returns a tree, values,
/// offsets and problems must be the same.
/// </summary>
public sealed class CommonYamlReaderTests(ITestOutputHelper output)
{
    public static TheoryData<string> Documents() => DocumentFiles.Yaml();

    [Theory]
    [InlineData("block-scalars.yaml")]
    [InlineData("bom-crlf.yaml")]
    [InlineData("comments.yaml")]
    [InlineData("duplicates.yaml")]
    [InlineData("everyday.yaml")]
    [InlineData("root-list.yaml")]
    public void Common_constructs_are_supported(string name)
    {
        Assert.NotNull(Read(DocumentFiles.Read(name)));
    }

    [Theory]
    [InlineData("a: &x 1\n")]
    [InlineData("a: *x\n")]
    [InlineData("a: !!str 1\n")]
    [InlineData("<<: {a: 1}\n")]
    [InlineData("? a\n: b\n")]
    [InlineData("%YAML 1.2\n---\na: 1\n")]
    [InlineData("a: 1\n---\nb: 1\n")]
    [InlineData("a: 1\n--- b: 1\n")]
    [InlineData("a: 1\n...\n")]
    [InlineData("a:\n\tb: 1\n")]
    [InlineData("a: \"\\uD83D\\uDE00\"\n")]
    [InlineData("a: \"\\UFFFFFFFF\"\n")]
    [InlineData("a: \"\\L\"\n")]
    [InlineData("a: b: c\n")]
    [InlineData("a: b\n  c: d\n")]
    [InlineData("a: - b\n")]
    [InlineData("a: [b\n")]
    [InlineData("a: \"b\n")]
    [InlineData("a: {b}\n")]
    [InlineData("...\na: 1\n")]
    [InlineData("a: [:b]\n")]
    [InlineData("a: 1\n  b: 2\n")]
    [InlineData("a: |\n   \n  b\n")]
    [InlineData("text\n")]
    [InlineData("a: x\u0085b: y\n")]
    public void Rare_constructs_and_errors_are_left_to_YamlDotNet(string text)
    {
        Assert.Null(Read(text));
    }

    [Theory]
    [InlineData("a: 1\n\t\nc: 1\n", "1")]
    [InlineData("a: 1\n   \t  \nc: 1\n", "1")]
    [InlineData("a: b\n \t\n  d\n\t\r\nc: 1\n", "b\nd")]
    [InlineData("a: [x,\n\t\n y]\n\t \nc: 1\n", "")]
    [InlineData("\t\n\na: 1\n  \t # comment\n\nc: 1\n\t", "1")]
    public void A_line_of_tabs_is_blank(string text, string expected)
    {
        SpecTree tree = SpecReader.Read("a.yaml", text, CancellationToken.None);

        Assert.Empty(tree.Problems);
        Assert.Equal(expected, tree.Root!["a"]!.Text);
        Assert.Equal("1", tree.Root!["c"]!.Text);
    }

    /// <summary>
    /// Valid by YAML 1.2.2, section 8.1.1.1, because the line of spaces is no longer than the indentation. YamlDotNet reports an error.
    /// </summary>
    [Theory]
    [InlineData("a: |\n  \n  b\nc: 1\n", "\nb\n")]
    [InlineData("a: |+\n   \nc: 1\n", "\n")]
    [InlineData("a: >-\n  \n\n  b\n  c\nc: 1\n", "\n\nb c")]
    public void A_block_scalar_may_begin_with_a_line_of_spaces(string text, string expected)
    {
        SpecNode root = SpecReader.Read("a.yaml", text, CancellationToken.None).Root!;

        Assert.Equal(expected, root["a"]!.Text);
        Assert.Equal("1", root["c"]!.Text);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Documents_are_read_as_by_YamlDotNet(string name)
    {
        AssertAgreement(DocumentFiles.Read(name));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Documents_truncated_at_every_position_are_read_as_by_YamlDotNet(string name)
    {
        string text = DocumentFiles.Read(name);
        for (int length = 0; length < text.Length; length++)
        {
            AssertAgreement(text[..length]);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Randomly_altered_documents_are_read_as_by_YamlDotNet(string name)
    {
        string text = DocumentFiles.Read(name);
        var random = new Random(4713);
        int read = 0;
        for (int round = 0; round < 1500; round++)
        {
            read += AssertAgreement(YamlAlteration.Alter(text, random)) ? 1 : 0;
        }

        output.WriteLine($"{read} of 1500 were read");
    }

    [Fact]
    public void Cases_of_the_YAML_test_suite_and_their_beginnings_are_read_as_by_YamlDotNet()
    {
        int read = 0;
        foreach (SuiteCase suiteCase in SuiteCase.All)
        {
            for (int length = 1; length <= suiteCase.Yaml.Length; length++)
            {
                read += AssertAgreement(suiteCase.Yaml[..length]) ? 1 : 0;
            }
        }

        output.WriteLine($"{read} were read");
    }

    [Fact]
    public void Real_documents_are_read_as_by_YamlDotNet()
    {
        int read = 0;
        int all = 0;
        foreach (string path in DocumentFiles.Corpus(output, "*.yaml", "*.yml"))
        {
            bool isRead = AssertAgreement(DocumentFiles.ReadText(path), path);
            read += isRead ? 1 : 0;
            all++;
            if (!isRead)
            {
                output.WriteLine("left to YamlDotNet: " + path);
            }
        }

        output.WriteLine($"{read} of {all} were read");
    }

    private static SpecTree? Read(string text) =>
        CommonYamlReader.TryRead(text, text.StartsWith('\uFEFF') ? 1 : 0, CancellationToken.None);

    /// <returns>Whether the common reader returned a tree.</returns>
    private static bool AssertAgreement(string text, string? path = null)
    {
        if (Read(text) is not { } actual)
        {
            return false;
        }

        SpecTree expected = YamlReader.Read(text, CancellationToken.None);
        if (YamlDotNetBugs.Affect(expected.Problems.Select(p => p.Message), text))
        {
            return true;
        }

        string context = path ?? text;
        Assert.True(
            actual.Problems.Select(p => (p.Kind, p.Start)).SequenceEqual(expected.Problems.Select(p => (p.Kind, p.Start))),
            string.Join('\n', expected.Problems.Select(p => p.Message + " " + p.Start)) + "\n" + context);
        AssertSame(expected.Root!, actual.Root!, "#", text, context);
        return true;
    }

    private static void AssertSame(SpecNode expected, SpecNode actual, string pointer, string text, string context)
    {
        bool same = expected.Kind == actual.Kind && expected.Text == actual.Text && expected.Count == actual.Count;

        // The offsets of an implicit null are arbitrary, and YamlDotNet ends block scalars and block collections on the next line.
        if (actual.Start < actual.End)
        {
            same &= expected.Start == actual.Start;
            bool isExact = actual.Kind is SpecKind.Object or SpecKind.Array ? text[actual.Start] is '{' or '[' : text[actual.Start] is not ('|' or '>');
            same &= !isExact || expected.End == actual.End;
        }

        if (!same)
        {
            Assert.Fail($"{pointer}: {Describe(actual)} should be {Describe(expected)} in\n{context}");
        }

        for (int i = 0; i < expected.Items.Length; i++)
        {
            AssertSame(expected.Items[i], actual.Items[i], pointer + "/" + i, text, context);
        }

        for (int i = 0; i < expected.Members.Length; i++)
        {
            SpecMember expectedMember = expected.Members[i];
            SpecMember actualMember = actual.Members[i];
            if (NameOf(expectedMember) != NameOf(actualMember))
            {
                Assert.Fail($"{pointer}: {NameOf(actualMember)} should be {NameOf(expectedMember)} in\n{context}");
            }

            AssertSame(expectedMember.Value, actualMember.Value, pointer + "/" + expectedMember.Name, text, context);
        }
    }

    private static string Describe(SpecNode node) => $"{node.Kind} '{node.Text}' {node.Start}..{node.End}";

    private static (string Name, int Start, int End) NameOf(SpecMember member) => (member.Name, member.NameStart, member.NameEnd);
}
