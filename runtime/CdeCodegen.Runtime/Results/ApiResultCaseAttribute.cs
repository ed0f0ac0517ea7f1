namespace CdeCodegen.Runtime;

/// <summary>Says which documented response a case of a result stands for. The analyzer goes by it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ApiResultCaseAttribute : Attribute
{
    /// <summary>A case for one status.</summary>
    public ApiResultCaseAttribute(int statusCode) => Status = statusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A case for a range (<c>4XX</c>) or for <c>default</c>.</summary>
    public ApiResultCaseAttribute(string status) => Status = status;

    /// <summary>The status as the document writes it: <c>404</c>, <c>4XX</c> or <c>default</c>.</summary>
    public string Status { get; }
}
