using System.Globalization;
using System.Text.RegularExpressions;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Tasks.Report;
using CdeCodegen.Tasks.Report.Changes;
using CdeCodegen.Tasks.Report.Clients;
using CdeCodegen.Tasks.Report.Log;
using CdeCodegen.Tasks.Report.Model;
using CdeCodegen.Tasks.Report.Printing;

namespace CdeCodegen.Generator.Tests.Tasks.Report;

/// <summary>The page of a report. The package tests compare the page of a project, and open it in a browser.</summary>
public sealed partial class ReportPageTests : IDisposable
{
    private const string Attack = "\"'><img src=x onerror=alert(1)></style></script><script>alert(2)</script><!-- ]]> &lt; \u202E\u0000";

    private readonly string _folder = Directory.CreateTempSubdirectory("cdecodegen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The document puts markup into every text that a page shows. None of it becomes markup.</summary>
    [Fact]
    public void Nothing_in_a_document_becomes_markup()
    {
        string attack = Attack.Replace("\u0000", "").Replace("\"", "\\\"");
        string document = $$"""
            { "openapi": "3.1.0", "info": { "title": "{{attack}}", "version": "{{attack}}" },
              "paths": { "/{{attack}}": { "get": { "operationId": "{{attack}}", "summary": "{{attack}}", "description": "{{attack}}", "deprecated": true,
                "parameters": [ { "name": "{{attack}}", "in": "query", "schema": { "$ref": "#/components/schemas/Missing{{attack}}" } } ],
                "responses": { "200": { "description": "{{attack}}", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } } } } } },
              "components": { "schemas": { "Pet": { "type": "object", "description": "{{attack}}", "properties": {
                "{{attack}}": { "type": "string", "description": "{{attack}}", "enum": [ "{{attack}}", "b" ] }, "kind": { "const": "{{attack}}", "type": "string" } } } } } }
            """;

        string page = Print(document, project: Attack);

        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", page);
        Assert.DoesNotContain("<img", page);
        Assert.DoesNotContain("<!--", page);
        Assert.DoesNotContain("\u202E", page);
        Assert.Equal(1, Regex.Count(page, "<script"));
        Assert.Equal(1, Regex.Count(page, "</script"));
        Assert.Equal(1, Regex.Count(page, "</style"));
        Assert.All(Tag().Matches(page), static tag => Assert.DoesNotContain("onerror", Quoted().Replace(tag.Value, "")));
    }

    [Theory]
    [InlineData("a<b>&\"'", "<p title=\"a&lt;b&gt;&amp;&quot;&#39;\">a&lt;b&gt;&amp;\"'</p>\n")]
    [InlineData("\u0001\u007F\uFFFF", "<p title=\"\uFFFD\uFFFD\uFFFD\">\uFFFD\uFFFD\uFFFD</p>\n")]
    [InlineData("\u202Eabc", "<p title=\"\\u202Eabc\">\\u202Eabc</p>\n")]
    [InlineData("😀é", "<p title=\"😀é\">😀é</p>\n")]
    public void Every_text_is_escaped(string text, string expected) => Assert.Equal(expected, new HtmlWriter().Element("p", text, ("title", text)).ToString());

    // Attributes cannot contain such a string.
    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("<p>\uFFFDx\uFFFD</p>\n", new HtmlWriter().Element("p", "\uD800x\uDC00").ToString());

    /// <summary>A page that loads anything would not work offline, and would tell somebody that it was opened.</summary>
    [Fact]
    public void The_page_refers_to_nothing_but_source_files()
    {
        string page = Print(File.ReadAllText(Repository.CdeDocument), "cde.yaml");

        Assert.DoesNotContain(" src=", page);
        Assert.DoesNotContain("@import", page);
        Assert.DoesNotContain("url(", page);
        Assert.DoesNotContain("<link", page);
        Assert.DoesNotContain(" style=", page);
        Assert.All(Link().Matches(page), static link => Assert.Matches("^(#|file:///)", link.Groups[1].Value));
        Assert.Contains("default-src &#39;none&#39;", page);
    }

    [Fact]
    public void Every_element_is_closed_and_every_id_is_used_once()
    {
        string page = Print(File.ReadAllText(Repository.CdeDocument), "cde.yaml");

        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(Script().Replace(page, "")))
        {
            string name = tag.Groups[2].Value;
            if (tag.Groups[1].Value == "/")
            {
                Assert.Equal(name, open.Pop());
            }
            else if (name is not ("meta" or "input" or "wbr"))
            {
                open.Push(name);
            }
        }

        Assert.Empty(open);
        string[] ids = [.. Id().Matches(page).Select(static id => id.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(Link().Matches(page).Where(static link => link.Groups[1].Value.StartsWith('#')), link => Assert.Contains(link.Groups[1].Value[1..], ids));
    }

    /// <summary>Table headers have a scope, and inputs a label, for those who hear the page.</summary>
    [Fact]
    public void Tables_and_inputs_have_names()
    {
        string page = Print(File.ReadAllText(Repository.CdeDocument), "cde.yaml");

        Assert.All(Regex.Matches(page, "<th[ >][^>]*"), static head => Assert.Contains("scope=\"", head.Value));
        Assert.Equal(Regex.Count(page, "<table"), Regex.Count(page, "<caption"));
        Assert.Equal(Regex.Count(page, "<input"), Regex.Count(page, "<label"));
        Assert.Contains("<html lang=\"en\">", page);
    }

    /// <summary>WCAG 2.2 AA asks for a contrast of 4.5.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_state_has_enough_contrast(bool isDark)
    {
        string page = Print("openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths: {}\n", "a.yaml");
        MatchCollection roots = Regex.Matches(page, @":root \{(.*?)\}", RegexOptions.Singleline);
        Dictionary<string, string> colors = [];
        foreach (Match root in roots.Take(isDark ? 2 : 1))
        {
            foreach (Match color in Regex.Matches(root.Groups[1].Value, "--([a-z-]+): (#[0-9a-f]{6})"))
            {
                colors[color.Groups[1].Value] = color.Groups[2].Value;
            }
        }

        (string Back, string Front)[] pairs =
        [
            ("page", "text"), ("surface", "text"), ("soft", "text"), ("page", "muted"), ("surface", "muted"), ("soft", "muted"), ("surface", "accent"),
            ("surface", "unhandled"), ("surface", "handled-text"), ("surface", "catchall-text"), ("surface", "throws-text"), ("surface", "passed-text"),
            ("surface", "suppressed-text"), ("surface", "optional-text"),
            .. StateStyle.All.Select(static style => (style.Class, style.Class + "-text")),
        ];
        Assert.All(pairs, pair => Assert.True(Contrast(colors[pair.Back], colors[pair.Front]) >= 4.5, $"{pair.Front} on {pair.Back}: {Contrast(colors[pair.Back], colors[pair.Front]):0.00}"));
    }

    [Fact]
    public void A_diagnostic_stands_at_its_lines()
    {
        string page = Print("openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths:\n  /a:\n    get:\n      responses:\n        '200': { $ref: '#/nowhere' }\n", "a.yaml");

        Assert.Contains("<strong>CDE0004</strong>", page);
        Assert.Contains("a.yaml:7</a>", page);
        Assert.Matches("(?s)<span class=\"lineno\">7</span>\\s*<span class=\"code\">.*<mark>.*#/nowhere", page);
        Assert.Matches("<span class=\"lineno\">5</span>", page);
    }

    [Fact]
    public void Without_a_log_the_page_says_so_and_shows_no_states()
    {
        string page = Print(File.ReadAllText(Repository.CdeDocument), "cde.yaml", logProblem: "The calls of the project are not known: the compiler wrote no log.");

        Assert.Contains("the compiler wrote no log", page);
        Assert.DoesNotContain("never called", StyleAndScript().Replace(page, ""));
    }

    private string Print(string document, string name = "api.json", string? logProblem = null, string project = "Shop")
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, document);
        var reference = ReferenceMetadata.Read(path, static key => key == "Namespace" ? "Acme" : null, rootNamespace: null);
        CompilerLog? log = logProblem is null ? new CompilerLog([]) : null;
        var builder = new ReportBuilder(new Places(_folder, ""), log, new DocumentHistory("HEAD"), CancellationToken.None);
        ReportModel report = builder.Build(project, logProblem, [new ReportDocument(path, [], reference)]);
        return ReportPage.Print(report);
    }

    private static double Contrast(string a, string b)
    {
        double x = Luminance(a), y = Luminance(b);
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string color)
    {
        double[] parts = [.. Enumerable.Range(0, 3).Select(i => int.Parse(color.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(static c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex("<(/?)([a-z][a-z0-9]*)(?:\"[^\"]*\"|[^>\"])*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(" href=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<script>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<(script|style)>.*?</(script|style)>", RegexOptions.Singleline)]
    private static partial Regex StyleAndScript();
}
