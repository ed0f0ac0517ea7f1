using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Printing;

/// <summary>Prints the table of operations and documented statuses.</summary>
internal static class OperationTable
{
    public static void Print(HtmlWriter page, ClientReport client, string id, bool hasCalls)
    {
        page.Element("h3", "Operations", ("id", id + "-operations"));
        if (client.Operations.Count == 0)
        {
            page.Element("p", "The document generates no operations.", ("class", "empty"));
            return;
        }

        page.Start("p", ("class", "tools")).Start("label").Text("Filter ")
            .Void("input", ("type", "search"), ("class", "search"), ("data-list", id + "-table"), ("placeholder", "path, operation or file"), ("autocomplete", "off"), ("spellcheck", "false"))
            .End().Text(" ").Element("output", "", ("class", "shown"), ("data-list", id + "-table"), ("data-noun", "operations")).End();
        page.Start("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", id + "-operations"));
        page.Start("table", ("class", "matrix"), ("id", id + "-table"));
        page.Element("caption", "What the code of the project does with each documented response of each operation", ("class", "hidden"));
        page.Start("thead").Start("tr").Element("th", "Operation", ("scope", "col"));
        foreach (string status in client.Statuses)
        {
            page.Start("th", ("scope", "col"), ("class", "status")).Element("span", status).Element("small", Name(client, status)).End();
        }

        page.End().End();
        if (hasCalls)
        {
            PrintGroup(page, client, "Called", operation => operation.Sites.Count > 0, hasCalls);
            PrintGroup(page, client, "Never called", operation => operation.Sites.Count == 0, hasCalls);
        }
        else
        {
            PrintGroup(page, client, "Operations", _ => true, hasCalls);
        }

        page.End().End();
    }

    private static void PrintGroup(HtmlWriter page, ClientReport client, string name, Predicate<OperationReport> contains, bool hasCalls)
    {
        List<OperationReport> operations = [.. client.Operations];
        operations.RemoveAll(operation => !contains(operation));
        if (operations.Count == 0)
        {
            return;
        }

        page.Start("tbody").Start("tr", ("class", "group")).Start("th", ("scope", "rowgroup"), ("colspan", ReportPage.Number(client.Statuses.Count + 1)))
            .Text(name + " ").Element("span", ReportPage.Number(operations.Count), ("class", "count")).End().End();
        operations.ForEach(operation => PrintRow(page, client, operation, hasCalls));
        page.End();
    }

    private static void PrintRow(HtmlWriter page, ClientReport client, OperationReport operation, bool hasCalls)
    {
        SortedSet<string> states = new(StringComparer.Ordinal);
        foreach (ResponseReport response in operation.Responses)
        {
            states.Add(StateStyle.Of(response.State).Class);
        }

        page.Start("tr", ("class", "item"), ("data-states", string.Join(" ", states)));
        page.Start("th", ("scope", "row"));
        page.Start("span", ("class", "endpoint")).Element("span", operation.HttpMethod, ("class", "method m-" + Method(operation.HttpMethod))).Text(" ")
            .Start("span", ("class", operation.IsDeprecated ? "path deprecated" : "path")).Breakable(operation.Path, '/').End();
        if (operation.AsksFor is { } media)
        {
            page.Text(" ").Element("span", "as " + media, ("class", "media"));
        }

        if (operation.IsDeprecated)
        {
            page.Text(" ").Element("span", "deprecated", ("class", "media"));
        }

        page.End();
        page.Start("code", ("class", "call")).Breakable(operation.Call, '.', '[').End();
        if (operation.Sites.Count > 0)
        {
            PrintSites(page, operation);
        }

        page.End();
        foreach (string status in client.Statuses)
        {
            PrintCell(page, operation, status, hasCalls);
        }

        page.End();
    }

    private static void PrintCell(HtmlWriter page, OperationReport operation, string status, bool hasCalls)
    {
        ResponseReport? response = null;
        foreach (ResponseReport candidate in operation.Responses)
        {
            response = candidate.Status == status ? candidate : response;
        }

        page.Start("td");
        if (response is null)
        {
            page.Element("span", "not documented", ("class", "hidden"));
        }
        else if (!hasCalls)
        {
            page.Element("span", response.Name, ("class", "plain"));
        }
        else
        {
            var style = StateStyle.Of(response.State);
            string title = response.Status + " " + response.Name + (response.Body is null ? "" : ": " + response.Body) + "\n" + style.Meaning
                + (response.Site is { } site ? "\n" + site.Place.Text : "");
            if (response.Site?.Place.Link is { } link)
            {
                page.Start("a", ("class", "chip s-" + style.Class), ("href", link), ("title", title))
                    .Element("span", style.Symbol, ("class", "symbol"), ("aria-hidden", "true")).Element("span", style.Label).End();
            }
            else
            {
                ClientSection.Chip(page, style, title);
            }
        }

        page.End();
    }

    private static void PrintSites(HtmlWriter page, OperationReport operation)
    {
        if (operation.Sites.Count == 1)
        {
            // The cells say what this call does.
            page.Start("p", ("class", "sites"));
            PlaceLink.Print(page, operation.Sites[0].Place);
            page.End();
            return;
        }

        page.Start("details", ("class", "sites")).Element("summary", ReportPage.Count(operation.Sites.Count, "call"));
        page.Start("ul");
        foreach (SiteReport site in operation.Sites)
        {
            page.Start("li");
            PlaceLink.Print(page, site.Place);
            foreach (StateStyle style in StateStyle.All)
            {
                List<string> statuses = [];
                foreach ((string status, ResponseState state) in site.Responses)
                {
                    if (state == style.State)
                    {
                        statuses.Add(status);
                    }
                }

                if (statuses.Count > 0)
                {
                    page.Text(" ").Start("span", ("class", "summary t-" + style.Class)).Element("span", style.Symbol, ("aria-hidden", "true"))
                        .Text(" " + style.Label + " " + string.Join(", ", statuses)).End();
                }
            }

            page.End();
        }

        page.End().End();
    }

    /// <summary>The name of most cases of a status: the reason phrase.</summary>
    private static string Name(ClientReport client, string status)
    {
        foreach (OperationReport operation in client.Operations)
        {
            foreach (ResponseReport response in operation.Responses)
            {
                if (response.Status == status)
                {
                    return response.Name;
                }
            }
        }

        return "";
    }

    private static string Method(string method) => method switch
    {
        "GET" or "HEAD" => "read",
        "POST" => "add",
        "DELETE" => "remove",
        _ => "write",
    };
}
