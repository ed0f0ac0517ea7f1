using CdeCodegen.Generator.Diagnostics;

namespace CdeCodegen.Tasks;

/// <summary>The severities that a project gives to diagnostics, by the compiler's rules.</summary>
/// <remarks>
/// <c>NoWarn</c> comes first, then global configuration files, then the warnings that are errors. Sections of an <c>.editorconfig</c> file apply to source
/// files only, in the compiler as well, and a document is not a source file.
/// </remarks>
internal sealed class SeverityRules
{
    private static readonly char[] s_separators = [';', ',', ' ', '\t', '\r', '\n'];

    private readonly HashSet<string> _suppressed;
    private readonly HashSet<string> _errors;
    private readonly HashSet<string> _warnings;
    private readonly bool _warningsAreErrors;
    private readonly GlobalConfig _config;

    /// <param name="noWarn">The property <c>NoWarn</c>.</param>
    /// <param name="warningsAsErrors">The property <c>WarningsAsErrors</c>.</param>
    /// <param name="warningsNotAsErrors">The property <c>WarningsNotAsErrors</c>.</param>
    /// <param name="treatWarningsAsErrors">The property <c>TreatWarningsAsErrors</c>.</param>
    /// <param name="config">The global configuration of the project.</param>
    public SeverityRules(string? noWarn, string? warningsAsErrors, string? warningsNotAsErrors, bool treatWarningsAsErrors, GlobalConfig config)
    {
        _suppressed = Ids(noWarn);
        _errors = Ids(warningsAsErrors);
        _warnings = Ids(warningsNotAsErrors);
        _warningsAreErrors = treatWarningsAsErrors;
        _config = config;
    }

    /// <returns>The severity; null for a diagnostic that the project suppresses.</returns>
    public Severity? Of(Descriptor descriptor)
    {
        string id = descriptor.Id;
        if (_suppressed.Contains(id))
        {
            return null;
        }

        Severity severity = descriptor.Severity;
        switch (_config.SeverityOf(id))
        {
            case "none":
                return null;

            case "silent":
            case "suggestion":
                severity = Severity.Info;
                break;

            case "warning":
                severity = Severity.Warning;
                break;

            case "error":
                return Severity.Error;

            default:
                if (_errors.Contains(id) && !_warnings.Contains(id))
                {
                    return Severity.Error;
                }

                break;
        }

        return severity == Severity.Warning && _warningsAreErrors && !_warnings.Contains(id) ? Severity.Error : severity;
    }

    private static HashSet<string> Ids(string? list) =>
        new((list ?? "").Split(s_separators, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
