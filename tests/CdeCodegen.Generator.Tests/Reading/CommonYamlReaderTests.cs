using System.Text.RegularExpressions;
using CdeCodegen.Generator.Reading;
using Xunit.Abstractions;

namespace CdeCodegen.Generator.Tests.Reading;

/// <summary>YamlDotNet is the oracle: where our own reader does not give up, it must see the same document, in the same places.</summary>
public sealed partial class CommonYamlReaderTests(ITestOutputHelper output)
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests/CdeCodegen.Generator.Tests/Reading/Documents");

    public static TheoryData<string> Documents()
    {
        var documents = new TheoryData<string>();
        foreach (string path in Directory.GetFiles(s_folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            documents.Add(Path.GetFileName(path));
        }

        return documents;
    }

    [Theory]
    [InlineData("block-scalars.yaml")]
    [InlineData("bom-crlf.yaml")]
    [InlineData("comments.yaml")]
    [InlineData("duplicates.yaml")]
    [InlineData("everyday.yaml")]
    [InlineData("root-list.yaml")]
    public void Knows_what_documents_are_written_in(string name)
    {
        Assert.NotNull(Read(DocumentFiles.ReadText(Path.Combine(s_folder, name))));
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
    public void Gives_up_on_what_is_rare_or_wrong(string text)
    {
        Assert.Null(Read(text));
    }

    /// <summary>Valid (8.1.1.1: no longer than the first line that is not blank), and an error to YamlDotNet.</summary>
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
    public void Agrees_with_YamlDotNet(string name)
    {
        AssertAgreement(DocumentFiles.ReadText(Path.Combine(s_folder, name)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Agrees_with_YamlDotNet_on_every_truncation(string name)
    {
        string text = DocumentFiles.ReadText(Path.Combine(s_folder, name));
        for (int length = 0; length < text.Length; length++)
        {
            AssertAgreement(text[..length]);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Agrees_with_YamlDotNet_on_altered_documents(string name)
    {
        string text = DocumentFiles.ReadText(Path.Combine(s_folder, name));
        var random = new Random(4713);
        int read = 0;
        for (int round = 0; round < 1500; round++)
        {
            read += AssertAgreement(YamlAlteration.Alter(text, random)) ? 1 : 0;
        }

        output.WriteLine($"{read} of 1500 were read");
    }

    [Fact]
    public void Agrees_with_YamlDotNet_on_the_corpus()
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

    /// <returns>Whether our reader read it at all.</returns>
    private static bool AssertAgreement(string text, string? path = null)
    {
        if (Read(text) is not { } own)
        {
            return false;
        }

        SpecTree other = YamlReader.Read(text, CancellationToken.None);
        if (IsMistaken(other, text))
        {
            return true;
        }

        string context = path ?? text;
        Assert.True(
            own.Problems.Select(p => (p.Kind, p.Start)).SequenceEqual(other.Problems.Select(p => (p.Kind, p.Start))),
            string.Join('\n', other.Problems.Select(p => p.Message + " " + p.Start)) + "\n" + context);
        AssertSame(other.Root!, own.Root!, "#", text, context);
        return true;
    }

    /// <summary>
    /// Where YamlDotNet 16.3 is wrong: block scalars that begin with, or consist of, lines of spaces (8.1.1.1), and <c>a *b: c</c>, which it
    /// takes for one scalar although an asterisk means nothing within a scalar (7.3.3).
    /// </summary>
    private static bool IsMistaken(SpecTree other, string text) =>
        other.Problems.Any(p => p.Message.Contains("extra spaces in first line", StringComparison.Ordinal) || p.Message.Contains("more spaces in lines above", StringComparison.Ordinal))
        || AsteriskInScalar().IsMatch(text);

    [GeneratedRegex(@"\S \*[^\n]*:")]
    private static partial Regex AsteriskInScalar();

    private static void AssertSame(SpecNode expected, SpecNode actual, string pointer, string text, string context)
    {
        bool same = expected.Kind == actual.Kind && expected.Text == actual.Text && expected.Count == actual.Count;

        // A null that is not written has no place of its own; where block scalars end, YamlDotNet says the next line.
        if (actual.Start < actual.End)
        {
            same &= expected.Start == actual.Start;
            bool isExact = actual.Kind is not (SpecKind.Object or SpecKind.Array) ? text[actual.Start] is not ('|' or '>') : text[actual.Start] is '{' or '[';
            same &= !isExact || expected.End == actual.End;
        }

        if (!same)
        {
            Assert.Fail($"{pointer}: {actual.Kind} '{actual.Text}' {actual.Start}..{actual.End} should be {expected.Kind} '{expected.Text}' {expected.Start}..{expected.End} in\n{context}");
        }

        for (int i = 0; i < expected.Items.Length; i++)
        {
            AssertSame(expected.Items[i], actual.Items[i], pointer + "/" + i, text, context);
        }

        for (int i = 0; i < expected.Members.Length; i++)
        {
            SpecMember one = expected.Members[i];
            SpecMember two = actual.Members[i];
            if ((one.Name, one.NameStart, one.NameEnd) != (two.Name, two.NameStart, two.NameEnd))
            {
                Assert.Fail($"{pointer}: {(two.Name, two.NameStart, two.NameEnd)} should be {(one.Name, one.NameStart, one.NameEnd)} in\n{context}");
            }

            AssertSame(one.Value, two.Value, pointer + "/" + one.Name, text, context);
        }
    }
}
