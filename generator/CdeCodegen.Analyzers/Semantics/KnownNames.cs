namespace CdeCodegen.Analyzers.Semantics;

/// <summary>
/// Names that the analyzer recognizes. Markers are compared by full name, not by symbol: a compilation may reference two versions
/// of the runtime.
/// </summary>
internal static class KnownNames
{
    public const string RuntimeNamespace = "CdeCodegen.Runtime";
    public const string ResultMarker = "CdeCodegen.Runtime.ApiResultAttribute";
    public const string ResultMarkerName = "ApiResultAttribute";
    public const string CaseMarkerName = "ApiResultCaseAttribute";
    public const string OperationProperty = "Operation";
    public const string ResultException = "CdeCodegen.Runtime.ApiResultException";

    public const string Pages = "ApiPages";

    public const string StatusCode = "StatusCode";
    public const string IsSuccess = "IsSuccess";
    public const string Headers = "Headers";
}
