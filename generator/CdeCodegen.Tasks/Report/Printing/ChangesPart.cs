using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Printing;

/// <summary>Prints what changed in the document.</summary>
internal static class ChangesPart
{
    public static void Print(HtmlWriter page, ChangesReport changes, string id)
    {
        page.Start("h3", ("id", id + "-changes")).Text("Changes");
        if (changes.Absence is null)
        {
            page.Text(" since ").Element("code", changes.Base);
        }

        page.End();
        if (changes.Absence is { } absence)
        {
            page.Element("p", "There is no earlier document to compare with: " + absence + ".", ("class", "empty"));
            return;
        }

        if (changes.Changes.Count == 0)
        {
            page.Element("p", "The client is the same.", ("class", "empty"));
            return;
        }

        page.Start("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", id + "-changes"));
        page.Start("table", ("class", "changes")).Element("caption", "Changes of the client", ("class", "hidden"));
        page.Start("thead").Start("tr");
        foreach (string head in new[] { "Change", "Of", "What", "Breaks callers", "Calls here" })
        {
            page.Element("th", head, ("scope", "col"));
        }

        page.End().End().Start("tbody");
        foreach (ChangeReport change in changes.Changes)
        {
            page.Start("tr", ("class", change.Breaks is null ? null : "breaking"));
            (string symbol, string label) = change.Kind switch
            {
                ChangeKind.Gained => ("+", "gained"),
                ChangeKind.Lost => ("−", "lost"),
                _ => ("~", "changed"),
            };
            page.Start("td", ("class", "kind k-" + label)).Element("span", symbol, ("aria-hidden", "true"), ("class", "symbol")).Text(" " + label).End();
            page.Start("th", ("scope", "row")).Start("code").Breakable(change.Subject, '/').End().End();
            page.Element("td", change.Text);
            page.Start("td", ("class", change.Breaks is null ? "no" : "yes"));
            if (change.Breaks is { } reason)
            {
                page.Element("strong", "yes").Text(": " + reason);
            }
            else
            {
                page.Text("no");
            }

            page.End();
            page.Element("td", change.Calls < 0 ? "" : ReportPage.Number(change.Calls), ("class", "number"));
            page.End();
        }

        page.End().End().End();
    }
}
