using CdeCodegen.Generator.Lowering.Naming;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>How names of documents become C# identifiers.</summary>
public class IdentifiersTests
{
    [Theory]
    [InlineData("main-version-number", "MainVersionNumber")]
    [InlineData("connectorPublicId", "ConnectorPublicId")]
    [InlineData("URLPath", "URLPath")]
    [InlineData("MAX_PAGE_SIZE", "MaxPageSize")]
    [InlineData("A1B2C", "A1B2C")]
    [InlineData("a1b2c", "A1b2c")]
    [InlineData("x", "X")]
    [InlineData("1st", "_1st")]
    [InlineData("42", "_42")]
    [InlineData("1.5", "_1_5")]
    [InlineData("v1.5", "V1_5")]
    [InlineData("v1.x", "V1X")]
    [InlineData("a.5", "A5")]
    [InlineData("+1", "Plus1")]
    [InlineData("-1", "Minus1")]
    [InlineData("<5", "LessThan5")]
    [InlineData(">5", "GreaterThan5")]
    [InlineData("=5", "EqualTo5")]
    [InlineData("!5", "Not5")]
    [InlineData("*5", "_5")]
    [InlineData("+a", "A")]
    [InlineData("a+", "A")]
    [InlineData("a+1", "A1")]
    [InlineData("!=", "NotEqualTo")]
    [InlineData("<=", "LessThanEqualTo")]
    [InlineData("*/~@#$%", "StarSlashTildeAtHashDollarPercent")]
    [InlineData("&|^?.,:;_ ", "AndOrCaretQuestionDotCommaColonSemicolonUnderscoreSpace")]
    [InlineData("()", "Symbol")]
    [InlineData("", "Empty")]
    [InlineData("\u00E9t\u00E9", "\u00C9t\u00E9")]
    [InlineData("\u65E5\u672C", "\u65E5\u672C")]
    [InlineData("a\u02B0b", "A\u02B0b")] // a modifier letter
    [InlineData("\u01C5a", "\u01C4a")] // a title-case letter, at the start of a word
    [InlineData("a\u01C5a", "A\u01C5a")]
    [InlineData("\u2160x", "_\u2160x")] // the Roman number one is a number
    [InlineData("a\u0661", "A\u0661")] // a digit
    [InlineData("a\u0301b", "A\u0301b")] // a combining mark
    [InlineData("\u0915\u093E", "\u0915\u093E")] // a vowel sign that takes up space
    [InlineData("a\u00ADb", "AB")] // a soft hyphen is invisible
    [InlineData("a\u203Fb", "AB")] // a connector
    [InlineData("a\u00B2b", "AB")] // a superscript
    [InlineData("a\uD83D\uDE00b", "AB")]
    public void A_name_becomes_an_identifier_in_Pascal_case(string name, string expected) => Assert.Equal(expected, Identifiers.Pascal(name));

    [Theory]
    [InlineData("public_id", "publicId")]
    [InlineData("ID", "id")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("URL", "url")]
    [InlineData("XApi", "xApi")]
    [InlineData("X", "x")]
    [InlineData("class", "@class")]
    [InlineData("Event", "@event")]
    [InlineData("classes", "classes")]
    [InlineData("1st", "_1st")]
    public void A_parameter_is_in_camel_case(string name, string expected) => Assert.Equal(expected, Identifiers.Camel(name));

    [Theory]
    [InlineData("Versions", "Version")]
    [InlineData("Categories", "Category")]
    [InlineData("Classes", "Class")]
    [InlineData("Boxes", "Box")]
    [InlineData("Matches", "Match")]
    [InlineData("Wishes", "Wish")]
    [InlineData("Buzzes", "Buzz")]
    [InlineData("Houses", "House")]
    [InlineData("URLS", "URL")]
    [InlineData("Address", "AddressItem")]
    [InlineData("Status", "StatusItem")]
    [InlineData("Analysis", "AnalysisItem")]
    [InlineData("Data", "DataItem")]
    [InlineData("Ids", "IdsItem")]
    [InlineData("Tags", "Tag")]
    [InlineData("statuses", "status")]
    [InlineData("HttpStatuses", "HttpStatus")]
    [InlineData("cookies", "cookie")]
    [InlineData("indices", "index")]
    [InlineData("series", "seriesItem")]
    [InlineData("warehouses", "warehouse")]
    public void The_items_of_a_list_are_named_after_one_of_them(string name, string expected) => Assert.Equal(expected, Identifiers.Singular(name));

    [Theory]
    [InlineData("Sent<", "SentLessThan")]
    [InlineData("Sent<=", "SentLessThanEqualTo")]
    [InlineData("@id", "AtId")]
    [InlineData("-x", "MinusX")]
    [InlineData("x-", "XMinus")]
    [InlineData("a-b", null)]
    [InlineData("a_b.c d/e", null)]
    [InlineData("a:b", "AColonB")]
    public void Symbols_are_spelled_where_a_name_is_taken(string name, string? expected)
    {
        Assert.Equal(expected is not null, Identifiers.HasSymbols(name));
        Assert.Equal(expected ?? Identifiers.Pascal(name), Identifiers.Spelled(name));
    }

    [Theory]
    [InlineData("')", true)]
    [InlineData("", true)]
    [InlineData("(a)", false)]
    [InlineData("(.)", false)]
    public void Some_characters_have_no_name(string text, bool expected) => Assert.Equal(expected, Identifiers.IsNameless(text));

    [Theory]
    [InlineData("Acme", true)]
    [InlineData("Acme.Pets_2._x", true)]
    [InlineData("Acme.", false)]
    [InlineData("Acme..Pets", false)]
    [InlineData("Acme.class", false)]
    [InlineData("Acme.2", false)]
    [InlineData("Acme Pets", false)]
    [InlineData("", false)]
    public void A_namespace_consists_of_identifiers(string name, bool expected) => Assert.Equal(expected, Identifiers.IsNamespace(name));

    [Fact]
    public void A_long_name_ends_in_a_hash_of_the_whole_name()
    {
        string longest = new('a', 300);

        Assert.Equal(longest, Identifiers.Bound(longest));
        string bound = Identifiers.Bound(longest + "b");
        Assert.Matches("^a{291}_[0-9a-f]{8}$", bound);
        Assert.NotEqual(bound, Identifiers.Bound(longest + "c"));
        Assert.Equal(300, Identifiers.Pascal(longest + "b").Length);
    }

    [Fact]
    public void A_scope_numbers_names_that_are_taken_ignoring_case()
    {
        var scope = new NameScope("Body");

        Assert.Equal("body2", scope.Take("body"));
        Assert.Equal("A", scope.Take("A"));
        Assert.Equal("a2", scope.Take("a"));
        Assert.Equal("A3", scope.Take("A"));
        Assert.Equal("a22", scope.Take("a2"));
        Assert.Equal("B", scope.Take("B", "C"));
        Assert.Equal("BItem", scope.Take("b", "BItem"));
        Assert.Equal("BItem2", scope.Take("b", "BItem"));
        Assert.True(scope.Contains("bODY"));
        Assert.False(scope.Contains("C"));
    }
}
