using System.Globalization;
using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Clients;

/// <summary>Shows places in files.</summary>
/// <param name="folder">The full path of the project's folder.</param>
/// <param name="template">
/// The address of a line, with <c>{path}</c>, <c>{relative}</c>, <c>{line}</c> and <c>{column}</c>; empty for addresses of local files.
/// </param>
internal sealed class Places(string folder, string template)
{
    private readonly string _folder = folder.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) + Path.DirectorySeparatorChar;

    /// <summary>The path relative to the project if the file is below its folder or beside it; otherwise the full path.</summary>
    public string Show(string path)
    {
        string root = _folder;
        string up = "";
        for (int level = 0; level < 4 && root.Length > 1; level++)
        {
            if (path.StartsWith(root, StringComparison.OrdinalIgnoreCase))
            {
                return up + path.Substring(root.Length).Replace('\\', '/');
            }

            up += "../";
            int parent = root.LastIndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], root.Length - 2);
            root = parent <= 0 ? "" : root.Substring(0, parent + 1);
        }

        return path.Replace('\\', '/');
    }

    public Place Of(string path, int line, int column)
    {
        string shown = Show(path);
        return new Place(shown, Link(path, shown, line, column), line);
    }

    private string? Link(string path, string shown, int line, int column)
    {
        if (template.Length == 0)
        {
            return Uri.TryCreate(path, UriKind.Absolute, out Uri? uri) && uri.IsFile ? uri.AbsoluteUri : null;
        }

        return template
            .Replace("{path}", Escape(path))
            .Replace("{relative}", Escape(shown))
            .Replace("{line}", line.ToString(CultureInfo.InvariantCulture))
            .Replace("{column}", column.ToString(CultureInfo.InvariantCulture));
    }

    private static string Escape(string path) => Uri.EscapeDataString(path.Replace('\\', '/')).Replace("%2F", "/").Replace("%3A", ":");
}
