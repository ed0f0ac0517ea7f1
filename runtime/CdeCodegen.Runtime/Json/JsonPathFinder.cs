using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Finds the JSON path of an error by reading the body again, so that successful reads need not track it.</summary>
internal static class JsonPathFinder
{
    /// <summary>The longest path, in characters. Member names come from the body, and paths end up in messages and logs.</summary>
    private const int MaxLength = 256;

    private const int MaxNameLength = 64;

    /// <summary>Returns the JSON path of the value at an offset or around it.</summary>
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
                    ApplyLastToken(ref r, steps);
                    break;
                }

                ApplyToken(ref r, steps);
                end = (int)r.BytesConsumed;
            }
        }
        catch (JsonException)
        {
            // The text is not JSON from here on. The error concerns the value that would come next: in an array, the item after the last comma.
            ReadOnlySpan<byte> between = json[end..(int)Math.Clamp(offset, end, json.Length)];
            if ((end > 0 && json[end - 1] == '[') || between.Contains((byte)','))
            {
                AdvanceIndex(steps);
            }
        }

        return Format(steps);
    }

    /// <summary>Converts a line number and a position in the line to an offset.</summary>
    internal static long ToOffset(ReadOnlySpan<byte> json, long line, long positionInLine)
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

    private static void ApplyToken(ref Utf8JsonReader r, List<Step> steps)
    {
        switch (r.TokenType)
        {
            case JsonTokenType.PropertyName:
                steps[^1] = steps[^1] with { Name = ReadName(ref r) };
                break;
            case JsonTokenType.StartObject:
                AdvanceIndex(steps);
                steps.Add(new Step(IsArray: false, -1, null));
                break;
            case JsonTokenType.StartArray:
                AdvanceIndex(steps);
                steps.Add(new Step(IsArray: true, -1, null));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.RemoveAt(steps.Count - 1);
                break;
            default:
                AdvanceIndex(steps);
                break;
        }
    }

    private static void ApplyLastToken(ref Utf8JsonReader r, List<Step> steps)
    {
        switch (r.TokenType)
        {
            case JsonTokenType.PropertyName:
                steps[^1] = steps[^1] with { Name = ReadName(ref r) };
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                // A member is missing, so the error concerns the object, not its last member.
                steps.RemoveAt(steps.Count - 1);
                break;
            default:
                AdvanceIndex(steps);
                break;
        }
    }

    private static void AdvanceIndex(List<Step> steps)
    {
        if (steps.Count > 0 && steps[^1].IsArray)
        {
            steps[^1] = steps[^1] with { Index = steps[^1].Index + 1 };
        }
    }

    private static string ReadName(ref Utf8JsonReader r)
    {
        try
        {
            string name = r.GetString()!;
            return name.Length <= MaxNameLength ? name : name[..MaxNameLength] + '…';
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static string Format(List<Step> steps)
    {
        var text = new StringBuilder("$");
        foreach (Step step in steps)
        {
            if (text.Length > MaxLength)
            {
                text.Length = MaxLength;
                return text.Append('…').ToString();
            }

            if (step.IsArray)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{Math.Max(step.Index, 0)}]");
            }
            else if (step.Name is { } name)
            {
                // RFC 9535: names that are not plain identifiers are written in brackets.
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
