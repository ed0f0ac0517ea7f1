using System.Text;

namespace CdeCodegen.Generator.Reading;

/// <summary>
/// Computes with paths as texts, without a file system. Normalized paths have '/' as separator, and no segments "." and ".." that can be resolved.
/// </summary>
internal static class SpecPath
{
    /// <summary>Whether the name of a file says that it holds JSON or YAML.</summary>
    public static bool IsDocument(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    public static string Normalize(string path)
    {
        string[] segments = path.Replace('\\', '/').Split('/');
        var kept = new List<string>(segments.Length);
        for (int i = 0; i < segments.Length; i++)
        {
            string segment = segments[i];
            if (segment == ".." && kept.Count > 0 && kept[kept.Count - 1] != "..")
            {
                // Nothing is above the root, which is an empty first segment or a drive.
                if (kept.Count > 1 || !IsRoot(kept[0]))
                {
                    kept.RemoveAt(kept.Count - 1);
                }
            }
            else if (segment != "." && (segment.Length > 0 || i == 0))
            {
                kept.Add(segment);
            }
        }

        return string.Join("/", kept);
    }

    /// <summary>The normalized path of a file that another file refers to.</summary>
    /// <param name="from">The path of the file with the reference.</param>
    /// <param name="reference">A relative or an absolute path.</param>
    public static string Combine(string from, string reference)
    {
        reference = reference.Replace('\\', '/');
        if (IsAbsolute(reference))
        {
            return Normalize(reference);
        }

        from = from.Replace('\\', '/');
        return Normalize(from.Substring(0, from.LastIndexOf('/') + 1) + reference);
    }

    /// <summary>The shortest path to a file from the folder of another one. Both are normalized.</summary>
    public static string RelativeTo(string from, string path)
    {
        string[] source = from.Split('/');
        string[] target = path.Split('/');
        int same = 0;
        while (same < source.Length - 1 && same < target.Length - 1 && source[same] == target[same])
        {
            same++;
        }

        // Paths without a common root, such as those of two drives, stay as they are.
        if (same == 0 && (IsAbsolute(path) || source[0] == ".."))
        {
            return path;
        }

        var relative = new StringBuilder();
        for (int i = same; i < source.Length - 1; i++)
        {
            relative.Append("../");
        }

        return relative.Append(string.Join("/", target, same, target.Length - same)).ToString();
    }

    /// <summary>The name of a file without its folder and its last extension.</summary>
    public static string FileName(string path)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        int dot = name.LastIndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }

    /// <summary>The name of the folder that contains a file; empty if the path has none.</summary>
    public static string FolderName(string path)
    {
        string[] segments = Normalize(path).Split('/');
        return segments.Length < 2 || IsRoot(segments[segments.Length - 2]) || segments[segments.Length - 2] == ".." ? "" : segments[segments.Length - 2];
    }

    private static bool IsAbsolute(string path) => path.Length > 0 && (path[0] == '/' || IsRoot(path.Split('/')[0]));

    private static bool IsRoot(string segment) => segment.Length == 0 || (segment.Length == 2 && segment[1] == ':');
}
