namespace CdeCodegen.Generator.Reading;

/// <summary>
/// Returns one string instance for equal spans of text. Documents repeat "type", "string" and "$ref" thousands of times.
/// </summary>
/// <remarks>
/// Each hash has one slot, which the newest string takes. The cache does not grow, and a string that was replaced is allocated again.
/// </remarks>
/// <param name="textLength">The length of the text: a document of a thousand small files would otherwise allocate a large cache for each.</param>
internal sealed class StringCache(int textLength)
{
    /// <summary>Longer strings are mostly descriptions, which rarely repeat.</summary>
    public const int MaxLength = 40;

    /// <summary>The initial value for <see cref="Next"/>.</summary>
    public const uint Seed = 2166136261;

    private readonly string?[] _slots = new string?[SlotsFor(textLength)];

    /// <summary>One step of FNV-1a. The JSON reader inlines it, because a call per character is measurable.</summary>
    public static uint Next(uint hash, char c) => unchecked((hash ^ c) * 16777619);

    /// <param name="text">The text that contains the string.</param>
    /// <param name="start">The start of the string.</param>
    /// <param name="length">The length of the string.</param>
    /// <param name="hash">The hash of the string.</param>
    public string Get(string text, int start, int length, uint hash)
    {
        if (length == 0)
        {
            return "";
        }

        uint slot = (hash ^ (hash >> 13)) & (uint)(_slots.Length - 1);
        string? known = _slots[slot];
        if (known is not null && known.Length == length && string.CompareOrdinal(known, 0, text, start, length) == 0)
        {
            return known;
        }

        return _slots[slot] = text.Substring(start, length);
    }

    /// <summary>A power of two.</summary>
    private static int SlotsFor(int textLength) => textLength switch
    {
        < 1024 => 64,
        < 16 * 1024 => 512,
        _ => 4096,
    };
}
