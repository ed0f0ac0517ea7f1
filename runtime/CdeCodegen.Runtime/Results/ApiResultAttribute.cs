namespace CdeCodegen.Runtime;

/// <summary>Marks the base of a closed result: one nested case per documented response. The analyzer goes by it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ApiResultAttribute : Attribute
{
    /// <summary>What the API's document calls the operation: its operationId, else its method and path.</summary>
    public string? Operation { get; set; }
}
