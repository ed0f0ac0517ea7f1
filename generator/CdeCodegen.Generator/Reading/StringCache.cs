namespace CdeCodegen.Generator.Reading;

/// <summary>
/// Hands out one string for equal stretches of text. Documents repeat "type", "string" and "$ref" thousands of times.
/// </summary>
/// <remarks>
/// Each hash has one slot, and the newest string takes it: no growth, no chains, nothing to tune for documents with a hundred
/// thousand different strings. A string that was pushed out is simply made again.
/// </remarks>
internal sealed class StringCache
{
    /// <summary>Longer strings are prose and hardly ever repeated.</summary>
    public const int MaxLength = 40;

    /// <summary>What <see cref="Next"/> starts from.</summary>
    public const uint Seed = 2166136261;

    private const int Slots = 4096;

    private readonly string?[] _slots = new string?[Slots];

    /// <summary>FNV-1a, one character further. The JSON reader's inner loop has it written out: a call per character is felt.</summary>
    public static uint Next(uint hash, char c) => unchecked((hash ^ c) * 16777619);

    /// <param name="text">Holds the string.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="hash">Of its characters.</param>
    public string Get(string text, int start, int length, uint hash)
    {
        if (length == 0)
        {
            return "";
        }

        uint slot = (hash ^ (hash >> 13)) & (Slots - 1);
        string? known = _slots[slot];
        if (known is not null && known.Length == length && string.CompareOrdinal(known, 0, text, start, length) == 0)
        {
            return known;
        }

        return _slots[slot] = text.Substring(start, length);
    }
}
