namespace CdeCodegen.Analyzers.Semantics;

/// <summary>
/// Names the analyzer knows. The runtime's markers are compared by full name and never by symbol: a client may sit in another assembly,
/// and two versions of the runtime may meet in one compilation.
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
