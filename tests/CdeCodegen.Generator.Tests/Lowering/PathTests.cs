using CdeCodegen.Generator.Lowering.Operations;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>Path templates and the URLs of servers.</summary>
public class PathTests
{
    /// <summary>Values are in angle brackets, with a plus where their reserved characters stay.</summary>
    [Theory]
    [InlineData("/", "")]
    [InlineData("/a", "a")]
    [InlineData("/a/", "a|")]
    [InlineData("/a/b", "a|b")]
    [InlineData("/{x}", "<x>")]
    [InlineData("/{x}/", "<x>|")]
    [InlineData("/a{x}b{y}", "a <x> b <y>")]
    [InlineData("/{x}{y}.json", "<x> <y> .json")]
    [InlineData("/{x:a/b}", "<x:a/b>")]
    [InlineData("/{+x}", "<+x>")]
    [InlineData("/{x+}", "<+x+>")]
    [InlineData("/{+}", "<+>")]
    [InlineData("/{}", "{}")]
    [InlineData("/{x", "{x")]
    [InlineData("/x}", "x}")]
    [InlineData("/a?b=1", "a ? ?b=1")]
    [InlineData("/a#b", "a # #b")]
    [InlineData("/a?b#c", "a ? ?b # #c")]
    [InlineData("/a#b?c", "a # #b?c")]
    [InlineData("/a?", "a")]
    [InlineData("/a#", "a")]
    public void A_template_is_split_into_segments_and_parts(string template, string expected)
    {
        (List<List<TemplatePart>> segments, string query, string fragment) = PathTemplates.Parse(template);

        string actual = string.Join('|', segments.Select(segment => string.Join(' ', segment.Select(Text))));
        Assert.Equal(expected, actual + (query.Length == 0 ? "" : " ? " + query) + (fragment.Length == 0 ? "" : " # " + fragment));

        static string Text(TemplatePart part) => part.IsValue ? $"<{(part.IsReserved ? "+" : "")}{part.Text}>" : part.Text;
    }

    [Theory]
    [InlineData("/a/{id}/b{x}c", "/a//bc")]
    [InlineData("?a={b}&c={d}", "?a=&c=")]
    [InlineData("a}b", "ab")]
    [InlineData("", "")]
    public void Names_of_parameters_are_no_part_of_a_name(string template, string expected) => Assert.Equal(expected, PathTemplates.WithoutNames(template));

    [Theory]
    [InlineData("azAZ09-._~!$&'()*+,;=:@/", "azAZ09-._~!$&'()*+,;=:@/")]
    [InlineData("%20%zz%2", "%20%25zz%252")]
    [InlineData("%2fA", "%2fA")]
    [InlineData("%2", "%252")]
    [InlineData("%g0", "%25g0")]
    [InlineData(" \"<>[]\\^`{|}", "%20%22%3C%3E%5B%5D%5C%5E%60%7B%7C%7D")]
    [InlineData("\u00E9", "%C3%A9")]
    [InlineData("\uD83D\uDE00", "%F0%9F%98%80")]
    public void Literal_text_is_encoded_once(string text, string expected) => Assert.Equal(expected, PathTemplates.Encode(text));

    /// <summary>An attribute cannot hold them.</summary>
    [Fact]
    public void Lone_surrogates_become_replacement_characters()
    {
        Assert.Equal("%EF%BF%BD", PathTemplates.Encode("\uD83D"));
        Assert.Equal("%EF%BF%BDa", PathTemplates.Encode("\uD83Da"));
        Assert.Equal("%EF%BF%BD%EF%BF%BD", PathTemplates.Encode("\uDE00\uD83D"));
    }

    [Theory]
    [InlineData("https://a.test", null, "https://a.test")]
    [InlineData("https://a.test/", null, "https://a.test")]
    [InlineData("http://a.test:81/v1//", null, "http://a.test:81/v1")]
    [InlineData("HTTPS://A.test/V 1", null, "https://a.test/V%201")]
    [InlineData("/v2", "https://a.test/v1", "https://a.test/v2")]
    [InlineData("v2", "https://a.test/v1", "https://a.test/v2")]
    [InlineData("v2", "https://a.test/v1/", "https://a.test/v1/v2")]
    [InlineData("", "https://a.test/v1", "https://a.test/v1")]
    [InlineData("//b.test/v2", "https://a.test/v1", "https://b.test/v2")]
    [InlineData("http://b.test", "https://a.test", "http://b.test")]
    [InlineData("/v2", null, null)]
    [InlineData("/v2", "/v1", null)]
    [InlineData(null, "https://a.test", null)]
    [InlineData("ftp://a.test", null, null)]
    [InlineData("ftp://b.test", "https://a.test", null)]
    [InlineData("https://a.test/?q=1", null, null)]
    [InlineData("https://a.test/#f", null, null)]
    [InlineData("https://me@a.test", null, null)]
    public void A_url_of_a_server_is_absolute(string? url, string? server, string? expected) => Assert.Equal(expected, Servers.Absolute(url, server));

    [Theory]
    [InlineData("/", true)]
    [InlineData("/v1/x", true)]
    [InlineData("v1", false)]
    [InlineData("//b.test", false)]
    [InlineData("/v1?q", false)]
    [InlineData("/v1#f", false)]
    [InlineData("/{v}", false)]
    [InlineData("/a\\b", false)]
    [InlineData("/a b", false)]
    [InlineData("/a/../b", false)]
    public void A_path_belongs_to_the_host_of_the_base_url(string url, bool expected) => Assert.Equal(expected, Servers.IsPath(url));
}
