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
    public void Names_the_deepest_value_at_an_offset(string text, string at, string expected)
    {
        SpecNode root = SpecReader.Read("", text, CancellationToken.None).Root!;

        Assert.Equal(expected, SpecPointer.Of(root, text.IndexOf(at, StringComparison.Ordinal)));
    }
}
