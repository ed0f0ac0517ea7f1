using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Options;

/// <summary>The analyzer's options for one tree. An invalid value falls back to the default; <see cref="OptionCheck"/> finds it.</summary>
internal sealed class TreeOptions
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

    public static TreeOptions Read(AnalyzerConfigOptions options)
    {
        var read = new TreeOptions();
        if (TryGetValue(options, RequiredKey, out string? required))
        {
            read.Required = RequiredStatuses.Parse(required, out _) ?? RequiredStatuses.Default;
        }

        if (TryGetValue(options, GuardCountsKey, out string? guards))
        {
            read.GuardCounts = ParseBool(guards) ?? true;
        }

        if (TryGetValue(options, NeutralSinksKey, out string? sinks))
        {
            read.NeutralSinks = SymbolPatterns.Parse(sinks, out _) ?? SymbolPatterns.None;
        }

        if (TryGetValue(options, HandlersKey, out string? handlers))
        {
            read.Handlers = SymbolPatterns.Parse(handlers, out _) ?? SymbolPatterns.None;
        }

        if (TryGetValue(options, CheckParametersKey, out string? parameters))
        {
            read.CheckParameters = ParseBool(parameters) ?? false;
        }

        if (TryGetValue(options, TestsKey, out string? tests))
        {
            read.Tests = ParseTests(tests) ?? TestMode.Auto;
        }

        return read;
    }

    /// <summary><c>unset</c> reverts the value of a parent folder, as in any .editorconfig.</summary>
    public static bool TryGetValue(AnalyzerConfigOptions options, string key, out string value)
    {
        value = "";
        if (!options.TryGetValue(key, out string? found) || found.Trim().Equals("unset", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        value = found;
        return true;
    }

    public static bool? ParseBool(string text) => bool.TryParse(text, out bool value) ? value : null;

    public static TestMode? ParseTests(string text) => text.Trim().ToLowerInvariant() switch
    {
        "auto" => TestMode.Auto,
        "on" => TestMode.On,
        "off" => TestMode.Off,
        _ => null,
    };
}
