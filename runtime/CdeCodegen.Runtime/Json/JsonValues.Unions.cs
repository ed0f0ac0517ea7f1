using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

public static partial class JsonValues
{
    /// <summary>Finds the alternative of a union that fits the value ahead best. Does not move the reader.</summary>
    /// <param name="r">Stands before the value.</param>
    /// <param name="shapes">The alternatives, in the document's order.</param>
    /// <returns>Its index, or -1 when none fits. Among objects the one with the most known members wins, then the one that names the fewest others, then the first.</returns>
    public static int Shape(in JsonReader r, JsonShape[] shapes)
        => r.Peek == '{' ? ShapeOfObject(r, shapes) : ShapeOfToken(r, shapes);

    /// <summary>The value of a member of the object ahead, as text, or null when there is no object or no such string, number or boolean. Does not move the reader.</summary>
    public static string? Discriminator(in JsonReader r, string name)
    {
        if (r.Peek != '{')
        {
            return null;
        }

        Utf8JsonReader ahead = r.Library();
        string? found = null;
        try
        {
            while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
            {
                bool isIt = ahead.ValueTextEquals(name);
                ahead.Read();
                if (isIt)
                {
                    // Of duplicates the last one wins, as everywhere.
                    found = ahead.TokenType switch
                    {
                        JsonTokenType.String => JsonReader.Text(ref ahead, r.Position + ahead.TokenStartIndex),
                        JsonTokenType.Number => Encoding.UTF8.GetString(ahead.ValueSpan),
                        JsonTokenType.True => "true",
                        JsonTokenType.False => "false",
                        _ => null,
                    };
                }

                ahead.Skip();
            }
        }
        catch (JsonException e)
        {
            throw r.NotJson(e);
        }

        return found;
    }

    private static int ShapeOfToken(in JsonReader r, JsonShape[] shapes)
    {
        JsonTokens token = r.Peek switch
        {
            (byte)'[' => JsonTokens.Array,
            (byte)'"' => JsonTokens.String,
            (byte)'t' or (byte)'f' => JsonTokens.Boolean,
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => IsInteger(r) ? JsonTokens.Integer : JsonTokens.Number & ~JsonTokens.Integer,
            _ => JsonTokens.None,
        };

        int found = -1;
        for (int i = 0; i < shapes.Length; i++)
        {
            JsonTokens accepted = shapes[i].Tokens;
            if ((accepted & token) == 0)
            {
                continue;
            }

            // 7 is a number and an integer: the narrower alternative says more.
            if (token == JsonTokens.Integer && (accepted & JsonTokens.Number) == JsonTokens.Integer)
            {
                return i;
            }

            if (found < 0)
            {
                found = i;
            }
        }

        return found;
    }

    /// <summary>No fraction but zeros, no exponent.</summary>
    private static bool IsInteger(in JsonReader r)
    {
        ReadOnlySpan<byte> rest = r.Rest;
        rest = rest[OrEnd(rest.IndexOfAnyExcept("-0123456789"u8), rest.Length)..];
        if (rest is [(byte)'.', ..])
        {
            rest = rest[1..];
            rest = rest[OrEnd(rest.IndexOfAnyExcept((byte)'0'), rest.Length)..];
        }

        return rest is not [(byte)'e' or (byte)'E' or (>= (byte)'1' and <= (byte)'9'), ..];
    }

    private static int OrEnd(int found, int end) => found < 0 ? end : found;

    private static int ShapeOfObject(in JsonReader r, JsonShape[] shapes)
    {
        int objects = 0;
        int only = -1;
        for (int i = 0; i < shapes.Length; i++)
        {
            if ((shapes[i].Tokens & JsonTokens.Object) != 0)
            {
                objects++;
                only = i;
            }
        }

        if (objects == 0 || (objects == 1 && shapes[only].Required.Length == 0))
        {
            return only;
        }

        HashSet<string> names = NamesAhead(r);
        int best = -1;
        int bestKnown = -1;
        int bestOthers = 0;
        for (int i = 0; i < shapes.Length; i++)
        {
            JsonShape shape = shapes[i];
            if ((shape.Tokens & JsonTokens.Object) == 0 || Count(names, shape.Required) < shape.Required.Length)
            {
                continue;
            }

            int known = Count(names, shape.Known);
            int others = shape.Known.Length - known;
            if (known > bestKnown || (known == bestKnown && others < bestOthers))
            {
                best = i;
                bestKnown = known;
                bestOthers = others;
            }
        }

        return best;
    }

    private static HashSet<string> NamesAhead(in JsonReader r)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Utf8JsonReader ahead = r.Library();
        try
        {
            while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
            {
                names.Add(JsonReader.Text(ref ahead, r.Position + ahead.TokenStartIndex));
                ahead.Skip();
            }

            return names;
        }
        catch (JsonException e)
        {
            throw r.NotJson(e);
        }
    }

    private static int Count(HashSet<string> there, string[] names)
    {
        int count = 0;
        foreach (string name in names)
        {
            if (there.Contains(name))
            {
                count++;
            }
        }

        return count;
    }
}
