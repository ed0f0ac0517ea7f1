using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>
/// Recognizes a number that the document also allows as text: <c>type: [integer, string]</c>, or the equivalent <c>anyOf</c>, with a numeric pattern.
/// </summary>
/// <remarks>
/// ASP.NET Core describes numbers this way, because its web defaults read both forms. A union type for each number would not help callers.
/// Without a numeric pattern the text can be anything, for example <c>"auto"</c>, so the schema stays a union.
/// </remarks>
internal static class NumberOrText
{
    /// <returns>
    /// <see cref="SchemaTypes.Integer"/> or <see cref="SchemaTypes.Number"/>, with <see cref="SchemaTypes.Null"/> if null is allowed;
    /// <see cref="SchemaTypes.None"/> for any other schema.
    /// </returns>
    public static SchemaTypes TypeOf(Schema schema)
    {
        if (schema.Pattern is not { } pattern || schema.HasEnum || schema.HasConst)
        {
            return SchemaTypes.None;
        }

        SchemaTypes types = schema.Types | TypesOf(schema.OneOf) | TypesOf(schema.AnyOf);
        SchemaTypes @null = types & SchemaTypes.Null;
        types &= ~SchemaTypes.Null;
        if (types == SchemaTypes.None)
        {
            types = TypesOfFormat(schema.Format);
        }

        bool isNumber = (types & SchemaTypes.Number) != 0;
        bool isNumberOrText = (types & SchemaTypes.String) != 0 && (types & (SchemaTypes.Integer | SchemaTypes.Number)) != 0
            && (types & ~(SchemaTypes.Integer | SchemaTypes.Number | SchemaTypes.String)) == 0;
        if (!isNumberOrText || !IsNumeric(pattern))
        {
            return SchemaTypes.None;
        }

        return @null | (isNumber ? SchemaTypes.Number : SchemaTypes.Integer);
    }

    /// <summary>The union of the alternatives' types. Includes <see cref="SchemaTypes.Object"/> if an alternative is more than a type.</summary>
    private static SchemaTypes TypesOf(Schema[] alternatives)
    {
        SchemaTypes types = SchemaTypes.None;
        foreach (Schema alternative in alternatives)
        {
            if (alternative.IsNull)
            {
                types |= SchemaTypes.Null;
                continue;
            }

            bool isPlain = !alternative.HasReference && alternative.Types != SchemaTypes.None && !alternative.HasEnum && !alternative.HasConst
                && !alternative.HasChoices && alternative.AllOf.Length == 0;
            types |= isPlain ? alternative.Types : SchemaTypes.Object;
        }

        return types;
    }

    /// <summary>Without <c>type</c>, a numeric format implies a number, and a pattern implies a string, because it applies to strings only.</summary>
    private static SchemaTypes TypesOfFormat(string? format) => format switch
    {
        "int8" or "int16" or "int32" or "int64" or "uint8" or "uint16" or "uint32" or "uint64" => SchemaTypes.Integer | SchemaTypes.String,
        "float" or "double" or "decimal" or "decimal128" => SchemaTypes.Number | SchemaTypes.String,
        _ => SchemaTypes.None,
    };

    /// <summary>
    /// Whether a regular expression consists of digits, signs at the start of an alternative or an exponent, decimal points, exponents, and the names NaN and
    /// Infinity. The pattern is scanned and never executed, because the document is untrusted.
    /// </summary>
    private static bool IsNumeric(string pattern)
    {
        bool hasDigits = false;
        int i = 0;
        while (i < pattern.Length)
        {
            int word = WordAt(pattern, i);
            if (word > 0)
            {
                i += word;
                continue;
            }

            switch (pattern[i])
            {
                case '\\' when i + 1 < pattern.Length && pattern[i + 1] is 'd' or '.' or '-' or '+':
                    hasDigits |= pattern[i + 1] == 'd';
                    i += 2;
                    continue;
                case >= '0' and <= '9':
                    hasDigits = true;
                    break;
                case '-' when i > 0 && !(pattern[i - 1] is '^' or '(' or '|' or ':' or '[' or '+') && !IsDigitRange(pattern, i):
                    return false; // a dash between digits, as in dates and telephone numbers
                case '{':
                    // The digits of a quantifier are not matched by the pattern.
                    int end = pattern.IndexOf('}', i);
                    if (end < 0)
                    {
                        return false;
                    }

                    i = end;
                    break;
                case '^' or '$' or '-' or '+' or '?' or '*' or '(' or ')' or '[' or ']' or '|' or ':' or 'e' or 'E':
                    break;
                default:
                    return false;
            }

            i++;
        }

        return hasDigits;
    }

    private static bool IsDigitRange(string pattern, int dash) =>
        dash + 1 < pattern.Length && char.IsDigit(pattern[dash - 1]) && char.IsDigit(pattern[dash + 1])
        && pattern.LastIndexOf('[', dash) > pattern.LastIndexOf(']', dash);

    private static int WordAt(string pattern, int start) =>
        string.CompareOrdinal(pattern, start, "NaN", 0, 3) == 0 ? 3
        : string.CompareOrdinal(pattern, start, "Infinity", 0, 8) == 0 ? 8
        : 0;
}
