using CdeCodegen.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Turns findings into diagnostics, one per rule and location.</summary>
internal sealed class FindingReporter(Action<Diagnostic> report)
{
    private readonly HashSet<(string Id, Location Location)> _reported = [];

    public void Report(in Finding finding)
    {
        Diagnostic diagnostic = Create(finding);
        // The solver visits a finally region once per branch through it, so the same finding can arrive repeatedly.
        if (_reported.Add((diagnostic.Id, diagnostic.Location)))
        {
            report(diagnostic);
        }
    }

    private static Diagnostic Create(in Finding finding) => finding.Kind switch
    {
        FindingKind.Ignored => CDE1001.Create(finding.Place, finding.Type),
        FindingKind.Unhandled => CDE1002.Create(finding.Place, finding.Test, finding.Passed, finding.Type, finding.Cases),
        FindingKind.CatchAllOnly => CDE1003.Create(finding.Place, finding.Test, finding.Passed, finding.Type, finding.Cases),
        FindingKind.NotAwaited => CDE1004.Create(finding.Place, finding.Type),
        FindingKind.TypeLost => CDE1005.Create(finding.Place, finding.Type),
        FindingKind.Discarded => CDE1006.Create(finding.Place, finding.Type),
        FindingKind.Unchecked => CDE1007.Create(finding.Place, finding.Type),
        FindingKind.ImpossibleStatus => CDE1008.Create(finding.Place.GetLocation(), finding.Type, finding.Status),
        FindingKind.RedundantCatchAll => CDE1009.Create(finding.Place.GetLocation(), finding.Type),
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    };
}
