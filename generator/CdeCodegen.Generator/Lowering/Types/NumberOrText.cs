using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>
/// Recognizes a number that a document also allows as text: <c>type: [integer, string]</c> or the same as <c>anyOf</c>, with a pattern that only numbers match.
/// </summary>
/// <remarks>
/// ASP.NET Core describes every number this way, because its web defaults read both forms. A union type for each of them would be of no use to a caller.
/// Without a numeric pattern the text may be anything (<c>"auto"</c>), and the union stays.
/// </remarks>
internal static class NumberOrText
{
    /// <returns>
    /// <see cref="SchemaTypes.Integer"/> or <see cref="SchemaTypes.Number"/>, with <see cref="SchemaTypes.Null"/> where null is allowed; None when the schema is
    /// something else.
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

    /// <summary>The types of alternatives that say nothing but a type; <see cref="SchemaTypes.Object"/> where one says more, so that it is no number.</summary>
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
                && alternative.OneOf.Length + alternative.AnyOf.Length + alternative.AllOf.Length == 0;
            types |= isPlain ? alternative.Types : SchemaTypes.Object;
        }

        return types;
    }

    /// <summary>A numeric format without a type allows the number, and the pattern, which only applies to strings, allows its text.</summary>
    private static SchemaTypes TypesOfFormat(string? format) => format switch
    {
        "int8" or "int16" or "int32" or "int64" or "uint8" or "uint16" or "uint32" or "uint64" => SchemaTypes.Integer | SchemaTypes.String,
        "float" or "double" or "decimal" => SchemaTypes.Number | SchemaTypes.String,
        _ => SchemaTypes.None,
    };

    /// <summary>
    /// Whether a regular expression matches nothing but numbers: digits, signs at the start of an alternative or an exponent, points, exponents, and the names
    /// of what is not finite. The pattern is scanned, not run: it comes from a document that is not trusted.
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
                    return false; // a dash between digits: a date, a telephone number
                case '{':
                    // A quantifier's digits are not the pattern's.
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
        dash + 1 < pattern.Length && char.IsDigit(pattern[dash - 1]) && char.IsDigit(pattern[dash + 1]) && pattern.LastIndexOf('[', dash) > pattern.LastIndexOf(']', dash);

    private static int WordAt(string pattern, int start) =>
        string.CompareOrdinal(pattern, start, "NaN", 0, 3) == 0 ? 3
        : string.CompareOrdinal(pattern, start, "Infinity", 0, 8) == 0 ? 8
        : 0;
}
