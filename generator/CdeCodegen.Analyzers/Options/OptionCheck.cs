using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Options;

/// <summary>
/// Finds invalid values and unknown names of options. The compiler does not expose the files that options come from, so a problem has no location
/// and is reported once for all trees that it applies to.
/// </summary>
/// <param name="compilation">The compilation whose trees have the options.</param>
/// <param name="isReported">Whether a tree reports problems. A problem that one tree suppresses may still be reported for another.</param>
/// <param name="cancellationToken">Cancels the check.</param>
internal sealed class OptionCheck(Compilation compilation, Func<SyntaxTree, bool> isReported, CancellationToken cancellationToken)
{
    private const string Prefix = "cde_";
    private const string SymbolForm = "a list of 'M:Namespace.Type.Method', 'T:Namespace.Type' or 'N:Namespace', separated by '|'";
    private const string BoolForm = "'true' or 'false'";

    private static readonly string[] s_names =
        [TreeOptions.RequiredKey, TreeOptions.GuardCountsKey, TreeOptions.NeutralSinksKey, TreeOptions.HandlersKey, TreeOptions.CheckParametersKey,
            TreeOptions.TestsKey];

    private readonly HashSet<(string Option, string? Value)> _seen = [];
    private readonly List<OptionProblem> _found = [];

    public List<OptionProblem> Run(AnalyzerConfigOptionsProvider provider)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AnalyzerConfigOptions options = provider.GetOptions(tree);
            CheckValues(options, tree);
            CheckNames(options, tree);
        }

        return _found;
    }

    private void CheckValues(AnalyzerConfigOptions options, SyntaxTree tree)
    {
        if (TreeOptions.TryGetValue(options, TreeOptions.RequiredKey, out string? value) && RequiredStatuses.Parse(value, out string? wrong) is null)
        {
            Add(TreeOptions.RequiredKey, wrong!, "a comma-separated list of statuses (403), classes (4xx), 'default' or 'all'", tree);
        }

        if (TreeOptions.TryGetValue(options, TreeOptions.NeutralSinksKey, out value) && SymbolPatterns.Parse(value, out wrong) is null)
        {
            Add(TreeOptions.NeutralSinksKey, wrong!, SymbolForm, tree);
        }

        if (TreeOptions.TryGetValue(options, TreeOptions.HandlersKey, out value) && SymbolPatterns.Parse(value, out wrong) is null)
        {
            Add(TreeOptions.HandlersKey, wrong!, SymbolForm, tree);
        }

        if (TreeOptions.TryGetValue(options, TreeOptions.GuardCountsKey, out value) && TreeOptions.ParseBool(value) is null)
        {
            Add(TreeOptions.GuardCountsKey, value, BoolForm, tree);
        }

        if (TreeOptions.TryGetValue(options, TreeOptions.CheckParametersKey, out value) && TreeOptions.ParseBool(value) is null)
        {
            Add(TreeOptions.CheckParametersKey, value, BoolForm, tree);
        }

        if (TreeOptions.TryGetValue(options, TreeOptions.TestsKey, out value) && TreeOptions.ParseTests(value) is null)
        {
            Add(TreeOptions.TestsKey, value, "'auto', 'on' or 'off'", tree);
        }
    }

    private void Add(string option, string value, string expected, SyntaxTree tree)
    {
        if (!_seen.Contains((option, value)) && isReported(tree))
        {
            _seen.Add((option, value));
            _found.Add(new OptionProblem(tree, option, value, expected));
        }
    }

    private void CheckNames(AnalyzerConfigOptions options, SyntaxTree tree)
    {
        foreach (string key in Keys(options))
        {
            if (!key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || IsName(key) || _seen.Contains((key, null)) || !isReported(tree))
            {
                continue;
            }

            _seen.Add((key, null));
            _found.Add(new OptionProblem(tree, key, null, Nearest(key)));
        }
    }

    /// <summary>A host may not be able to enumerate the keys.</summary>
    private static IEnumerable<string> Keys(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            return [];
        }
    }

    private static bool IsName(string key)
    {
        foreach (string name in s_names)
        {
            if (name.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Nearest(string key)
    {
        string nearest = s_names[0];
        foreach (string name in s_names)
        {
            if (Distance(key, name) < Distance(key, nearest))
            {
                nearest = name;
            }
        }

        return nearest;
    }

    /// <summary>The edit distance of two names: insertions, removals and replacements.</summary>
    private static int Distance(string a, string b)
    {
        int[] above = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = above[0];
            above[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = above[j];
                above[j] = Math.Min(replaced, Math.Min(above[j], above[j - 1]) + 1);
            }
        }

        return above[b.Length];
    }
}
