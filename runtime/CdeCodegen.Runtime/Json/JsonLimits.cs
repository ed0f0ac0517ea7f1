namespace CdeCodegen.Runtime.Internal;

/// <summary>Bounds that hold in both directions.</summary>
internal static class JsonLimits
{
    /// <summary>How deep arrays and objects may be nested: recursion in the generated readers and writers ends here, long before the stack does.</summary>
    internal const int MaxDepth = 128;
}
