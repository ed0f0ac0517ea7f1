using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CdeCodegen.Mutation;

/// <summary>Prints the branch coverage of folders and of their files from reports in the Cobertura format.</summary>
internal static partial class CoverageCommand
{
    /// <param name="folder">The folder of reports. A branch counts as executed if any of them says so.</param>
    /// <param name="prefixes">Parts of paths: <c>CdeCodegen.Runtime/Json/</c>.</param>
    public static int Run(string folder, string[] prefixes)
    {
        var lines = new Dictionary<(string File, int Line), (int Executed, int All)>();
        foreach (string report in Directory.EnumerateFiles(folder, "*.cobertura.xml", SearchOption.AllDirectories))
        {
            Read(report, lines);
        }

        foreach (string prefix in prefixes)
        {
            var files = lines.Where(line => line.Key.File.Contains(prefix)).GroupBy(line => line.Key.File).OrderBy(file => file.Key, StringComparer.Ordinal).ToList();
            Print(prefix, files.SelectMany(file => file));
            foreach (IGrouping<string, KeyValuePair<(string File, int Line), (int Executed, int All)>> file in files)
            {
                Print("  " + file.Key[(file.Key.IndexOf(prefix, StringComparison.Ordinal) + prefix.Length)..], file);
                IEnumerable<int> missing = file.Where(line => line.Value.Executed < line.Value.All).Select(line => line.Key.Line).Order();
                Console.WriteLine("    lines with a branch that no test takes: " + string.Join(' ', missing));
            }
        }

        return 0;
    }

    private static void Read(string report, Dictionary<(string File, int Line), (int Executed, int All)> lines)
    {
        var document = XDocument.Load(report);
        string root = document.Descendants("source").FirstOrDefault()?.Value ?? "";
        foreach (XElement type in document.Descendants("class"))
        {
            string file = Path.Combine(root, type.Attribute("filename")!.Value).Replace('\\', '/');
            foreach (XElement line in type.Element("lines")!.Elements("line"))
            {
                Match count = Fraction().Match(line.Attribute("condition-coverage")?.Value ?? "");
                if (count.Success)
                {
                    (string File, int Line) key = (file, int.Parse(line.Attribute("number")!.Value));
                    int executed = int.Parse(count.Groups[1].Value);
                    lines[key] = (Math.Max(executed, lines.GetValueOrDefault(key).Executed), int.Parse(count.Groups[2].Value));
                }
            }
        }
    }

    private static void Print(string name, IEnumerable<KeyValuePair<(string File, int Line), (int Executed, int All)>> lines)
    {
        int executed = lines.Sum(line => line.Value.Executed);
        int all = lines.Sum(line => line.Value.All);
        Console.WriteLine($"{name}: {executed} of {all} branches, {100.0 * executed / Math.Max(1, all):0.0} %");
    }

    [GeneratedRegex(@"\((\d+)/(\d+)\)")]
    private static partial Regex Fraction();
}
