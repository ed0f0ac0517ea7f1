namespace CdeCodegen.Benchmarks.Support;

internal static class Statistics
{
    /// <summary>The upper median of an unsorted, non-empty list.</summary>
    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);
}
