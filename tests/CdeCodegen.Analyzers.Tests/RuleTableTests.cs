using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Verifies that the table of rules matches the descriptors, and that each rule has its page and files.</summary>
public sealed class RuleTableTests
{
    private const string Start = "<!-- rules: written from the descriptors; RuleTableTests compares -->\n";
    private const string End = "<!-- /rules -->";

    private static readonly string s_docs = Path.Combine(Repository.Root, "generator", "docs");

    private static readonly DiagnosticDescriptor[] s_rules = [.. Analyzers().SelectMany(a => a.SupportedDiagnostics)
        .Where(d => d.Id.StartsWith("CDE", StringComparison.Ordinal)).DistinctBy(d => d.Id).OrderBy(d => d.Id, StringComparer.Ordinal)];

    private static readonly SuppressionDescriptor[] s_suppressions = [.. Analyzers().OfType<DiagnosticSuppressor>()
        .SelectMany(s => s.SupportedSuppressions).OrderBy(s => s.Id, StringComparer.Ordinal)];

    [Fact]
    public void The_table_matches_the_descriptors()
    {
        string page = Path.Combine(s_docs, "README.md");
        string text = File.ReadAllText(page);
        int start = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        string expected = text[..start] + Table() + text[end..];
        if (text != expected)
        {
            File.WriteAllText(Path.ChangeExtension(page, ".received.md"), expected);
        }

        Assert.Equal(expected, text);
    }

    [Fact]
    public void Each_rule_has_a_page_with_its_title_and_a_link_to_it()
    {
        Assert.NotEmpty(s_rules);
        foreach (DiagnosticDescriptor rule in s_rules)
        {
            string title = rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal($"# {rule.Id}: {title}", File.ReadLines(Path.Combine(s_docs, rule.Id + ".md")).First());
            Assert.Equal(DiagnosticPages.AddressOf(rule.Id), rule.HelpLinkUri);
        }

        Assert.All(s_suppressions, suppression => Assert.True(File.Exists(Path.Combine(s_docs, suppression.Id + ".md")), suppression.Id));
    }

    [Fact]
    public void Each_rule_has_its_source_page_and_test_files()
    {
        string[] fixable = ["CDE1001", "CDE1002", "CDE1003", "CDE1004", "CDE1005", "CDE1010"];
        DiagnosticDescriptor[] reported = [.. s_rules.Where(rule => rule.Id.StartsWith("CDE1", StringComparison.Ordinal))];
        Assert.Empty(fixable.Except(reported.Select(rule => rule.Id)));
        foreach (DiagnosticDescriptor rule in reported)
        {
            Exists("generator", "CdeCodegen.Analyzers", "Rules", rule.Id + ".cs");
            Exists("generator", "docs", rule.Id + ".md");
            Exists("tests", "CdeCodegen.Analyzers.Tests", "Rules", rule.Id + ".cs");
        }

        foreach (string id in fixable)
        {
            Exists("generator", "CdeCodegen.CodeFixes", "Fixers", id + "Fixer.cs");
            Exists("tests", "CdeCodegen.Analyzers.Tests", "Corpus", "fixes." + id + ".txt");
        }

        // No file remains of a removed rule.
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "generator", "CdeCodegen.Analyzers", "Rules"), "CDE*.cs"))
        {
            Assert.Contains(reported, rule => rule.Id == Path.GetFileNameWithoutExtension(file));
        }
    }

    private static void Exists(params string[] path)
    {
        string file = Path.Combine([Repository.Root, .. path]);
        Assert.True(File.Exists(file), file);
    }

    private static string Table()
    {
        var table = new StringBuilder("| id | title | default |\n|---|---|---|\n");
        foreach (DiagnosticDescriptor rule in s_rules)
        {
            string severity = !rule.IsEnabledByDefault ? "disabled" : rule.DefaultSeverity switch
            {
                DiagnosticSeverity.Info => "suggestion",
                DiagnosticSeverity severe => severe.ToString().ToLowerInvariant(),
            };
            table.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)} | {severity} |\n");
        }

        foreach (SuppressionDescriptor suppression in s_suppressions)
        {
            table.Append($"| [{suppression.Id}]({suppression.Id}.md) | suppresses {suppression.SuppressedDiagnosticId} where {Condition(suppression)} | – |\n");
        }

        return table.ToString();
    }

    private static string Condition(SuppressionDescriptor suppression) =>
        string.CompareOrdinal(suppression.Id, "CDES0004") < 0 ? "all cases are covered" : "a rule of the analyzer reports the same";

    private static IEnumerable<DiagnosticAnalyzer> Analyzers() =>
        Assembly.Load("CdeCodegen.Analyzers").GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);
}
