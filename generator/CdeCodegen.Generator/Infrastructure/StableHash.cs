namespace CdeCodegen.Generator.Infrastructure;

/// <summary>FNV-1a. The output must be deterministic, and <c>string.GetHashCode</c> differs between processes.</summary>
internal static class StableHash
{
    private const uint Seed = 2166136261;

    /// <param name="text">The text to hash.</param>
    /// <param name="hash">The hash of the preceding text.</param>
    public static uint Of(string text, uint hash = Seed)
    {
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash;
    }
}
