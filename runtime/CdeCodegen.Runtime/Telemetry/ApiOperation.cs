using System.Reflection;

namespace CdeCodegen.Runtime.Internal;

/// <summary>The operation that a result type belongs to, as telemetry names it.</summary>
internal sealed class ApiOperation
{
    private ApiOperation(Type result)
    {
        ApiResultAttribute? marker = result.GetCustomAttribute<ApiResultAttribute>();
        Name = marker?.Operation ?? (result.Name.EndsWith("Result", StringComparison.Ordinal) ? result.Name[..^"Result".Length] : result.Name);
        Template = marker?.Template;
    }

    /// <summary>The operationId, or the method and path of an operation without one.</summary>
    internal string Name { get; }

    /// <summary>The path as written in the API's document.</summary>
    internal string? Template { get; }

    internal static ApiOperation Of<TResult>() => Cache<TResult>.Value;

    private static class Cache<TResult>
    {
        internal static readonly ApiOperation Value = new(typeof(TResult));
    }
}
