using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Printing;

/// <summary>Prints the models.</summary>
internal static class TypesPart
{
    public static void Print(HtmlWriter page, IReadOnlyList<TypeReport> types, string id)
    {
        page.Element("h3", "Models", ("id", id + "-models"));
        if (types.Count == 0)
        {
            page.Element("p", "None.", ("class", "empty"));
            return;
        }

        page.Start("p", ("class", "tools")).Start("label").Text("Filter ")
            .Void("input", ("type", "search"), ("class", "search"), ("data-list", id + "-types"), ("placeholder", "model, member or operation"), ("autocomplete", "off"), ("spellcheck", "false"))
            .End().Text(" ").Element("output", "", ("class", "shown"), ("data-list", id + "-types"), ("data-noun", "models")).End();
        page.Start("div", ("class", "types"), ("id", id + "-types"));
        foreach (TypeReport type in types)
        {
            Print(page, type);
        }

        page.End();
    }

    private static void Print(HtmlWriter page, TypeReport type)
    {
        page.Start("details", ("class", "type item"));
        page.Start("summary").Element("code", type.Name, ("class", "name")).Text(" ").Element("span", type.Kind, ("class", "kind")).Text(" ")
            .Element("span", ReportPage.Count(type.Members.Count, type.Kind == "enumeration" ? "value" : "member") + ", "
                + ReportPage.Count(type.UsedBy.Count, "operation"), ("class", "count")).End();
        if (type.Summary is { Length: > 0 } summary)
        {
            page.Element("p", summary, ("class", "description"));
        }

        if (type.Members.Count > 0)
        {
            page.Start("table", ("class", "members")).Element("caption", "Members of " + type.Name, ("class", "hidden")).Start("thead").Start("tr");
            foreach (string head in new[] { "C#", "JSON", "Type", "" })
            {
                page.Element("th", head, ("scope", "col"));
            }

            page.End().End().Start("tbody");
            foreach (MemberReport member in type.Members)
            {
                page.Start("tr").Start("th", ("scope", "row")).Element("code", member.Name).End();
                page.Start("td").Element("code", member.WireName).End();
                page.Start("td").Element("code", member.Type).End();
                page.Element("td", member.Note, ("class", "note"));
                page.End();
            }

            page.End().End();
        }

        page.Start("p", ("class", "users")).Text(type.UsedBy.Count == 0 ? "No operation uses it." : "Used by ");
        for (int i = 0; i < type.UsedBy.Count; i++)
        {
            page.Text(i == 0 ? "" : ", ").Element("code", type.UsedBy[i]);
        }

        page.End();
        page.End();
    }
}
