using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Tests.Reading;

public sealed class SpecPointerTests
{
    [Theory]
    [InlineData("{\"paths\":{\"/a~b\":{\"get\":[1,{\"x\":true}]}}}", "true", "#/paths/~1a~0b/get/1/x")]
    [InlineData("{\"paths\":{\"/a~b\":{\"get\":[1,{\"x\":true}]}}}", "\"get\"", "#/paths/~1a~0b/get")]
    [InlineData("{\"paths\":{\"/a~b\":{\"get\":[1,{\"x\":true}]}}}", "{\"paths\"", "#")]
    [InlineData("a:\n  b: &x\n    c: 1\nd: *x\ne: end", "1", "#/a/b/c")]
    [InlineData("a:\n  b: &x\n    c: 1\nd: *x\ne: end", "end", "#/e")]
    [InlineData("a: &x\n  c: 1\nb:\n  <<: *x\n  d: own", "1", "#/a/c")]
    [InlineData("a: &x\n  c: 1\nb:\n  <<: *x\n  d: own", "own", "#/b/d")]
    [InlineData("empty:\nnext: 1", "next", "#/next")]
    public void An_offset_gives_the_pointer_of_the_deepest_value(string text, string at, string expected)
    {
        SpecNode root = SpecReader.Read("", text, CancellationToken.None).Root!;

        Assert.Equal(expected, SpecPointer.Of(root, text.IndexOf(at, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_node_gives_its_own_pointer_although_others_start_at_the_same_offset()
    {
        SpecNode root = SpecReader.Read("", "a:\n  b:\n  - c: 1\n    d: 2\n", CancellationToken.None).Root!;

        Assert.Equal("#", SpecPointer.Of(root, root));
        Assert.Equal("#/a", SpecPointer.Of(root, root["a"]!));
        Assert.Equal("#/a/b", SpecPointer.Of(root, root["a"]!["b"]!));
        Assert.Equal("#/a/b/0", SpecPointer.Of(root, root["a"]!["b"]!.Items[0]));
        Assert.Equal("#/a/b/0/d", SpecPointer.Of(root, root["a"]!["b"]!.Items[0]["d"]!));
    }
}
