using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Printing;

/// <summary>Prints the section of one document: the figures at its top, and the parts below.</summary>
internal static class ClientSection
{
    private const int BarWidth = 1000;

    public static void Print(HtmlWriter page, ClientReport client, string id, bool hasCalls)
    {
        page.Start("section", ("class", "client"), ("id", id), ("aria-labelledby", id + "-title"));
        page.Start("header", ("class", "document"));
        page.Start("h2", ("id", id + "-title")).Text(client.Title);
        if (client.Version.Length > 0)
        {
            page.Text(" ").Element("span", client.Version, ("class", "version"));
        }

        page.End();
        page.Start("p", ("class", "source")).Element("code", client.Document);
        if (client.ClientName.Length > 0)
        {
            page.Text(" → ").Element("code", client.ClientName);
        }

        page.End();
        page.End();
        PrintTiles(page, client, id, hasCalls);
        if (hasCalls && client.Operations.Count > 0)
        {
            PrintBar(page, client, id);
        }

        OperationTable.Print(page, client, id, hasCalls);
        ChangesPart.Print(page, client.Changes, id);
        DiagnosticsPart.Print(page, client.Diagnostics, id);
        TypesPart.Print(page, client.Types, id);
        page.End();
    }

    public static int Count(ClientReport client, ResponseState state)
    {
        int count = 0;
        foreach (OperationReport operation in client.Operations)
        {
            foreach (ResponseReport response in operation.Responses)
            {
                count += response.State == state ? 1 : 0;
            }
        }

        return count;
    }

    private static void PrintTiles(HtmlWriter page, ClientReport client, string id, bool hasCalls)
    {
        int called = 0;
        foreach (OperationReport operation in client.Operations)
        {
            called += operation.Sites.Count > 0 ? 1 : 0;
        }

        int breaking = 0;
        foreach (ChangeReport change in client.Changes.Changes)
        {
            breaking += change.Breaks is null ? 0 : 1;
        }

        int unhandled = Count(client, ResponseState.Unhandled);
        int problems = client.Diagnostics.Count;
        page.Start("ul", ("class", "tiles"));
        Tile(page, "#" + id + "-operations", hasCalls ? ReportPage.Number(called) : "–", "of " + ReportPage.Count(client.Operations.Count, "operation") + " called", "");
        Tile(page, "#" + id + "-operations", hasCalls ? ReportPage.Number(unhandled) : "–", "unhandled " + (unhandled == 1 ? "response" : "responses"), unhandled > 0 ? "bad" : "good");
        Tile(page, "#" + id + "-changes", client.Changes.Absence is null ? ReportPage.Number(breaking) : "–",
            "breaking of " + ReportPage.Count(client.Changes.Changes.Count, "change"), breaking > 0 ? "bad" : "");
        Tile(page, "#" + id + "-diagnostics", ReportPage.Number(problems), (problems == 1 ? "diagnostic" : "diagnostics") + " of the document", "");
        page.End();
    }

    private static void Tile(HtmlWriter page, string target, string figure, string text, string style) =>
        page.Start("li").Start("a", ("href", target), ("class", ("tile " + style).TrimEnd()))
            .Element("span", figure, ("class", "figure")).Text(" ").Element("span", text, ("class", "label")).End().End();

    /// <summary>The share of each state, and the legend, whose entries are filters where scripts run.</summary>
    private static void PrintBar(HtmlWriter page, ClientReport client, string id)
    {
        List<(StateStyle Style, int Count)> counts = [];
        int total = 0;
        foreach (StateStyle style in StateStyle.All)
        {
            int count = Count(client, style.State);
            total += count;
            if (count > 0)
            {
                counts.Add((style, count));
            }
        }

        if (total == 0)
        {
            return;
        }

        page.Start("svg", ("class", "bar"), ("viewBox", "0 0 1000 12"), ("preserveAspectRatio", "none"), ("role", "img"),
            ("aria-label", "Shares of " + ReportPage.Count(total, "documented response")));
        int at = 0;
        int seen = 0;
        foreach ((StateStyle style, int count) in counts)
        {
            seen += count;
            int end = (int)((long)seen * BarWidth / total);
            page.Start("rect", ("class", "fill-" + style.Class), ("x", ReportPage.Number(at)), ("y", "0"), ("height", "12"), ("width", ReportPage.Number(end - at))).End();
            at = end;
        }

        page.End();
        page.Start("ul", ("class", "legend"), ("aria-label", "Legend"));
        foreach ((StateStyle style, int count) in counts)
        {
            page.Start("li").Start("button", ("type", "button"), ("class", "filter"), ("data-table", id + "-table"), ("data-state", style.Class), ("aria-pressed", "false"),
                ("title", style.Meaning));
            Chip(page, style);
            page.Text(" ").Element("span", ReportPage.Number(count), ("class", "count")).End();
            page.Element("span", style.Meaning, ("class", "meaning"));
            page.End();
        }

        page.End();
    }

    public static void Chip(HtmlWriter page, StateStyle style, string? title = null) =>
        page.Start("span", ("class", "chip s-" + style.Class), ("title", title)).Element("span", style.Symbol, ("class", "symbol"), ("aria-hidden", "true"))
            .Element("span", style.Label).End();
}
