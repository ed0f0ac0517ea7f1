namespace CdeCodegen.Runtime;

/// <summary>Names the documented response that a case represents. The analyzer recognizes cases by this attribute.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ApiResultCaseAttribute : Attribute
{
    /// <summary>Marks the case of one status code.</summary>
    public ApiResultCaseAttribute(int statusCode) => Status = statusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Marks the case of a range of status codes (<c>4XX</c>) or of <c>default</c>.</summary>
    public ApiResultCaseAttribute(string status) => Status = status;

    /// <summary>The status as written in the document: <c>404</c>, <c>4XX</c> or <c>default</c>.</summary>
    public string Status { get; }
}
