namespace CdeCodegen.Tasks;

/// <summary>The names of the metadata of an <c>OpenApiReference</c> that are settings, and what is a misspelt one.</summary>
internal static class MetadataNames
{
    /// <summary>The settings.</summary>
    public static readonly string[] All =
    [
        "Namespace", "ClassName", "IncludePaths", "ExcludePaths", "Accessibility", "DocumentWarnings", "DateTimes", "Files", "Emit", "SourceUrl", "CodeGenerator",
    ];

    /// <summary>Names of Visual Studio and NSwag that are close to a setting.</summary>
    private static readonly string[] s_others = ["SourceUri"];

    /// <summary>The setting that a name probably means; null for a setting, and for a name that resembles none.</summary>
    public static string? Misspelt(string name)
    {
        string? nearest = null;
        int least = int.MaxValue;
        foreach (string setting in All)
        {
            // MSBuild ignores the case of metadata names.
            int distance = Distance(name.ToUpperInvariant(), setting.ToUpperInvariant());
            if (distance == 0)
            {
                return null;
            }

            if (distance < least && distance <= (setting.Length < 8 ? 1 : 2))
            {
                (least, nearest) = (distance, setting);
            }
        }

        return nearest is null || Array.Exists(s_others, other => other.Equals(name, StringComparison.OrdinalIgnoreCase)) ? null : nearest;
    }

    /// <summary>The number of letters to insert, remove, replace or swap with the next one (Damerau-Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        int[,] distance = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distance[i, j] = i + j;
                    continue;
                }

                int replaced = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1, replaced);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
                }
            }
        }

        return distance[a.Length, b.Length];
    }
}
