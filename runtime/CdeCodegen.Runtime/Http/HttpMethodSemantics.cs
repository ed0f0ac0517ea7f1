namespace CdeCodegen.Runtime.Internal;

/// <summary>The semantics of HTTP methods that decide whether a request can be sent twice (RFC 9110, section 9.2). Unknown methods have none of them.</summary>
internal static class HttpMethodSemantics
{
    /// <summary>Whether requests of the method change nothing on the server.</summary>
    internal static bool IsSafe(HttpMethod method)
        => method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Trace;

    /// <summary>Whether several identical requests of the method have the same effect as one.</summary>
    internal static bool IsIdempotent(HttpMethod method) => IsSafe(method) || method == HttpMethod.Put || method == HttpMethod.Delete;
}
