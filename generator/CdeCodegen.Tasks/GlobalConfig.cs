using System.Globalization;

namespace CdeCodegen.Tasks;

/// <summary>The severities in the global configuration files of a project (<c>.globalconfig</c>, or <c>is_global = true</c>).</summary>
internal sealed class GlobalConfig
{
    private const string Prefix = "dotnet_diagnostic.";
    private const string Suffix = ".severity";

    private readonly Dictionary<string, (int Level, string? Severity)> _severities = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>The severity in lower case; null if no file sets one, or if two files of equal level disagree.</returns>
    public string? SeverityOf(string id) => _severities.TryGetValue(id, out (int Level, string? Severity) entry) ? entry.Severity : null;

    /// <summary>Adds the file if it is a global configuration file.</summary>
    public void Add(string path, string text)
    {
        bool isNamedGlobal = Path.GetFileName(path).Equals(".globalconfig", StringComparison.OrdinalIgnoreCase);
        bool isGlobal = isNamedGlobal;
        int level = isNamedGlobal ? 100 : 0;
        List<(string Id, string Severity)> found = [];
        foreach (string raw in text.Split('\n'))
        {
            string line = raw.Trim();
            int equals = line.IndexOf('=');
            if (line.StartsWith("[", StringComparison.Ordinal))
            {
                break; // sections of a global file name single files, and none of them is a document
            }

            if (line.Length == 0 || line[0] is '#' or ';' || equals < 0)
            {
                continue;
            }

            string key = line.Substring(0, equals).Trim().ToLowerInvariant();
            string value = Value(line.Substring(equals + 1));
            if (key == "is_global")
            {
                isGlobal |= value == "true";
            }
            else if (key == "global_level" && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int given))
            {
                level = given;
            }
            else if (key.StartsWith(Prefix, StringComparison.Ordinal) && key.EndsWith(Suffix, StringComparison.Ordinal)
                && key.Length > Prefix.Length + Suffix.Length)
            {
                found.Add((key.Substring(Prefix.Length, key.Length - Prefix.Length - Suffix.Length), value));
            }
        }

        if (isGlobal)
        {
            found.ForEach(entry => Set(entry.Id, level, entry.Severity));
        }
    }

    private void Set(string id, int level, string severity)
    {
        if (!_severities.TryGetValue(id, out (int Level, string? Severity) existing) || existing.Level < level)
        {
            _severities[id] = (level, severity);
        }
        else if (existing.Level == level && existing.Severity != severity)
        {
            _severities[id] = (level, null);
        }
    }

    private static string Value(string text)
    {
        int comment = text.IndexOfAny(['#', ';']);
        return (comment < 0 ? text : text.Substring(0, comment)).Trim().ToLowerInvariant();
    }
}
