namespace CdeCodegen.Runtime;

/// <summary>Marks a generated result type, which has one nested case per documented response. The analyzer recognizes results by this attribute.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ApiResultAttribute : Attribute
{
    /// <summary>The operation, as the analyzer reports it: its operationId or, without one, its method and path.</summary>
    public string? Operation { get; set; }

    /// <summary>The operation's path as written in the document, for example <c>/orders/{id}</c>. Telemetry and fakes use it.</summary>
    public string? Template { get; set; }
}
