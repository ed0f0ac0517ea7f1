using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>The values of a discriminator that select a schema of a hierarchy.</summary>
/// <param name="Property">The JSON name of the discriminator.</param>
/// <param name="Values">The values: those of the document first, then the name of the schema, which selects it unless the schema lists the values.</param>
/// <param name="Documented">How many of the values the document gives.</param>
internal sealed record HierarchyTag(string Property, List<string> Values, int Documented);

/// <summary>
/// Determines the values that select each schema of a hierarchy: the mapping of a base, <c>x-ms-discriminator-value</c>, the constants that the schema
/// gives to the discriminator, and its name.
/// </summary>
internal sealed class HierarchyTags
{
    private readonly Dictionary<Schema, List<HierarchyTag>> _known = [];
    private readonly Dictionary<Schema, Dictionary<string, List<string>>> _mappings = [];
    private readonly Dictionary<Schema, Schema?> _members = [];

    /// <summary>The member that selects one of the schemas that extend this one.</summary>
    public static string DiscriminatorOf(Schema schema)
    {
        Schema? node = schema;
        while (node.DiscriminatorProperty is null && node.Base is not null)
        {
            node = node.Base;
        }

        return node.DiscriminatorProperty ?? "";
    }

    /// <summary>The schema of a discriminator: that of the schema which declares it, because a derived one narrows it to its own values.</summary>
    public Schema? MemberOf(Schema schema, string property)
    {
        Schema? member = null;
        for (Schema? node = schema; node is not null; node = node.Base)
        {
            if (node.DiscriminatorProperty == property)
            {
                if (!_members.TryGetValue(node, out Schema? declared))
                {
                    declared = ObjectShape.Of(node).Find(property);
                    _members.Add(node, declared);
                }

                member = declared ?? member;
            }
        }

        return member;
    }

    /// <summary>The tags of a schema, one for each discriminator of its bases and of its own.</summary>
    public List<HierarchyTag> Of(Schema schema)
    {
        if (_known.TryGetValue(schema, out List<HierarchyTag>? tags))
        {
            return tags;
        }

        tags = [];
        Schema selected = schema;
        for (Schema? node = schema; node is not null; node = node.Base)
        {
            if (node.DiscriminatorProperty is not { } property)
            {
                continue;
            }

            if (!tags.Exists(tag => tag.Property == property))
            {
                tags.Add(Values(selected, property));
            }

            selected = node; // for the base of a schema with its own discriminator, all that extend it are one
        }

        _known.Add(schema, tags);
        return tags;
    }

    /// <summary>The tag of one discriminator, or null.</summary>
    public HierarchyTag? Of(Schema schema, string property) => Of(schema).Find(tag => tag.Property == property);

    private HierarchyTag Values(Schema schema, string property)
    {
        var values = new List<string>();
        for (Schema? node = schema; node is not null; node = node.Base)
        {
            if (node.DiscriminatorProperty == property && MappingOf(node).TryGetValue(schema.ComponentName!, out List<string>? keys))
            {
                AddAll(values, keys);
            }
        }

        if (schema.DiscriminatorValue is { } value && !values.Contains(value))
        {
            values.Add(value);
        }

        List<string> own = schema.Base is not null && schema.DiscriminatorProperty is null ? OwnValues(schema, property) : [];
        AddAll(values, own);
        int documented = values.Count;
        if (own.Count == 0 && !values.Contains(schema.ComponentName!))
        {
            values.Add(schema.ComponentName!);
        }

        return new HierarchyTag(property, values, documented);
    }

    /// <summary>The constants that the schema itself gives to a member.</summary>
    private static List<string> OwnValues(Schema schema, string property)
    {
        Schema? member = Find(schema.Properties, property);
        foreach (Schema part in schema.AllOf)
        {
            member = part.HasReference ? member : Find(part.Properties, property) ?? member;
        }

        return member is null ? [] : Scalars.ValuesOf(TypeLowering.ResolveAliases(member)) ?? [];
    }

    private Dictionary<string, List<string>> MappingOf(Schema schema)
    {
        if (!_mappings.TryGetValue(schema, out Dictionary<string, List<string>>? keys))
        {
            keys = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            foreach (KeyValuePair<string, string> entry in schema.DiscriminatorMapping)
            {
                if (!keys.TryGetValue(entry.Value, out List<string>? list))
                {
                    keys.Add(entry.Value, list = []);
                }

                list.Add(entry.Key);
            }

            _mappings.Add(schema, keys);
        }

        return keys;
    }

    private static Schema? Find(IReadOnlyList<KeyValuePair<string, Schema>> members, string name)
    {
        foreach (KeyValuePair<string, Schema> member in members)
        {
            if (member.Key == name)
            {
                return member.Value;
            }
        }

        return null;
    }

    private static void AddAll(List<string> values, List<string> more)
    {
        foreach (string value in more)
        {
            if (!values.Contains(value))
            {
                values.Add(value);
            }
        }
    }
}
