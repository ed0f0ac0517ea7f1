using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Finds, after something went wrong, where in the body that was. The good path pays nothing for it.</summary>
internal static class JsonPathFinder
{
    /// <summary>The JSON path of the value at, or around, an offset.</summary>
    internal static string Find(ReadOnlySpan<byte> json, long offset)
    {
        var steps = new List<Step>();
        var r = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonLimits.MaxDepth });
        int end = 0;
        try
        {
            while (r.Read())
            {
                if (r.BytesConsumed > offset)
                {
                    Arrive(ref r, steps);
                    break;
                }

                Follow(ref r, steps);
                end = (int)r.BytesConsumed;
            }
        }
        catch (JsonException)
        {
            // Not JSON from here on: what would come next is meant, in an array the next item if its comma is there.
            ReadOnlySpan<byte> between = json[end..(int)Math.Clamp(offset, end, json.Length)];
            if ((end > 0 && json[end - 1] == '[') || between.Contains((byte)','))
            {
                NextItem(steps);
            }
        }

        return Print(steps);
    }

    /// <summary>The offset that a line and a position in it stand for.</summary>
    internal static long Offset(ReadOnlySpan<byte> json, long line, long positionInLine)
    {
        int start = 0;
        for (long i = 0; i < line; i++)
        {
            int end = json[start..].IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }

            start += end + 1;
        }

        return Math.Min(start + positionInLine, json.Length);
    }

    private static void Follow(ref Utf8JsonReader r, List<Step> steps)
    {
        switch (r.TokenType)
        {
            case JsonTokenType.PropertyName:
                steps[^1] = steps[^1] with { Name = Name(ref r) };
                break;
            case JsonTokenType.StartObject:
                NextItem(steps);
                steps.Add(new Step(IsArray: false, -1, null));
                break;
            case JsonTokenType.StartArray:
                NextItem(steps);
                steps.Add(new Step(IsArray: true, -1, null));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.RemoveAt(steps.Count - 1);
                break;
            default:
                NextItem(steps);
                break;
        }
    }

    private static void Arrive(ref Utf8JsonReader r, List<Step> steps)
    {
        switch (r.TokenType)
        {
            case JsonTokenType.PropertyName:
                steps[^1] = steps[^1] with { Name = Name(ref r) };
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                // Something is missing: the object itself is meant, not its last member.
                steps.RemoveAt(steps.Count - 1);
                break;
            default:
                NextItem(steps);
                break;
        }
    }

    private static void NextItem(List<Step> steps)
    {
        if (steps.Count > 0 && steps[^1].IsArray)
        {
            steps[^1] = steps[^1] with { Index = steps[^1].Index + 1 };
        }
    }

    private static string Name(ref Utf8JsonReader r)
    {
        try
        {
            return r.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static string Print(List<Step> steps)
    {
        var text = new StringBuilder("$");
        foreach (Step step in steps)
        {
            if (step.IsArray)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{Math.Max(step.Index, 0)}]");
            }
            else if (step.Name is { } name)
            {
                // RFC 9535: a name that is no plain identifier goes in brackets.
                bool isPlain = name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(name[0]);
                if (isPlain)
                {
                    text.Append('.').Append(name);
                }
                else
                {
                    text.Append("['").Append(name.Replace("\\", "\\\\").Replace("'", "\\'")).Append("']");
                }
            }
        }

        return text.ToString();
    }

    private readonly record struct Step(bool IsArray, int Index, string? Name);
}
