using System.Buffers.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

public static partial class JsonValues
{
    /// <summary>Finds the alternative of a union that fits the next value best. Does not move the reader.</summary>
    /// <param name="r">The reader, positioned before the value.</param>
    /// <param name="shapes">The alternatives, in the order of the document.</param>
    /// <returns>
    /// The index of the alternative, or -1 if none fits. Among objects, the one with the most members present wins, then the one with the fewest
    /// members absent, then the first. An object without any of the members of the alternatives fits none of them.
    /// </returns>
    public static int Shape(in JsonReader r, JsonShape[] shapes)
        => r.Peek == '{' ? FindObject(r, shapes) : FindByToken(r, shapes);

    /// <summary>Finds the alternative that fits the next value best among some of those of a union. Does not move the reader.</summary>
    /// <param name="r">The reader, positioned before the value.</param>
    /// <param name="shapes">All alternatives.</param>
    /// <param name="among">The indexes of the alternatives to choose from.</param>
    /// <returns>The index of the alternative in <paramref name="shapes"/>, or -1 if none fits.</returns>
    public static int Shape(in JsonReader r, JsonShape[] shapes, params int[] among)
    {
        int found = Shape(r, Array.ConvertAll(among, index => shapes[index]));
        return found < 0 ? -1 : among[found];
    }

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
                    found = ScalarText(ref ahead, r.Position);
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
            if ((accepted & token) == 0 || (token == JsonTokens.Array && shapes[i].Rules is [JsonRule items, ..] && !AllowsFirst(r, items)))
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

    /// <summary>Returns whether the first item of the next list, or the first value of the next map, fits a rule. An empty one fits any.</summary>
    private static bool AllowsFirst(in JsonReader r, JsonRule rule)
    {
        Utf8JsonReader ahead = r.CreateUtf8Reader();
        try
        {
            return !ahead.Read() || (ahead.TokenType == JsonTokenType.PropertyName && !ahead.Read()) || rule.Allows(TokenOf(ahead.TokenType), text: null);
        }
        catch (JsonException e)
        {
            throw r.InvalidJson(e);
        }
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

        return rest is not [(byte)'e' or (byte)'E' or (>= (byte)'1' and <= (byte)'9'), ..] && FitsInt64(r);
    }

    /// <summary>Returns whether the digits before the fraction fit a 64-bit integer. A larger integer is a number like others.</summary>
    private static bool FitsInt64(in JsonReader r)
    {
        ReadOnlySpan<byte> digits = r.Remaining;
        digits = digits[..IndexOrEnd(digits.IndexOfAnyExcept("-0123456789"u8), digits.Length)];
        return digits.Length <= 18 || Utf8Parser.TryParse(digits, out long _, out _);
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

        if (objects == 0 || (objects == 1 && shapes[only].Required.Length == 0 && shapes[only].Rules.Length == 0))
        {
            return only;
        }

        Dictionary<string, (JsonTokens Token, string? Text)> members = ReadMembers(r, shapes);
        int best = -1;
        int bestKnown = -1;
        int bestOthers = 0;
        for (int i = 0; i < shapes.Length; i++)
        {
            JsonShape shape = shapes[i];
            if ((shape.Tokens & JsonTokens.Object) == 0
                || CountPresent(members, shape.Required) < shape.Required.Length
                || (shape.IsMap
                    ? !AllowsFirst(r, shape.Rules[0])
                    : !Array.TrueForAll(shape.Rules, rule => !members.TryGetValue(rule.Name, out (JsonTokens Token, string? Text) value) || rule.Allows(value.Token, value.Text))))
            {
                continue;
            }

            int known = CountPresent(members, shape.Known);
            int others = shape.Known.Length - known;
            if (known > bestKnown || (known == bestKnown && others < bestOthers))
            {
                best = i;
                bestKnown = known;
                bestOthers = others;
            }
        }

        return bestKnown == 0 && members.Count > 0 && shapes[best].Known.Length > 0 ? -1 : best;
    }

    /// <summary>Reads the names of the next object's members, and the values of those that a rule is about.</summary>
    private static Dictionary<string, (JsonTokens Token, string? Text)> ReadMembers(in JsonReader r, JsonShape[] shapes)
    {
        HashSet<string>? ruled = null;
        HashSet<string>? holders = null;
        foreach (JsonShape shape in shapes)
        {
            foreach (JsonRule rule in shape.Rules)
            {
                (ruled ??= new HashSet<string>(StringComparer.Ordinal)).Add(rule.Name);
                foreach (string holder in rule.Holders)
                {
                    (holders ??= new HashSet<string>(StringComparer.Ordinal)).Add(holder);
                }
            }
        }

        var members = new Dictionary<string, (JsonTokens Token, string? Text)>(StringComparer.Ordinal);
        Utf8JsonReader ahead = r.CreateUtf8Reader();
        try
        {
            ReadMembers(ref ahead, r.Position, "", members, ruled, holders);
            return members;
        }
        catch (JsonException e)
        {
            throw r.InvalidJson(e);
        }
    }

    /// <summary>Reads to the end of an object. Its depth is that of the rules.</summary>
    private static void ReadMembers(
        ref Utf8JsonReader ahead, int offset, string prefix, Dictionary<string, (JsonTokens Token, string? Text)> members, HashSet<string>? ruled, HashSet<string>? holders)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            string name = prefix + JsonReader.Text(ref ahead, offset + ahead.TokenStartIndex);
            bool isHolder = holders?.Contains(name) == true;
            if (!isHolder && ruled?.Contains(name) != true)
            {
                members[name] = default;
                ahead.Skip();
                continue;
            }

            ahead.Read();
            members[name] = (TokenOf(ahead.TokenType), ScalarText(ref ahead, offset));
            if (isHolder && ahead.TokenType == JsonTokenType.StartObject)
            {
                ReadMembers(ref ahead, offset, name + JsonRule.Inner, members, ruled, holders);
            }
            else
            {
                ahead.Skip();
            }
        }
    }

    private static JsonTokens TokenOf(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => JsonTokens.Object,
        JsonTokenType.StartArray => JsonTokens.Array,
        JsonTokenType.String => JsonTokens.String,
        JsonTokenType.Number => JsonTokens.Number,
        JsonTokenType.True or JsonTokenType.False => JsonTokens.Boolean,
        _ => JsonTokens.None,
    };

    private static string? ScalarText(ref Utf8JsonReader value, int offset) => value.TokenType switch
    {
        JsonTokenType.String => JsonReader.Text(ref value, offset + value.TokenStartIndex),
        JsonTokenType.Number => JsonNumber.PlainText(value.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };

    private static int CountPresent(Dictionary<string, (JsonTokens Token, string? Text)> there, string[] names)
    {
        int count = 0;
        foreach (string name in names)
        {
            if (there.ContainsKey(name))
            {
                count++;
            }
        }

        return count;
    }
}
