using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>The scalar values that a schema names.</summary>
internal static class Scalars
{
    /// <summary>The values of <c>enum</c> or <c>const</c> as text; null without any, or if one of them is an array or an object.</summary>
    public static List<string>? ValuesOf(Schema schema)
    {
        SchemaLiteral[]? literals = schema.Enum ?? (schema.Const is { } constant ? [constant] : null);
        if (literals is null)
        {
            return null;
        }

        var values = new List<string>(literals.Length);
        foreach (SchemaLiteral literal in literals)
        {
            if (literal.Kind is LiteralKind.Array or LiteralKind.Object)
            {
                return null;
            }

            if (literal.Kind != LiteralKind.Null)
            {
                values.Add(literal.Text);
            }
        }

        return values.Count == 0 ? null : values;
    }

    /// <summary>The values of a member that can select an alternative: those of <see cref="ValuesOf"/>, unless they are texts for people.</summary>
    public static List<string>? TagsOf(Schema schema) => ValuesOf(schema) is { } values && values.TrueForAll(value => value.Length <= 64) ? values : null;

    /// <summary>Whether two lists have no value in common.</summary>
    public static bool AreDisjoint(List<string> first, List<string> second)
    {
        if (first.Count * (long)second.Count > 64)
        {
            return !new HashSet<string>(first, StringComparer.Ordinal).Overlaps(second);
        }

        foreach (string value in first)
        {
            if (second.Contains(value))
            {
                return false;
            }
        }

        return true;
    }
}
