using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>The members of an object schema with its <c>allOf</c> parts laid flat: generated classes are sealed, nothing inherits.</summary>
internal sealed class ObjectShape
{
    /// <summary>Deeper chains of allOf are cycles or an attack.</summary>
    private const int MaxDepth = 128;

    private readonly HashSet<Schema> _seen = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    /// <summary>In the document's order, those of the parts first.</summary>
    public List<KeyValuePair<string, Schema>> Properties { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public AdditionalKind Additional { get; private set; }

    public Schema? AdditionalSchema { get; private set; }

    /// <summary>Schemas with <c>oneOf</c> or <c>anyOf</c> that are among the parts.</summary>
    public List<Schema> Unions { get; } = [];

    /// <summary>Members that two parts say different types of: no value satisfies both, so any may come.</summary>
    public List<Schema> Contradictions { get; } = [];

    public static ObjectShape Of(Schema schema)
    {
        var shape = new ObjectShape();
        shape.Add(schema, isRoot: true, depth: 0);
        return shape;
    }

    private void Add(Schema schema, bool isRoot, int depth)
    {
        if (depth > MaxDepth || !_seen.Add(schema))
        {
            return;
        }

        if (schema.Target is { } target)
        {
            Add(target, isRoot: false, depth + 1);
        }

        foreach (Schema part in schema.AllOf)
        {
            Add(part, isRoot: false, depth + 1);
        }

        foreach (KeyValuePair<string, Schema> entry in schema.Properties)
        {
            if (!_index.TryGetValue(entry.Key, out int at))
            {
                _index.Add(entry.Key, Properties.Count);
                Properties.Add(entry);
            }
            else if (Contradict(Properties[at].Value, entry.Value))
            {
                Contradictions.Add(Properties[at].Value);
                Properties[at] = new KeyValuePair<string, Schema>(entry.Key, entry.Value.ToAny());
            }
            else if (!entry.Value.IsAny)
            {
                Properties[at] = entry; // the more special part comes later and refines the member
            }
        }

        if (schema.Required is { } required)
        {
            foreach (string name in required)
            {
                Required.Add(name);
            }
        }

        if (schema.Additional != AdditionalKind.Unspecified)
        {
            Additional = schema.Additional;
            AdditionalSchema = schema.AdditionalSchema;
        }

        if (!isRoot && IsChoice(schema.OneOf.Length > 0 ? schema.OneOf : schema.AnyOf))
        {
            Unions.Add(schema);
        }
    }

    /// <summary>Whether alternatives add members. Not where they only restrict, and not where the choice is made: a base that lists the schemas which extend it.</summary>
    private bool IsChoice(Schema[] alternatives)
    {
        bool adds = false;
        foreach (Schema alternative in alternatives)
        {
            if (_seen.Contains(alternative.Target ?? alternative))
            {
                return false;
            }

            adds |= !alternative.OnlyRestricts;
        }

        return adds;
    }

    private static bool Contradict(Schema first, Schema second)
    {
        SchemaTypes one = TypesOf(first);
        SchemaTypes other = TypesOf(second);
        return one != SchemaTypes.None && other != SchemaTypes.None && (one & other) == 0;
    }

    /// <summary>None where a type is not said, or is that of alternatives.</summary>
    private static SchemaTypes TypesOf(Schema schema)
    {
        Schema resolved = TypeLowering.ResolveAliases(schema);
        SchemaTypes types = resolved.OneOf.Length + resolved.AnyOf.Length > 0 ? SchemaTypes.None : resolved.Types & ~SchemaTypes.Null;
        return (types & (SchemaTypes.Integer | SchemaTypes.Number)) == 0 ? types : types | SchemaTypes.Integer | SchemaTypes.Number;
    }
}
