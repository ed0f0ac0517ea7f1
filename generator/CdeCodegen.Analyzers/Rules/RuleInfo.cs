namespace CdeCodegen.Analyzers.Rules;

/// <summary>What all rules have in common.</summary>
internal static class RuleInfo
{
    public const string Category = "ApiResult";

    /// <summary>Where the page of each rule is.</summary>
    public const string Pages = "https://github.com/CdeCodegen/CdeCodegen/blob/main/generator/docs/";

    /// <summary>In <c>Diagnostic.Properties</c>: the names of the cases a fix has to add, separated by commas.</summary>
    public const string MissingCases = "cases";

    /// <summary>In <c>Diagnostic.Properties</c>: the documented statuses of those cases.</summary>
    public const string MissingStatuses = "statuses";
}
