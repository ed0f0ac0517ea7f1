using System.Runtime.CompilerServices;

namespace CdeCodegen.Generator.Tests.Infrastructure;

/// <summary>
/// Compares a text with <c>{class}.{name}.verified.cs</c> next to the test. A different text is written to <c>*.received.cs</c>, to be reviewed and
/// renamed. These are the conventions of Verify, so that Verify can replace this class.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string text, string name, [CallerFilePath] string test = "") => Match([(name, text)], test);

    /// <summary>Compares several texts, so that one run shows all differences.</summary>
    public static void Match(IEnumerable<(string Name, string Text)> texts, [CallerFilePath] string test = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(test)!, Path.GetFileNameWithoutExtension(test));
        string[] differences = [.. texts.Select(text => Difference($"{stem}.{text.Name}", text.Text)).OfType<string>()];
        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    private static string? Difference(string stem, string text)
    {
        string verified = stem + ".verified.cs";
        string received = stem + ".received.cs";
        string? expected = File.Exists(verified) ? File.ReadAllText(verified).Replace("\r\n", "\n") : null;
        if (expected == text)
        {
            File.Delete(received);
            return null;
        }

        File.WriteAllText(received, text);
        return expected is null
            ? $"There is no {Path.GetFileName(verified)} yet: look at {received}."
            : $"{Path.GetFileName(verified)} differs in line {FirstDifference(expected, text)}: compare it with {received}.";
    }

    private static int FirstDifference(string expected, string actual)
    {
        string[] left = expected.Split('\n');
        string[] right = actual.Split('\n');
        int line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
        {
            line++;
        }

        return line + 1;
    }
}
