using CdeCodegen.Generator.Lowering.Operations;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>Which operations <c>IncludePaths</c> and <c>ExcludePaths</c> choose.</summary>
public class PathFilterTests
{
    [Theory]
    [InlineData("/a", "/a", true)]
    [InlineData("a", "/a", true)]
    [InlineData("/a", "/A", false)]
    [InlineData("/a", "/ab", false)]
    [InlineData("/ab", "/a", false)]
    [InlineData("/a", "/a/b", false)]
    [InlineData("/*", "/a", true)]
    [InlineData("/*", "/a/b", false)]
    [InlineData("/*/b", "/a/b", true)]
    [InlineData("/*/b", "/a/c/b", false)]
    [InlineData("/a*", "/abc", true)]
    [InlineData("/a*", "/a", true)]
    [InlineData("/a*c*e", "/abcde", true)]
    [InlineData("/a*c*e", "/abcdf", false)]
    [InlineData("/a*b/c", "/axbxb/c", true)]
    [InlineData("/**", "/a/b/c", true)]
    [InlineData("**", "/a/b/c", true)]
    [InlineData("/a/**", "/a", true)]
    [InlineData("/a/**", "/a/", true)]
    [InlineData("/a/**", "/a/b/c", true)]
    [InlineData("/a/**", "/ab", false)]
    [InlineData("/a/**", "/b/a", false)]
    [InlineData("/a/**/", "/a", false)]
    [InlineData("/a/**x", "/a", false)]
    [InlineData("**/z", "/a/b/z", true)]
    [InlineData("**/z", "/a/b/y", false)]
    [InlineData("/**/z", "/a/b/z", true)]
    [InlineData("/**/z", "/a/b/y", false)]
    [InlineData("/**/b/*", "/a/b/c/b/d", true)]
    [InlineData("/**/b/*", "/a/b/c/d", false)]
    [InlineData("/**b*d", "/abcbd", true)]
    [InlineData("/a/{id}/*", "/a/{id}/x", true)]
    [InlineData("/x; /a", "/a", true)]
    [InlineData("/x\n/a\r\n", "/a", true)]
    [InlineData("/x,/a", "/a", false)]
    [InlineData("", "/a", true)]
    [InlineData(" ; ", "/a", true)]
    [InlineData("/a#GET", "/a", true)]
    [InlineData("/a#post, get", "/a", true)]
    [InlineData("/a # POST , PUT", "/a", false)]
    [InlineData("/a#", "/a", true)]
    [InlineData("#GET", "/a", true)]
    [InlineData("/b#GET;/a#POST", "/a", false)]
    public void An_include_chooses_operations_by_path_and_method(string includes, string path, bool isIncluded)
    {
        Assert.Equal(isIncluded, new PathFilter(includes, "").Includes(path, "get"));

        if (includes.Trim(' ', ';').Length > 0 && includes[0] != '#')
        {
            Assert.Equal(!isIncluded, new PathFilter("", includes).Includes(path, "get"));
            Assert.False(new PathFilter(includes, "/**").Includes(path, "get"));
        }
    }
}
