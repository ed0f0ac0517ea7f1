using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Options;

/// <summary>The analyzer's options for one tree. A bad value falls back to the default; <see cref="Validate"/> says so.</summary>
internal sealed class FlowOptions
{
    public const string RequiredKey = "cde_required_statuses";
    public const string GuardCountsKey = "cde_guard_counts";
    public const string NeutralSinksKey = "cde_neutral_sinks";
    public const string HandlersKey = "cde_handlers";
    public const string CheckParametersKey = "cde_check_parameters";
    public const string TestsKey = "cde_tests";

    public RequiredStatuses Required { get; private set; } = RequiredStatuses.Default;
    public bool GuardCounts { get; private set; } = true;
    public SymbolPatterns NeutralSinks { get; private set; } = SymbolPatterns.None;
    public SymbolPatterns Handlers { get; private set; } = SymbolPatterns.None;
    public bool CheckParameters { get; private set; }
    public TestMode Tests { get; private set; }

    public static FlowOptions Read(AnalyzerConfigOptions options)
    {
        var read = new FlowOptions();
        if (options.TryGetValue(RequiredKey, out var required))
            read.Required = RequiredStatuses.Parse(required, out _) ?? RequiredStatuses.Default;
        if (options.TryGetValue(GuardCountsKey, out var guards))
            read.GuardCounts = ParseBool(guards) ?? true;
        if (options.TryGetValue(NeutralSinksKey, out var sinks))
            read.NeutralSinks = SymbolPatterns.Parse(sinks, out _) ?? SymbolPatterns.None;
        if (options.TryGetValue(HandlersKey, out var handlers))
            read.Handlers = SymbolPatterns.Parse(handlers, out _) ?? SymbolPatterns.None;
        if (options.TryGetValue(CheckParametersKey, out var parameters))
            read.CheckParameters = ParseBool(parameters) ?? false;
        if (options.TryGetValue(TestsKey, out var tests))
            read.Tests = ParseTests(tests) ?? TestMode.Auto;
        return read;
    }

    /// <summary>Calls <paramref name="report"/> with option, entry and what would be right, for each bad value.</summary>
    public static void Validate(AnalyzerConfigOptions options, Action<string, string, string> report)
    {
        if (options.TryGetValue(RequiredKey, out var value) && RequiredStatuses.Parse(value, out var wrong) is null)
            report(RequiredKey, wrong!, "a comma-separated list of statuses (403), classes (4xx), 'default' or 'all'");
        if (options.TryGetValue(NeutralSinksKey, out value) && SymbolPatterns.Parse(value, out wrong) is null)
            report(NeutralSinksKey, wrong!, SymbolForm);
        if (options.TryGetValue(HandlersKey, out value) && SymbolPatterns.Parse(value, out wrong) is null)
            report(HandlersKey, wrong!, SymbolForm);
        if (options.TryGetValue(GuardCountsKey, out value) && ParseBool(value) is null)
            report(GuardCountsKey, value, BoolForm);
        if (options.TryGetValue(CheckParametersKey, out value) && ParseBool(value) is null)
            report(CheckParametersKey, value, BoolForm);
        if (options.TryGetValue(TestsKey, out value) && ParseTests(value) is null)
            report(TestsKey, value, "'auto', 'on' or 'off'");
    }

    const string SymbolForm = "a list of 'M:Namespace.Type.Method', 'T:Namespace.Type' or 'N:Namespace', separated by '|'";
    const string BoolForm = "'true' or 'false'";

    static bool? ParseBool(string text) => bool.TryParse(text, out var value) ? value : null;

    static TestMode? ParseTests(string text) => text.Trim().ToLowerInvariant() switch
    {
        "auto" => TestMode.Auto,
        "on" => TestMode.On,
        "off" => TestMode.Off,
        _ => null,
    };
}
