using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

public static partial class JsonValues
{
    /// <summary>Finds the alternative of a union that fits the next value best. Does not move the reader.</summary>
    /// <param name="r">The reader, positioned before the value.</param>
    /// <param name="shapes">The alternatives, in the order of the document.</param>
    /// <returns>
    /// The index of the alternative, or -1 if none fits. Among objects, the one with the most members present wins, then the one with the fewest
    /// members absent, then the first.
    /// </returns>
    public static int Shape(in JsonReader r, JsonShape[] shapes)
        => r.Peek == '{' ? FindObject(r, shapes) : FindByToken(r, shapes);

    /// <summary>
    /// Returns the value of a string, number or boolean member of the next object as text; null if there is no such member. Does not move the reader.
    /// </summary>
    public static string? Discriminator(in JsonReader r, string name)
    {
        if (r.Peek != '{')
        {
            return null;
        }

        Utf8JsonReader ahead = r.CreateUtf8Reader();
        string? found = null;
        try
        {
            while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
            {
                bool isMatch = ahead.ValueTextEquals(name);
                ahead.Read();
                if (isMatch)
                {
                    // The last of several members with the same name wins, as in models.
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
            throw r.InvalidJson(e);
        }

        return found;
    }

    private static int FindByToken(in JsonReader r, JsonShape[] shapes)
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

            // An alternative for integers only is more specific than one for all numbers.
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

    /// <summary>Returns whether the number has no exponent and no fraction other than zeros.</summary>
    private static bool IsInteger(in JsonReader r)
    {
        ReadOnlySpan<byte> rest = r.Remaining;
        rest = rest[IndexOrEnd(rest.IndexOfAnyExcept("-0123456789"u8), rest.Length)..];
        if (rest is [(byte)'.', ..])
        {
            rest = rest[1..];
            rest = rest[IndexOrEnd(rest.IndexOfAnyExcept((byte)'0'), rest.Length)..];
        }

        return rest is not [(byte)'e' or (byte)'E' or (>= (byte)'1' and <= (byte)'9'), ..];
    }

    private static int IndexOrEnd(int found, int end) => found < 0 ? end : found;

    private static int FindObject(in JsonReader r, JsonShape[] shapes)
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

        HashSet<string> names = ReadNames(r);
        int best = -1;
        int bestKnown = -1;
        int bestOthers = 0;
        for (int i = 0; i < shapes.Length; i++)
        {
            JsonShape shape = shapes[i];
            if ((shape.Tokens & JsonTokens.Object) == 0 || CountPresent(names, shape.Required) < shape.Required.Length)
            {
                continue;
            }

            int known = CountPresent(names, shape.Known);
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

    private static HashSet<string> ReadNames(in JsonReader r)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Utf8JsonReader ahead = r.CreateUtf8Reader();
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
            throw r.InvalidJson(e);
        }
    }

    private static int CountPresent(HashSet<string> there, string[] names)
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
