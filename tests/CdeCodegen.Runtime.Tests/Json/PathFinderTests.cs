using System.Text;

namespace CdeCodegen.Runtime.Tests.Json;

/// <summary>The JSON path of an error, by its offset.</summary>
public class PathFinderTests
{
    [Theory]
    [InlineData("1", 0, "$")]
    [InlineData("{\"a\":1}", 5, "$.a")]
    [InlineData("{\"a\":{\"b\":1},\"c\":2}", 10, "$.a.b")]
    [InlineData("{\"a\":{\"b\":1},\"c\":2}", 17, "$.c")]
    [InlineData("{\"a\":{\"b\":1},\"c\":2}", 11, "$.a")]
    [InlineData("[1,2,3]", 1, "$[0]")]
    [InlineData("[1,2,3]", 5, "$[2]")]
    [InlineData("[[1],{\"a\":[true,null]},\"x\"]", 11, "$[1].a[0]")]
    [InlineData("[[1],{\"a\":[true,null]},\"x\"]", 16, "$[1].a[1]")]
    [InlineData("[[1],{\"a\":[true,null]},\"x\"]", 23, "$[2]")]
    [InlineData("[[],[[]],5]", 9, "$[2]")]
    [InlineData("[1,x]", 3, "$[1]")]
    [InlineData("[x]", 1, "$[0]")]
    [InlineData("{\"a\":[1,2,x]}", 10, "$.a[2]")]
    [InlineData("{\"a\":[1,2 x]}", 10, "$.a[1]")]
    [InlineData("x", 0, "$")]
    [InlineData("", 0, "$")]
    [InlineData("{\"a-b\":1}", 7, "$['a-b']")]
    [InlineData("{\"\":1}", 4, "$['']")]
    [InlineData("{\"1a\":1}", 6, "$['1a']")]
    [InlineData("{\"_a1\":1}", 7, "$._a1")]
    [InlineData("{\"it's\":1}", 8, "$['it\\'s']")]
    [InlineData("{\"a\\\\b\":1}", 8, "$['a\\\\b']")]
    [InlineData("{\"\\ud800\":1}", 10, "$['\uFFFD']")]
    public void The_value_at_the_offset_is_named(string json, long offset, string path) =>
        Assert.Equal(path, JsonPathFinder.Find(Encoding.UTF8.GetBytes(json), offset));

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void A_long_name_is_cut(int length, bool isCut)
    {
        string name = new('n', length);

        string path = JsonPathFinder.Find(Encoding.UTF8.GetBytes($"{{\"{name}\":1}}"), length + 4);

        Assert.Equal(isCut ? $"$['{new string('n', 64)}…']" : "$." + name, path);
    }

    [Fact]
    public void A_long_path_is_cut()
    {
        string json = string.Concat(Enumerable.Repeat("{\"abcdefgh\":", 100));

        string path = JsonPathFinder.Find(Encoding.UTF8.GetBytes(json), json.Length);

        Assert.Equal("$" + string.Concat(Enumerable.Repeat(".abcdefgh", 100))[..255] + "…", path);
    }

    [Theory]
    [InlineData("abc\ndef\nghi", 0, 2, 2)]
    [InlineData("abc\ndef\nghi", 1, 0, 4)]
    [InlineData("abc\ndef\nghi", 2, 1, 9)]
    [InlineData("abc\ndef\nghi", 2, 100, 11)]
    [InlineData("abc\ndef\nghi", 9, 1, 9)]
    public void A_line_and_a_position_are_an_offset(string json, long line, long position, long offset) =>
        Assert.Equal(offset, JsonPathFinder.ToOffset(Encoding.UTF8.GetBytes(json), line, position));
}
