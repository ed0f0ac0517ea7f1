using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Printing;

/// <summary>Prints a place as path and line, with a link where there is one.</summary>
internal static class PlaceLink
{
    public static void Print(HtmlWriter page, Place place)
    {
        if (place.Link is { } link)
        {
            page.Element("a", place.Text, ("class", "place"), ("href", link));
        }
        else
        {
            page.Element("span", place.Text, ("class", "place"));
        }
    }
}
