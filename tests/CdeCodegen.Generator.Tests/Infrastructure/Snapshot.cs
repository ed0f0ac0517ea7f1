using System.Runtime.CompilerServices;

namespace CdeCodegen.Generator.Tests.Infrastructure;

/// <summary>
/// Compares a text with <c>{class}.{name}.verified.cs</c> beside the test. Where it differs, what came out is left as <c>*.received.cs</c>, to be
/// looked at and renamed: Verify's conventions, so that Verify can take over.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string text, string name, [CallerFilePath] string test = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(test)!, Path.GetFileNameWithoutExtension(test) + "." + name);
        string verified = stem + ".verified.cs";
        string received = stem + ".received.cs";
        string? expected = File.Exists(verified) ? File.ReadAllText(verified).Replace("\r\n", "\n") : null;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail(expected is null
            ? $"There is no {Path.GetFileName(verified)} yet: look at {received}."
            : $"{Path.GetFileName(verified)} differs in line {FirstDifference(expected, text)}: compare it with {received}.");
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
