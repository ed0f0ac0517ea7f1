using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Printing;

/// <summary>Prints the diagnostics of the document, each with the lines that it is about.</summary>
internal static class DiagnosticsPart
{
    /// <summary>Some published documents have tens of thousands.</summary>
    private const int Most = 500;

    public static void Print(HtmlWriter page, IReadOnlyList<DiagnosticReport> diagnostics, string id)
    {
        page.Element("h3", "Diagnostics of the document", ("id", id + "-diagnostics"));
        if (diagnostics.Count == 0)
        {
            page.Element("p", "None.", ("class", "empty"));
            return;
        }

        page.Start("ol", ("class", "diagnostics"));
        for (int i = 0; i < Math.Min(diagnostics.Count, Most); i++)
        {
            Print(page, diagnostics[i]);
        }

        page.End();
        if (diagnostics.Count > Most)
        {
            page.Element("p", "And " + ReportPage.Number(diagnostics.Count - Most) + " more, which the build lists.", ("class", "empty"));
        }
    }

    private static void Print(HtmlWriter page, DiagnosticReport diagnostic)
    {
        page.Start("li", ("class", "diagnostic d-" + diagnostic.Severity));
        page.Start("p").Element("span", diagnostic.Severity, ("class", "severity")).Text(" ").Element("strong", diagnostic.Id).Text(" ");
        PlaceLink.Print(page, diagnostic.Place);
        page.End();
        page.Element("p", diagnostic.Message, ("class", "message"));
        if (diagnostic.Excerpt.Count > 0)
        {
            page.Start("pre", ("class", "excerpt"), ("tabindex", "0"));
            foreach (ExcerptLine line in diagnostic.Excerpt)
            {
                page.Start("span", ("class", line.IsMarked ? "line marked" : "line")).Element("span", ReportPage.Number(line.Number), ("class", "lineno"));
                page.Start("span", ("class", "code")).Text(line.Before);
                if (line.IsMarked)
                {
                    page.Element("mark", line.Marked.Length == 0 ? " " : line.Marked).Text(line.After);
                }

                page.End().End();
            }

            page.End();
        }

        page.End();
    }
}
