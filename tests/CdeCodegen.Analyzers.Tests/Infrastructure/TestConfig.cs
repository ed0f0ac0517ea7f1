using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>The options of an <c>.editorconfig</c> that applies to every file.</summary>
public static class TestConfig
{
    public static AnalyzerOptions Of(params (string Key, string Value)[] values) =>
        new([], new Provider(ToOptions(values)));

    /// <summary>The options of a project that asks for a report (CDE1090).</summary>
    public static AnalyzerOptions Reporting(params (string Key, string Value)[] values) =>
        new([], new Provider(ToOptions(values), ToOptions([("build_property.CdeCodegenReport", "true")])));

    private static Values ToOptions((string Key, string Value)[] values) => new(values.ToDictionary(static value => value.Key, static value => value.Value));

    private sealed class Provider(AnalyzerConfigOptions values, AnalyzerConfigOptions? global = null) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = global ?? new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => values;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
