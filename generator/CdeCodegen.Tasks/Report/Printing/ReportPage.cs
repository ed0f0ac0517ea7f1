using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Printing;

/// <summary>Prints a report as one HTML page that needs no other file, no network and no script.</summary>
internal static class ReportPage
{
    public static string Print(ReportModel report)
    {
        string style = Resource("report.css");
        string script = Resource("report.js");
        var page = new HtmlWriter();
        page.Raw("<!DOCTYPE html>\n").Start("html", ("lang", "en"));
        page.Start("head");
        page.Void("meta", ("charset", "utf-8"));

        // The browser runs this script and no other, even if a text of the document became markup.
        page.Void("meta", ("http-equiv", "Content-Security-Policy"),
            ("content", $"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'"));
        page.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        page.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
        page.Element("title", report.Project + " – API report");
        page.Start("style").Raw(style).End();
        page.End();
        page.Start("body");
        PrintHeader(page, report);
        page.Start("main", ("id", "main"));
        if (report.LogProblem is { } problem)
        {
            page.Element("p", problem, ("class", "notice"), ("role", "note"));
        }

        for (int i = 0; i < report.Clients.Count; i++)
        {
            ClientSection.Print(page, report.Clients[i], "c" + Number(i), report.LogProblem is null);
        }

        page.End();
        page.Start("footer").Start("p").Text("Keys: ").Element("kbd", "/").Text(" filter, ").Element("kbd", "Esc").Text(" clear, ")
            .Element("kbd", "←↑↓→").Text(" move in the table. Written by ").Element("code", "dotnet build -p:CdeCodegenReport=true").Text(".").End().End();
        page.Start("script").Raw(script).End();
        page.End();
        page.End();
        return page.ToString();
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>1 call</c>, <c>2 calls</c>.</summary>
    public static string Count(int value, string noun) => Number(value) + " " + noun + (value == 1 ? "" : "s");

    private static void PrintHeader(HtmlWriter page, ReportModel report)
    {
        page.Element("a", "Skip to the report", ("class", "skip"), ("href", "#main"));
        page.Start("header", ("class", "top"));
        page.Element("p", "API report", ("class", "eyebrow"));
        page.Element("h1", report.Project);
        if (report.Clients.Count > 1)
        {
            page.Start("nav", ("aria-label", "Documents")).Start("ul");
            for (int i = 0; i < report.Clients.Count; i++)
            {
                page.Start("li").Element("a", report.Clients[i].Title, ("href", "#c" + Number(i))).End();
            }

            page.End().End();
        }

        page.End();
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);

        // A browser hashes the text with LF, whatever the line endings of the checkout are.
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }

    private static string Hash(string text)
    {
        using var algorithm = SHA256.Create();
        return "sha256-" + Convert.ToBase64String(algorithm.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}
