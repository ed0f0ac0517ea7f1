using System.Text;

namespace CdeCodegen.Runtime.Tests;

/// <summary>Values from a given seed: the same in every run.</summary>
internal static class RandomJson
{
    public static object? Value(Random random, int depth) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(),
        3 => Number(random),
        4 or 5 => Text(random),
        6 => Enumerable.Range(0, random.Next(6)).Select(_ => Value(random, depth - 1)).ToArray(),
        _ => Enumerable.Range(0, random.Next(6)).ToDictionary(i => Text(random) + i, _ => Value(random, depth - 1)),
    };

    public static double Number(Random random)
    {
        double number = BitConverter.Int64BitsToDouble(random.NextInt64());
        return double.IsFinite(number) ? number : random.NextDouble();
    }

    /// <summary>Text with all that can go wrong: escapes, controls, two to four bytes, pairs.</summary>
    public static string Text(Random random)
    {
        var text = new StringBuilder();
        for (int i = random.Next(1, 20); i > 0; i--)
        {
            int value = random.Next(6) switch
            {
                0 => random.Next(0, 32),
                1 => "\"\\/<>&'+"[random.Next(8)],
                2 => random.Next(0x80, 0x800),
                3 => random.Next(0x800, 0xD800),
                4 => random.Next(0x10000, 0x110000),
                _ => random.Next(32, 127),
            };
            text.Append(new Rune(value).ToString());
        }

        return text.ToString();
    }
}
