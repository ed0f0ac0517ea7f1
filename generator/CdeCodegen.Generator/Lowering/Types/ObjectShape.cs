using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>The members of an object schema and of its <c>allOf</c> parts. Generated classes are sealed, so inherited members are flattened.</summary>
internal sealed class ObjectShape
{
    /// <summary>A deeper chain of <c>allOf</c> is an attack. The recursion must not exhaust the stack.</summary>
    private const int MaxDepth = 500;

    private readonly HashSet<Schema> _seen = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    /// <summary>The members in document order, starting with those of the <c>allOf</c> parts.</summary>
    public List<KeyValuePair<string, Schema>> Properties { get; } = [];

    /// <summary>The required members, each with the part that requires it.</summary>
    public Dictionary<string, Schema> Required { get; } = new(StringComparer.Ordinal);

    public AdditionalKind Additional { get; private set; }

    public Schema? AdditionalSchema { get; private set; }

    /// <summary>The parts with <c>oneOf</c> or <c>anyOf</c>.</summary>
    public List<Schema> Unions { get; } = [];

    /// <summary>Members that two parts declare with different types. No value satisfies both, so any value is accepted.</summary>
    public List<Schema> Contradictions { get; } = [];

    /// <summary>Whether parts were left out, because they are nested too deeply.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>The schema of a member, or null.</summary>
    public Schema? Find(string name) => _index.TryGetValue(name, out int at) ? Properties[at].Value : null;

    public static ObjectShape Of(Schema schema)
    {
        var shape = new ObjectShape();
        shape.Add(schema, isRoot: true, depth: 0);
        return shape;
    }

    private void Add(Schema schema, bool isRoot, int depth)
    {
        if (!_seen.Add(schema))
        {
            return;
        }

        if (depth > MaxDepth)
        {
            IsTooDeep = true;
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
            else if (IsNull(Properties[at].Value))
            {
                // Only null satisfies both, or nothing does.
            }
            else if (!IsNull(entry.Value) && Contradict(Properties[at].Value, entry.Value))
            {
                Contradictions.Add(Properties[at].Value);
                Properties[at] = new KeyValuePair<string, Schema>(entry.Key, entry.Value.ToAny());
            }
            else if (!entry.Value.IsAny)
            {
                Properties[at] = new KeyValuePair<string, Schema>(entry.Key, Refine(Properties[at].Value, entry.Value));
            }
        }

        if (schema.Required is { } required)
        {
            foreach (string name in required)
            {
                Required[name] = schema;
            }
        }

        if (schema.Additional != AdditionalKind.Unspecified)
        {
            Additional = schema.Additional;
            AdditionalSchema = schema.AdditionalSchema;
        }

        if (isRoot ? schema.IsPolymorphic && System.Array.Exists(schema.Choices, AddsMembers) : IsChoice(schema.Choices))
        {
            Unions.Add(schema);
        }
    }

    /// <summary>
    /// The schema of a member that two parts describe: the later one, unless it says no more than the type of the earlier one. Members of objects, and of the
    /// objects in lists, add up.
    /// </summary>
    private static Schema Refine(Schema first, Schema second)
    {
        Schema one = TypeLowering.ResolveAliases(first);
        Schema other = TypeLowering.ResolveAliases(second);
        if (ReferenceEquals(one, other) || one.IsPolymorphic || other.IsPolymorphic)
        {
            return second;
        }

        if (other.IsOnlyType && !one.IsOnlyType && one.TypesExceptNull == other.TypesExceptNull)
        {
            return first;
        }

        if (HasMembers(one) && HasMembers(other))
        {
            return TypeLowering.Extends(second, one, depth: 0) ? second : TypeLowering.Extends(first, other, depth: 0) ? first : first.CombineWith(second);
        }

        return one.Items is { } items && other.Items is { } others && !ReferenceEquals(items, others) && HasMembers(TypeLowering.ResolveAliases(items))
            && HasMembers(TypeLowering.ResolveAliases(others))
            ? other.WithItems(Refine(items, others))
            : second;
    }

    private static bool HasMembers(Schema schema) =>
        (schema.HasProperties || schema.AllOf.Length > 0) && !schema.HasChoices;

    /// <summary>
    /// Whether alternatives add members. False if they only restrict, and false for a base that lists its derived schemas, because the choice is already made.
    /// </summary>
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

    /// <summary>Whether an alternative of a schema in a hierarchy adds members. Other schemas of hierarchies are classes of their own.</summary>
    private static bool AddsMembers(Schema alternative) => !alternative.OnlyRestricts && !TypeLowering.ResolveAliases(alternative).IsPolymorphic;

    private static bool IsNull(Schema schema) => TypeLowering.ResolveAliases(schema).IsNull;

    private static bool Contradict(Schema first, Schema second)
    {
        SchemaTypes one = TypesOf(first);
        SchemaTypes other = TypesOf(second);
        return one != SchemaTypes.None && other != SchemaTypes.None && (one & other) == 0;
    }

    /// <summary>The types of a schema; none if they are unspecified or belong to alternatives.</summary>
    private static SchemaTypes TypesOf(Schema schema)
    {
        Schema resolved = TypeLowering.ResolveAliases(schema);
        SchemaTypes types = resolved.HasChoices ? SchemaTypes.None : resolved.TypesExceptNull;
        return (types & (SchemaTypes.Integer | SchemaTypes.Number)) == 0 ? types : types | SchemaTypes.Integer | SchemaTypes.Number;
    }
}
