using System.Xml.Linq;
using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using static CdeCodegen.Generator.Tests.Emission.ModelFactory;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>The document's texts in comments and literals: readable, and never code.</summary>
public class DocTests
{
    /// <summary>Texts that could end a comment, a literal, a line, an attribute or an element, or that reorder the text around them.</summary>
    private static readonly string[] s_hostile =
    [
        "*/ class Evil { }", "line\nclass Evil { }", "line\r\nx", "line\rx", "a\u2028class Evil { }", "a\u2029b", "a\u0085b", "a\vb\fc", "\"quoted\" 'single'", "\\", "\\\"", "\\u0022; }", "{0} {{x}} {x}",
        "<summary>", "</summary>", "]]>", "<!-- -->", "<see cref=\"T:Evil\"/>", "&amp; & &#0;", "\uD800", "\uDC00x", "a\uD83D", "😀", "\0\u0001\u001f\u007f\u009f", "\ufeff\ufffe\uffff", "\u202Egnp.exe", "#pragma warning restore", "#if", "`code`", "```\n*/\n</code>\n```",
        "[x](https://example.com/\"><b>)", "[x](javascript:alert(1))", "<code>", "<a href='x'>", "**bold", "_i", "_**b_**", "[_a](https://x)_", "``", "[](", "- ", "#", "",
    ];

    [Theory]
    [InlineData("One sentence.", "One sentence.")]
    [InlineData("Two\nlines of one paragraph.", "Two lines of one paragraph.")]
    [InlineData("First.\n\nSecond.", "First.|Second.")]
    [InlineData("Set `limit` to ``a`b``.", "Set <c>limit</c> to <c>a`b</c>.")]
    [InlineData("It is **very** important, 2 * 3 * 4.", "It is <b>very</b> important, 2 * 3 * 4.")]
    [InlineData("See [the docs](https://example.com/a?b=c&d=e) or [here](#anchor).", "See <see href=\"https://example.com/a?b=c&amp;d=e\">the docs</see> or here.")]
    [InlineData("Either:\n- one\n- two\n  still two\n\nDone.", "Either:|• one|• two still two|Done.")]
    [InlineData("## Limits\nTen.", "Limits|Ten.")]
    [InlineData("Example:\n```json\n{ \"a\": 1 }\n```\nEnd.", "Example:|<code>\n{ &quot;a&quot;: 1 }\n</code>|End.")]
    [InlineData("<p>The <code>id</code> of the <strong>user</strong>.<br/>Not <a href=\"/x\">theirs</a>.</p>", "The <c>id</c> of the user. Not theirs.")]
    [InlineData("List<string> & a < b", "List&lt;string&gt; &amp; a &lt; b")]
    [InlineData("snake\\_case", "snake_case")]
    [InlineData("See _italics_ and _**Note**: both_, *one* snake_case_name and __two__.", "See <i>italics</i> and <i><b>Note</b>: both</i>, <i>one</i> snake_case_name and <b>two</b>.")]
    [InlineData("In an [**AUTH** `x` webhook](https://x.example/a).", "In an <see href=\"https://x.example/a\"><b>AUTH</b> <c>x</c> webhook</see>.")]
    [InlineData("first\\\nsecond", "first second")]
    [InlineData("", "")]
    public void Markdown_becomes_the_XML_that_editors_show(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', DocXml.Paragraphs(text)));

    [Fact]
    public void Every_text_becomes_a_well_formed_comment()
    {
        foreach (string text in Mixed(2000))
        {
            var w = new SourceWriter();
            Docs.Write(w, new DocText(text, text), otherwise: "<c>" + DocXml.Escape(text) + "</c>");
            string comment = w.Finish();
            Assert.All(comment.Split('\n')[..^1], line => Assert.StartsWith("/// ", line));
            Assert.DoesNotContain(comment, c => c is '\r' or '\u0085' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E'));
            XElement.Parse("<doc>" + string.Concat(comment.Split('\n').Select(line => line.Length > 4 ? line[4..] + "\n" : "")) + "</doc>");
        }
    }

    [Fact]
    public void Every_text_becomes_a_literal_of_the_same_value()
    {
        foreach (string text in Mixed(2000))
        {
            string literal = Literals.Quote(text);
            Assert.DoesNotContain(literal, c => char.IsControl(c) || c is '\u2028' or '\u2029');
            Microsoft.CodeAnalysis.SyntaxToken token = Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseToken(literal);
            Assert.Equal((literal, text), (token.ToString(), token.Value));
        }
    }

    [Theory]
    [InlineData("plain-name_1.~", "plain-name_1.~")]
    [InlineData("filter[a b]", "filter%5Ba%20b%5D")]
    [InlineData("ä€😀", "%C3%A4%E2%82%AC%F0%9F%98%80")]
    [InlineData("a&b=c#d?e+f/g\"", "a%26b%3Dc%23d%3Fe%2Bf%2Fg%22")]
    public void Query_parameter_names_are_percent_encoded(string name, string expected) => Assert.Equal(expected, Literals.EscapeUrl(name));

    /// <summary>Puts hostile texts in all places of a document at once.</summary>
    [Fact]
    public async Task A_client_of_a_hostile_document_compiles()
    {
        int i = 0;
        var types = new List<TypeModel>();
        var operations = new List<(OperationModel, ResultModel)>();
        foreach (string text in s_hostile)
        {
            i++;
            var doc = new DocText(text, text + text, IsDeprecated: true);
            types.Add(Class($"Thing{i}", Member("a", Text) with { WireName = text, Doc = doc }, Member("b", Int, required: false) with { WireName = text + "2", Doc = doc }) with { Doc = doc });
            types.Add(Enum($"Color{i}") with { Doc = doc, Members = Array(new EnumMemberModel("Member", text, doc)) });
            types.Add(Union($"Either{i}", text, Case("Thing", Object($"Thing{i}"), JsonTokens.Object, values: [text], required: [text]) with { Doc = doc }, Case("Name", Text, JsonTokens.String) with { Doc = doc }) with { Doc = doc });
            ResultModel result = Result($"Get{i}Result", Status(200, "Ok", JsonBody(Object($"Thing{i}")), new ResponseHeaderModel("Header", "X-A", Text, doc)) with { Doc = doc }) with { OperationName = text };
            operations.Add((Operation("GET", result, JsonBody(Object($"Thing{i}")) with { MediaType = text, Doc = doc }, Parameter("p", text, Text) with { Doc = doc }) with
            {
                MethodName = $"Get{i}Async",
                OperationId = text,
                Doc = doc,
                Path = Array(new PathPartModel(false, "/" + text)),
                Accept = text,
                QueryClass = new QueryClassModel($"Get{i}QueryParameters", Array(Parameter("Q", text, Text) with { Doc = doc })),
            }, result));
        }

        ClientModel model = Client([.. types], [.. operations]);
        model = model with { Client = model.Client with { Doc = new DocText(s_hostile[0], s_hostile[1]), Title = s_hostile[2], Version = s_hostile[3], BaseUrl = "https://example.com/\"" } };
        var client = EmittedClient.Of(model, $$"""
            public static string[] Values() => [{{string.Join(", ", Enumerable.Range(1, i).Select(n => $"Color{n}.Member.ToString()"))}}];
            public static bool Evil() => typeof(AcmeClient).Assembly.GetTypes().Any(t => t.Name.Contains("Evil"));
            """);
        Assert.Equal(s_hostile, await client.Call("Values"));
        Assert.Equal(false, await client.Call("Evil"));
    }

    [Fact]
    public void An_operation_documents_its_method_and_path()
    {
        ResultModel result = Result("GetResult", Status(200, "Ok"));
        OperationModel operation = Operation("GET", result, null, Parameter("page", "page", Int) with { Doc = new DocText("Which page.") }) with
        {
            OperationId = "things_list",
            Doc = new DocText("Lists things.", "All of them."),
        };
        var client = EmittedClient.Of(Client([], (operation, result)));
        Assert.Contains(
            """
                /// <summary>Lists things.</summary>
                /// <param name="page">Which page.</param>
                /// <remarks><para>All of them.</para>
                /// <para><c>GET /things</c>, operation <c>things_list</c></para></remarks>
            """,
            client.File("RequestBuilders.Things.g.cs"));
    }

    private static IEnumerable<string> Mixed(int count)
    {
        var random = new Random(4711);
        for (int i = 0; i < count; i++)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => s_hostile[random.Next(s_hostile.Length)] + (char)random.Next(' ', 'z')));
        }
    }
}
