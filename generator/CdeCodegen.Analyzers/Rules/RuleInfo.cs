namespace CdeCodegen.Analyzers.Rules;

/// <summary>Constants shared by all rules.</summary>
internal static class RuleInfo
{
    public const string Category = "ApiResult";

    /// <summary>In <c>Diagnostic.Properties</c>: the names of the cases that a fix adds, separated by commas.</summary>
    public const string MissingCases = "cases";

    /// <summary>In <c>Diagnostic.Properties</c>: the documented statuses of those cases.</summary>
    public const string MissingStatuses = "statuses";

    /// <summary>In <c>Diagnostic.Properties</c>: the name of the helper to which the only additional location belongs.</summary>
    public const string Helper = "helper";
}
