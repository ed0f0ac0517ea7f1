namespace CdeCodegen.Runtime.Internal;

/// <summary>Limits for reading and writing.</summary>
internal static class JsonLimits
{
    /// <summary>
    /// The deepest nesting of arrays and objects. Generated readers and writers recurse, and this limit stops them long before the stack overflows.
    /// </summary>
    internal const int MaxDepth = 128;
}
