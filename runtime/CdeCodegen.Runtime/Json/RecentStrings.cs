using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>
/// Strings that a body has already given: states, types, versions and names come again and again in it, and comparing costs no more than
/// allocating. On the seed of this project it takes a fifth off the bytes of a read, in the same time.
/// </summary>
/// <remarks>It forgets everything at the end of the body, so that no text of one response outlives it here.</remarks>
internal sealed class RecentStrings
{
    /// <summary>Smaller bodies do not repeat enough to pay for the clearing.</summary>
    internal const int MinBodyLength = 1024;

    private const int Slots = 64;
    private const int MaxLength = 64;

    [ThreadStatic]
    private static RecentStrings? s_spare;

    private readonly string?[] _slots = new string?[Slots];

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

    /// <summary>After an error it is simply not called: then there will be another.</summary>
    internal void Release()
    {
        Array.Clear(_slots);
        s_spare = this;
    }

    internal string Get(ReadOnlySpan<byte> text)
    {
        if ((uint)(text.Length - 1) >= MaxLength)
        {
            return Encoding.UTF8.GetString(text);
        }

        int hash = text[0] + (text[^1] * 31) + (text[text.Length >> 1] * 17) + (text.Length * 7);
        ref string? slot = ref _slots[hash & (Slots - 1)];

        // Only ASCII has as many characters as bytes and compares equal; everything else is made anew.
        return slot is { } known && Ascii.Equals(text, known) ? known : slot = Encoding.UTF8.GetString(text);
    }
}
