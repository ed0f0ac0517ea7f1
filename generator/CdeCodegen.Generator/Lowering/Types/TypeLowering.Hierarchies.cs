using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <content>Schemas with a discriminator that others extend by <c>allOf</c>.</content>
internal sealed partial class TypeLowering
{
    private readonly HierarchyTags _tags = new();

    private Lowered Polymorphic(Schema schema, NameHint hint)
    {
        var draft = (ObjectDraft)Declare(schema, hint, number => new ObjectDraft(number, schema, hint));
        if (!_shapes.ContainsKey(draft))
        {
            _shapes.Add(draft, MergedShape(schema));
        }

        return new Lowered(new TypeUse(draft), Nullable: false);
    }

    /// <summary>
    /// Lowers <c>allOf: [Pet, { properties }]</c>, where <c>Pet</c> is the base of a hierarchy to which the schema does not belong, as a choice: each class
    /// of the hierarchy with the added members. What only restricts the values of <c>Pet</c> is a <c>Pet</c>.
    /// </summary>
    private Lowered? TryExtendHierarchy(Schema schema, NameHint hint)
    {
        Schema? part = null;
        Schema? common = null;
        bool adds = schema.HasProperties || schema.Additional != AdditionalKind.Unspecified || schema.HasChoices;
        foreach (Schema candidate in schema.AllOf)
        {
            Schema resolved = ResolveAliases(candidate);
            if (part is null && resolved.Derived.Count > 0)
            {
                part = candidate;
                common = resolved;
            }
            else
            {
                adds |= candidate.HasReference || !(candidate.OnlyRestricts || candidate.IsAny);
            }
        }

        if (part is null || common is null || _origins.ContainsKey(schema))
        {
            return null;
        }

        if (!adds)
        {
            return OrNull(Lower(common, hint), schema);
        }

        var classes = new List<Schema>();
        if (common.Base is not null)
        {
            classes.Add(common);
        }

        AddDerived(classes, common);
        List<Schema> alternatives = classes.ConvertAll(derived => Combined(schema.Extend(part, derived), derived));
        Schema choice = common;
        while (choice.DiscriminatorProperty is null && choice.Base is not null)
        {
            choice = choice.Base;
        }

        return OrNull(Union(schema, choice, alternatives, hint), schema);
    }

    /// <summary>Adds all schemas that extend a schema, directly or indirectly.</summary>
    private static void AddDerived(List<Schema> classes, Schema schema)
    {
        foreach (Schema derived in schema.Derived)
        {
            classes.Add(derived);
            AddDerived(classes, derived);
        }
    }

    /// <summary>Links a class with those that extend it, and gives it the members that select it.</summary>
    private void FillHierarchy(ObjectDraft draft)
    {
        foreach (HierarchyTag tag in _tags.Of(draft.Schema))
        {
            draft.HierarchyTags.Add(tag);
            AddTagMember(draft, tag.Property);
        }

        foreach (Schema schema in draft.Schema.Derived)
        {
            var derived = (ObjectDraft)Lower(schema, new NameHint(null, "", "")).Type.Draft!;
            derived.Base = draft;
            (draft.Derived ??= []).Add(derived);
        }
    }

    /// <summary>Makes the discriminator the first member, as serializers expect that write and read it themselves.</summary>
    private static void AddTagMember(ObjectDraft draft, string property)
    {
        int at = draft.Properties.FindIndex(member => member.WireName == property);
        PropertyDraft tag = at >= 0 ? draft.Properties[at] : new PropertyDraft(property, draft.Schema, new Lowered(TypeUse.String, Nullable: false), required: false);
        if (at >= 0)
        {
            draft.Properties.RemoveAt(at);
        }

        draft.Properties.Insert(0, tag);
    }

    /// <summary>
    /// The schema that all alternatives extend, or that is one of them and that the others extend. Its discriminator decides, so the alternatives are
    /// no hierarchy of their own.
    /// </summary>
    private Schema? CommonBase(Schema choice, List<Schema> alternatives)
    {
        Schema? common = null;
        foreach (Schema alternative in alternatives)
        {
            Schema resolved = ResolveAliases(alternative);
            common = !resolved.IsPolymorphic ? null : common is null ? resolved : NearestBase(common, resolved);
            if (common is null)
            {
                return null;
            }
        }

        if (common is null || (choice.DiscriminatorProperty is { } property && !AgreesWith(common, property, choice, alternatives)))
        {
            return null;
        }

        return common;
    }

    private static Schema? NearestBase(Schema first, Schema second)
    {
        for (Schema? candidate = first; candidate is not null; candidate = candidate.Base)
        {
            for (Schema? node = second; node is not null; node = node.Base)
            {
                if (ReferenceEquals(node, candidate))
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a choice with its own discriminator selects the same schemas by the same values as their common base.</summary>
    private bool AgreesWith(Schema common, string property, Schema choice, List<Schema> alternatives)
    {
        if (HierarchyTags.DiscriminatorOf(common) != property)
        {
            return false;
        }

        foreach (KeyValuePair<string, string> entry in choice.DiscriminatorMapping)
        {
            Schema? target = alternatives.Find(alternative => ComponentOf(alternative) == entry.Value);
            if (target is not null && _tags.Of(ResolveAliases(target), property)?.Values.Contains(entry.Key) != true)
            {
                return false;
            }
        }

        return true;
    }
}
