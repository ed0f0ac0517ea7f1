using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>Options that a test has written down.</summary>
public sealed class FixedOptions(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
{
    public override IEnumerable<string> Keys => values.Keys;

    public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
}
