using System.Text;

namespace CdeCodegen.Fuzzing.Load;

/// <summary>Draws memory and handles over the calls of a run as an SVG.</summary>
internal static class LoadChart
{
    private const int Width = 720;
    private const int Height = 240;
    private const int Margin = 60;

    public static string Draw(LoadRun run)
    {
        long maxBytes = run.Curve.Max(point => point.Bytes);
        int maxHandles = run.Curve.Max(point => point.Handles);
        int maxDone = run.Curve.Max(point => point.Done);
        var svg = new StringBuilder();
        svg.Append($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" font-family="sans-serif" font-size="12">
            <rect width="{Width}" height="{Height}" fill="white"/>
            <path d="M{Margin} 20V{Height - 40}H{Width - Margin}V20" fill="none" stroke="#999"/>
            <text x="{Margin - 8}" y="24" text-anchor="end" fill="#1f5fbf">{maxBytes / 1_000_000.0:0.0} MB</text>
            <text x="{Margin - 8}" y="{Height - 40}" text-anchor="end" fill="#1f5fbf">0</text>
            <text x="{Width - Margin + 8}" y="24" fill="#bf5f1f">{maxHandles}</text>
            <text x="{Width - Margin}" y="{Height - 20}" text-anchor="end">{maxDone:N0} calls</text>
            <text x="{Margin}" y="{Height - 20}" fill="#1f5fbf">memory in use after a collection</text>
            <text x="{Margin + 240}" y="{Height - 20}" fill="#bf5f1f">open handles</text>

            """);
        Line(svg, "#1f5fbf", run.Curve.Select(point => (point.Done / (double)maxDone, point.Bytes / (double)maxBytes)));
        Line(svg, "#bf5f1f", run.Curve.Select(point => (point.Done / (double)maxDone, point.Handles / (double)maxHandles)));
        return svg.Append("</svg>\n").ToString();
    }

    private static void Line(StringBuilder svg, string color, IEnumerable<(double X, double Y)> points)
    {
        const double Wide = Width - (2 * Margin);
        const double High = Height - 60;
        string path = string.Join(' ', points.OrderBy(point => point.X).Select(point => $"{Margin + (point.X * Wide):0.0},{Height - 40 - (point.Y * High):0.0}"));
        svg.Append($"<polyline points=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"1.5\"/>\n");
    }
}
