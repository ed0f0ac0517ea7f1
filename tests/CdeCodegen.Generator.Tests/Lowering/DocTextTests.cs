using CdeCodegen.Generator.Tests.Infrastructure;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>What documentation comments say beside the description.</summary>
public class DocTextTests
{
    [Fact]
    public void A_default_an_example_and_a_link_follow_the_description()
    {
        string text = Member("type: integer, default: 5, example: 7, description: How often., externalDocs: { url: 'https://d.test/x', description: the manual. }");

        Assert.Contains("/// <summary>How often.</summary>", text);
        Assert.Contains("/// <remarks>The default is <c>5</c>. For example <c>7</c>. See <see href=\"https://d.test/x\">the manual</see>.</remarks>", text);
        Assert.Contains("public long? Member { get; init; }\n    public const long DefaultMember = 5;\n", text);
    }

    [Theory]
    [InlineData("type: string, examples: [one, two]", "/// <summary>For example <c>one</c>.</summary>")]
    [InlineData("allOf: [ { type: string, default: x } ]", "/// <summary>The default is <c>&quot;x&quot;</c>.</summary>")]
    [InlineData("type: string, deprecated: true", "Obsolete")]
    [InlineData("type: number, enum: [0.5, 1.5]", "/// <summary>One of <c>0.5, 1.5</c>.</summary>")]
    [InlineData("type: string, title: What it is", "/// <summary>What it is</summary>")]
    [InlineData("type: array, items: { type: string }, default: [a, b]", "/// <summary>The default is <c>[&quot;a&quot;, &quot;b&quot;]</c>.</summary>")]
    [InlineData("type: string, externalDocs: { url: 'https://d.test/x' }", "/// <summary>See <see href=\"https://d.test/x\">https://d.test/x</see>.</summary>")]
    public void Each_of_them_can_be_the_only_text(string schema, string expected) => Assert.Contains(expected, Member(schema));

    [Theory]
    [InlineData("type: string, title: Member")]
    [InlineData("type: string, title: mem_ber")]
    [InlineData("type: object, example: { a: 1 }, properties: { a: { type: integer } }")]
    [InlineData("type: boolean, example: true")]
    [InlineData("type: string, enum: [a, b], example: a")]
    [InlineData("type: string, externalDocs: { url: 'javascript:alert(1)' }")]
    [InlineData("type: string, externalDocs: { url: 'https://d.test/) <c>' }")]
    public void What_says_nothing_more_is_left_out(string schema)
    {
        string text = Member(schema);

        int at = text.IndexOf(" Member { get; init; }", StringComparison.Ordinal);
        Assert.DoesNotContain("///", text[..at]);
    }

    [Fact]
    public void An_example_in_the_description_is_not_repeated()
    {
        Assert.DoesNotContain("For example", Member("type: string, example: abc, description: 'A code, say abc.'"));
    }

    [Theory]
    [InlineData("type: integer, format: int32, default: 3000000000")]
    [InlineData("type: integer, default: many")]
    [InlineData("type: string, default: 5")]
    [InlineData("type: number, default: 1e999")]
    [InlineData("type: string, format: date, default: '2026-01-02'")]
    [InlineData("type: string, default: null")]
    public void A_default_that_is_no_constant_of_the_type_is_only_documented(string schema) => Assert.DoesNotContain("DefaultMember", Member(schema));

    [Theory]
    [InlineData("type: number, default: 5", "public const double DefaultMember = 5d;")]
    [InlineData("type: number, format: decimal, default: 1.10", "public const decimal DefaultMember = 1.10m;")]
    [InlineData("type: boolean, default: true", "public const bool DefaultMember = true;")]
    [InlineData("type: string, default: 'a\"\\nb'", "public const string DefaultMember = \"a\\\"\\\\nb\";")]
    [InlineData("type: string, enum: [a, b], default: b", "public static ThingMember DefaultMember => new(\"b\");")]
    [InlineData("type: integer, enum: [1, 2], default: 2", "public static ThingMember DefaultMember => new(2);")]
    public void A_default_is_a_constant(string schema, string expected) => Assert.Contains(expected, Member(schema));

    private static string Member(string schema)
    {
        var run = GeneratorRun.Of(
            "openapi: 3.1.0\ninfo: { title: T, version: '1' }\nservers: [ { url: 'https://t.test' } ]\npaths:\n  /a:\n    post:\n      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }\n"
            + "      responses: { '204': { description: ok } }\ncomponents:\n  schemas:\n    Thing: { type: object, properties: { member: { " + schema + " } } }\n");
        run.Load();
        return run.Text("Models.Thing.g.cs");
    }
}
