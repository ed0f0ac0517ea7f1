namespace CdeCodegen.Generator.Infrastructure;

/// <summary>FNV-1a: <c>string.GetHashCode</c> differs from process to process, and output must not.</summary>
internal static class StableHash
{
    private const uint Seed = 2166136261;

    /// <param name="text">What is hashed.</param>
    /// <param name="hash">Of the text before it, where there is one.</param>
    public static uint Of(string text, uint hash = Seed)
    {
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash;
    }
}
