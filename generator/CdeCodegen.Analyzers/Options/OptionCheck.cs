using CdeCodegen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Options;

/// <summary>
/// Looks for values that cannot be read and for names that no option has. Options come from files that the compiler does not hand over, so what is
/// wrong with them has no location, and is told once for all trees it holds for.
/// </summary>
internal sealed class OptionCheck(Compilation compilation, CancellationToken cancellationToken)
{
    private const string Prefix = "cde_";
    private const string SymbolForm = "a list of 'M:Namespace.Type.Method', 'T:Namespace.Type' or 'N:Namespace', separated by '|'";
    private const string BoolForm = "'true' or 'false'";

    private static readonly string[] s_names =
        [TreeOptions.RequiredKey, TreeOptions.GuardCountsKey, TreeOptions.NeutralSinksKey, TreeOptions.HandlersKey, TreeOptions.CheckParametersKey, TreeOptions.TestsKey];

    private readonly HashSet<(string Option, string? Value)> _told = [];
    private readonly List<Diagnostic> _found = [];

    public List<Diagnostic> Run(AnalyzerConfigOptionsProvider provider)
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
            Tell(TreeOptions.RequiredKey, wrong!, "a comma-separated list of statuses (403), classes (4xx), 'default' or 'all'", tree);
        }

        if (TreeOptions.TryGetValue(options, TreeOptions.NeutralSinksKey, out value) && SymbolPatterns.Parse(value, out wrong) is null)
        {
            Tell(TreeOptions.NeutralSinksKey, wrong!, SymbolForm, tree);
        }

        if (TreeOptions.TryGetValue(options, TreeOptions.HandlersKey, out value) && SymbolPatterns.Parse(value, out wrong) is null)
        {
            Tell(TreeOptions.HandlersKey, wrong!, SymbolForm, tree);
        }

        if (TreeOptions.TryGetValue(options, TreeOptions.GuardCountsKey, out value) && TreeOptions.ParseBool(value) is null)
        {
            Tell(TreeOptions.GuardCountsKey, value, BoolForm, tree);
        }

        if (TreeOptions.TryGetValue(options, TreeOptions.CheckParametersKey, out value) && TreeOptions.ParseBool(value) is null)
        {
            Tell(TreeOptions.CheckParametersKey, value, BoolForm, tree);
        }

        if (TreeOptions.TryGetValue(options, TreeOptions.TestsKey, out value) && TreeOptions.ParseTests(value) is null)
        {
            Tell(TreeOptions.TestsKey, value, "'auto', 'on' or 'off'", tree);
        }
    }

    private void Tell(string option, string value, string expected, SyntaxTree tree)
    {
        if (!_told.Contains((option, value)) && TryGetSeverity(tree, out DiagnosticSeverity severity))
        {
            _told.Add((option, value));
            _found.Add(CDE1000.Create(severity, option, value, expected));
        }
    }

    private void CheckNames(AnalyzerConfigOptions options, SyntaxTree tree)
    {
        foreach (string key in Keys(options))
        {
            if (!key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || IsName(key) || _told.Contains((key, null)) || !TryGetSeverity(tree, out DiagnosticSeverity severity))
            {
                continue;
            }

            _told.Add((key, null));
            _found.Add(CDE1000.CreateUnknown(severity, key, Nearest(key)));
        }
    }

    /// <summary>Without a location the compiler does not ask an .editorconfig how severe this is, which is where people set it: beside the option.</summary>
    private bool TryGetSeverity(SyntaxTree tree, out DiagnosticSeverity severity)
    {
        severity = CDE1000.Rule.DefaultSeverity;
        if (compilation.Options.SyntaxTreeOptionsProvider is not { } provider || !provider.TryGetDiagnosticValue(tree, CDE1000.Id, cancellationToken, out ReportDiagnostic report))
        {
            return true;
        }

        switch (report)
        {
            case ReportDiagnostic.Suppress:
                return false;
            case ReportDiagnostic.Error:
                severity = DiagnosticSeverity.Error;
                break;
            case ReportDiagnostic.Info:
                severity = DiagnosticSeverity.Info;
                break;
            case ReportDiagnostic.Hidden:
                severity = DiagnosticSeverity.Hidden;
                break;
        }

        return true;
    }

    /// <summary>A host need not be able to say which keys there are.</summary>
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

    /// <summary>How many characters are to be inserted, removed or replaced.</summary>
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
