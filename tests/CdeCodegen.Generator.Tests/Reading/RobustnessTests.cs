using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Tests.Reading;

/// <summary>Any text gives a tree or problems, no exception, and only offsets within the text.</summary>
public sealed class RobustnessTests
{
    private const string Json = """
        {
          "openapi": "3.0.3", "n": [-1.5e+3, 0, true, false, null],
          "text": "a\u00e9\n\"b\" 😀", "paths": { "/a/{b}": { "get": { "x": [] } } }
        }
        """;

    public static TheoryData<string> Documents()
    {
        TheoryData<string> documents = DocumentFiles.Yaml();
        documents.Add("inline.json");
        return documents;
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Documents_truncated_at_every_position_do_not_throw(string name)
    {
        string text = TextOf(name);
        for (int length = 0; length < text.Length; length++)
        {
            AssertReadable(name, text[..length]);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Documents_with_random_changes_do_not_throw(string name)
    {
        string text = TextOf(name);
        var random = new Random(4711);
        const string Bytes = "{}[]\",:'\\\n\r\t -#&*!|>%@`?~\0\u0001\uFFFD\uFEFF\uD800é0aN/<";
        for (int round = 0; round < 400; round++)
        {
            char[] garbled = text.ToCharArray();
            for (int change = random.Next(1, 6); change > 0; change--)
            {
                garbled[random.Next(garbled.Length)] = Bytes[random.Next(Bytes.Length)];
            }

            AssertReadable(name, new string(garbled));
        }
    }

    [Fact]
    public void Random_text_does_not_throw()
    {
        var random = new Random(4712);
        const string Signs = "{}[]\",:'\\\n\r\t -#&*!|>%@`?~ab1";
        for (int round = 0; round < 2000; round++)
        {
            char[] noise = new char[random.Next(1, 60)];
            for (int i = 0; i < noise.Length; i++)
            {
                noise[i] = random.Next(3) == 0 ? (char)random.Next(0x10000) : Signs[random.Next(Signs.Length)];
            }

            AssertReadable("a.json", new string(noise));
            AssertReadable("a.yaml", new string(noise));
        }
    }

    private static string TextOf(string name) => name == "inline.json" ? Json : DocumentFiles.Read(name);

    private static void AssertReadable(string path, string text)
    {
        SpecTree tree = SpecReader.Read(path, text, CancellationToken.None);

        Assert.True(tree.Root is not null || tree.Problems.Count > 0);
        foreach (SpecProblem problem in tree.Problems)
        {
            Assert.InRange(problem.Start, 0, text.Length);
            Assert.InRange(problem.End, problem.Start, text.Length);
            Assert.NotEmpty(problem.Message);
        }

        if (tree.Root is not null)
        {
            AssertWithin(tree.Root, text.Length);
        }
    }

    private static void AssertWithin(SpecNode node, int length)
    {
        Assert.True(node.Start >= 0 && node.Start <= node.End && node.End <= length);
        foreach (SpecNode item in node.Items)
        {
            AssertWithin(item, length);
        }

        foreach (SpecMember member in node.Members)
        {
            Assert.True(member.NameStart <= member.NameEnd && member.NameEnd <= length);
            AssertWithin(member.Value, length);
        }
    }
}
