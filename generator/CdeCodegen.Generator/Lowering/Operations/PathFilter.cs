namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>
/// Matches paths against globs. <c>*</c> matches within a segment, <c>**</c> matches across segments, and <c>#GET,POST</c> at the end restricts the methods.
/// An operation is included if an include matches or there are no includes, and no exclude matches.
/// </summary>
internal sealed class PathFilter
{
    private readonly List<(string Path, string[] Methods)> _includes;
    private readonly List<(string Path, string[] Methods)> _excludes;

    public PathFilter(string includes, string excludes)
    {
        _includes = Parse(includes);
        _excludes = Parse(excludes);
    }

    public bool Includes(string path, string method) => (_includes.Count == 0 || Any(_includes, path, method)) && !Any(_excludes, path, method);

    private static bool Any(List<(string Path, string[] Methods)> globs, string path, string method)
    {
        foreach ((string glob, string[] methods) in globs)
        {
            if ((methods.Length == 0 || Array.IndexOf(methods, method.ToUpperInvariant()) >= 0) && Matches(glob, 0, path, 0))
            {
                return true;
            }
        }

        return false;
    }

    // Commas separate methods, so only semicolons and line ends separate globs.
    private static List<(string Path, string[] Methods)> Parse(string text)
    {
        var globs = new List<(string, string[])>();
        foreach (string entry in text.Split([';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            string glob = entry.Trim();
            string[] methods = [];
            int hash = glob.LastIndexOf('#');
            if (hash >= 0)
            {
                methods = glob.Substring(hash + 1).ToUpperInvariant().Split([','], StringSplitOptions.RemoveEmptyEntries);
                for (int i = 0; i < methods.Length; i++)
                {
                    methods[i] = methods[i].Trim();
                }

                glob = glob.Substring(0, hash).Trim();
            }

            if (glob.Length > 0)
            {
                globs.Add((glob[0] is '/' or '*' ? glob : "/" + glob, methods));
            }
        }

        return globs;
    }

    /// <summary>Matches with two pointers and one backtracking position per kind of star. Needs no recursion and no regular expression.</summary>
    private static bool Matches(string glob, int g, string path, int p)
    {
        int star = -1;
        int starPath = 0;
        int deep = -1;
        int deepPath = 0;
        while (p < path.Length)
        {
            if (g < glob.Length && glob[g] == '*')
            {
                if (g + 1 < glob.Length && glob[g + 1] == '*')
                {
                    deep = g += 2;
                    deepPath = p;
                    star = -1;
                }
                else
                {
                    star = ++g;
                    starPath = p;
                }
            }
            else if (g < glob.Length && glob[g] == path[p])
            {
                g++;
                p++;
            }
            else if (star >= 0 && path[starPath] != '/')
            {
                p = ++starPath;
                g = star;
            }
            else if (deep >= 0)
            {
                p = ++deepPath;
                g = deep;
                star = -1;
            }
            else
            {
                return false;
            }
        }

        // "/connectors/**" also matches "/connectors".
        if (string.CompareOrdinal(glob, g, "/**", 0, 3) == 0 && g + 3 == glob.Length)
        {
            return true;
        }

        while (g < glob.Length && glob[g] == '*')
        {
            g++;
        }

        return g == glob.Length;
    }
}
