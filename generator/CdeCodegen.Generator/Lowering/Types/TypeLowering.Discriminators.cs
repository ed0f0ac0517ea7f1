using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <content>The values of a discriminator that select each case of a union.</content>
internal sealed partial class TypeLowering
{
    /// <summary>Assigns discriminator values to the cases. Returns false if no case gets one, so that the shape must decide.</summary>
    /// <remarks>
    /// A case has the values of the mapping and those that its own member lists, or without a list the name of its component as well, if no other case has that
    /// value. Where cases share a value, and for cases without any, the shape decides.
    /// </remarks>
    private bool Discriminate(UnionDraft draft, Schema choice, string property)
    {
        var listed = new List<List<string>?>(draft.Cases.Count);
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            bool isSelected = @case.Type.Kind is TypeKind.Object or TypeKind.Union or TypeKind.Map;
            if (isSelected)
            {
                AddMapped(@case, @case.Schema, choice);
                @case.Twins.ForEach(twin => AddMapped(@case, twin, choice));
            }

            listed.Add(isSelected ? TagValues(@case.Schema, ShapeOf(@case.Schema), property) : null);
        }

        AddListed(draft, listed, hasNames: choice.DiscriminatorProperty is not null);
        bool any = false;
        for (int i = 0; i < draft.Cases.Count; i++)
        {
            UnionCaseDraft @case = draft.Cases[i];
            int documented = @case.DiscriminatorValues.Count;
            bool isObject = @case.Type.Kind is TypeKind.Object or TypeKind.Union or TypeKind.Map;
            if (choice.DiscriminatorProperty is not null && isObject && listed[i] is null)
            {
                AddName(draft, @case, @case.Schema);
                @case.Twins.ForEach(twin => AddName(draft, @case, twin));
            }

            any |= @case.DiscriminatorValues.Count > 0;
            if (@case is { DiscriminatorValues: { Count: > 0 } values, Type.Draft: ObjectDraft { Schema.IsPolymorphic: false } type })
            {
                type.AddTag(property, values, documented);
            }
        }

        if (choice.DiscriminatorDefault is { } fallback)
        {
            draft.Default = draft.Cases.Find(@case => ComponentOf(@case.Schema) == fallback || @case.Twins.Exists(twin => ComponentOf(twin) == fallback));
        }

        ReportUnreachable(draft, choice);
        return any;
    }

    /// <summary>
    /// Reports values that the mapping of a choice gives to schemas that are not alternatives. An alternative that is a choice or a base may contain them.
    /// </summary>
    private void ReportUnreachable(UnionDraft draft, Schema choice)
    {
        if (!choice.HasChoices || draft.Cases.Exists(static @case => @case.Type.Draft is UnionDraft or ObjectDraft { Schema.IsPolymorphic: true }))
        {
            return;
        }

        foreach (KeyValuePair<string, string> entry in choice.DiscriminatorMapping)
        {
            if (!draft.Cases.Exists(@case => @case.DiscriminatorValues.Contains(entry.Key)) && choice.MappingNode(entry.Key) is { } node && _reported.Add((choice, entry.Key)))
            {
                diagnostics.Report(
                    Descriptors.Degraded, node, $"A value of the discriminator whose schema '{entry.Value}' is not an alternative", "a value with it is Unknown");
            }
        }
    }

    /// <summary>Adds the name of the component of an alternative, unless another case has it.</summary>
    private void AddName(UnionDraft draft, UnionCaseDraft @case, Schema alternative)
    {
        if (ComponentOf(alternative) is { } component && !draft.Cases.Exists(other => other.DiscriminatorValues.Contains(component)))
        {
            @case.DiscriminatorValues.Add(component);
        }
    }

    /// <summary>Adds the values that the mapping or an extension gives to an alternative.</summary>
    private void AddMapped(UnionCaseDraft @case, Schema alternative, Schema choice)
    {
        string? component = ComponentOf(alternative);
        foreach (KeyValuePair<string, string> entry in choice.DiscriminatorMapping)
        {
            if (component == entry.Value)
            {
                @case.DiscriminatorValues.Add(entry.Key);
            }
        }

        if (_origins.TryGetValue(alternative, out Schema? origin) && origin.DiscriminatorValue is { } named && !@case.DiscriminatorValues.Contains(named))
        {
            @case.DiscriminatorValues.Add(named);
        }
    }

    /// <summary>
    /// Adds the values that the member of each case lists. The member of all cases is often one enumeration, which lists the values of the others as well: what
    /// the mapping gives to a case, and the name of its component, belong to that case alone, and such a case has no further values that others list too.
    /// </summary>
    /// <param name="draft">The union, whose cases have the values of the mapping.</param>
    /// <param name="listed">The values of the member in each case; null if it has any value.</param>
    /// <param name="hasNames">Whether names of components are values of the discriminator.</param>
    private void AddListed(UnionDraft draft, List<List<string>?> listed, bool hasNames)
    {
        var owners = new Dictionary<string, UnionCaseDraft>(StringComparer.Ordinal);
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            foreach (string value in @case.DiscriminatorValues)
            {
                owners[value] = @case;
            }
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < listed.Count; i++)
        {
            UnionCaseDraft @case = draft.Cases[i];
            if (hasNames && listed[i] is { Count: > 1 } names)
            {
                OwnListedName(@case, @case.Schema, names, owners);
                @case.Twins.ForEach(twin => OwnListedName(@case, twin, names, owners));
            }

            foreach (string value in listed[i] ?? [])
            {
                counts[value] = counts.TryGetValue(value, out int count) ? count + 1 : 1;
            }
        }

        for (int i = 0; i < listed.Count; i++)
        {
            UnionCaseDraft @case = draft.Cases[i];
            bool isOwner = owners.ContainsValue(@case);
            foreach (string value in listed[i] ?? [])
            {
                // Where the only value of a member contradicts the mapping, the shape decides.
                bool isOthers = listed[i]!.Count > 1
                    && (owners.TryGetValue(value, out UnionCaseDraft? owner) ? !ReferenceEquals(owner, @case) : isOwner && counts[value] > 1);
                if (!isOthers && !@case.DiscriminatorValues.Contains(value))
                {
                    @case.DiscriminatorValues.Add(value);
                }
            }
        }
    }

    private void OwnListedName(UnionCaseDraft @case, Schema alternative, List<string> listed, Dictionary<string, UnionCaseDraft> owners)
    {
        if (ComponentOf(alternative) is { } component && listed.Contains(component) && !owners.ContainsKey(component))
        {
            owners.Add(component, @case);
        }
    }

    /// <summary>The values of a member that select an alternative; null if it has any value.</summary>
    private List<string>? TagValues(Schema alternative, ObjectShape? shape, string property)
    {
        Schema resolved = ResolveAliases(alternative);
        return resolved.Base is not null && _tags.Of(resolved, property) is { } tag ? tag.Values
            : shape?.Find(property) is { } member ? Scalars.TagsOf(ResolveAliases(member))
            : null;
    }

    /// <summary>The component that an alternative refers to, also through parts that are not in the document.</summary>
    private string? ComponentOf(Schema schema)
    {
        for (int i = 0; i < MaxDepth && _origins.TryGetValue(schema, out Schema? origin); i++)
        {
            schema = origin;
        }

        if (schema.Target is { } target)
        {
            return target.ComponentName;
        }

        return schema.ComponentName ?? (schema.AllOf.Length > 0 ? ComponentOf(schema.AllOf[schema.AllOf.Length - 1]) : null);
    }
}
