using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Links diagnostics to the pages in the package. A descriptor is made before the folder of the package is known.</summary>
internal sealed class HelpPages(AnalyzerConfigOptions options)
{
    private readonly string _folder = options.TryGetValue(DiagnosticPages.FolderProperty, out string? folder) ? folder : "";

    /// <summary>The same diagnostic with a link to its page in the package; the diagnostic itself if there is no such page.</summary>
    public Diagnostic Link(Diagnostic diagnostic)
    {
        DiagnosticDescriptor rule = diagnostic.Descriptor;
        string page = DiagnosticPages.AddressOf(rule.Id, _folder);
        return page == rule.HelpLinkUri
            ? diagnostic
            : Diagnostic.Create(
                rule.Id, rule.Category, diagnostic.GetMessage(CultureInfo.InvariantCulture), diagnostic.Severity, rule.DefaultSeverity,
                rule.IsEnabledByDefault, diagnostic.WarningLevel, isSuppressed: false, rule.Title, rule.Description, page, diagnostic.Location,
                diagnostic.AdditionalLocations, rule.CustomTags, diagnostic.Properties);
    }
}
