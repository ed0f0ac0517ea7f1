using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Skips white space between tokens.</summary>
internal static class JsonWhiteSpace
{
    private const ulong EightBlanks = 0x2020_2020_2020_2020;

    /// <summary>Skips white space. Most of it is one blank, or a line break and its indentation; a vectorized search takes longer for such short runs.</summary>
    /// <returns>The position of the next byte that is no white space, or the length.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int Skip(ReadOnlySpan<byte> json, int position)
    {
        while ((uint)position < (uint)json.Length && json[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            position++;
            while (BinaryPrimitives.TryReadUInt64LittleEndian(json[position..], out ulong next))
            {
                int blanks = BitOperations.TrailingZeroCount(next ^ EightBlanks) >> 3;
                position += blanks;
                if (blanks < 8)
                {
                    break;
                }
            }
        }

        return position;
    }
}
