using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>Makes the nodes of schemas that a document implies without writing them. Their positions are those of the nodes that they are made from.</summary>
internal static class SchemaNodes
{
    /// <summary>The schema with one keyword replaced.</summary>
    public static SpecNode With(SpecNode schema, string keyword, SpecNode value)
    {
        var members = (SpecMember[])schema.Members.Clone();
        for (int i = 0; i < members.Length; i++)
        {
            if (members[i].Name == keyword)
            {
                members[i] = new SpecMember(keyword, members[i].NameStart, members[i].NameEnd, value);
            }
        }

        return new SpecNode(members, schema.Start, schema.End);
    }

    /// <summary>The schema with an added keyword.</summary>
    public static SpecNode And(SpecNode schema, string keyword, SpecNode value)
    {
        // A collection expression would compile to spans, whose assembly some compiler hosts lack.
        var members = new SpecMember[schema.Members.Length + 1];
        schema.Members.CopyTo(members, 0);
        members[members.Length - 1] = new SpecMember(keyword, value.Start, value.Start, value);
        return new SpecNode(members, schema.Start, schema.End);
    }

    /// <summary>A schema with a single keyword.</summary>
    public static SpecNode Only(string keyword, SpecNode value) => new([new SpecMember(keyword, value.Start, value.Start, value)], value.Start, value.End);

    /// <summary>Replaces a part of <c>allOf</c> that is a choice by one of its alternatives, combined with the part's own keywords.</summary>
    public static SpecNode Choose(SpecNode schema, SpecNode part, SpecNode choice, SpecNode alternative) =>
        Replace(schema, part, AllOf(choice, alternative));

    /// <summary>Replaces a part of <c>allOf</c>.</summary>
    public static SpecNode Replace(SpecNode schema, SpecNode part, SpecNode replacement)
    {
        var parts = (SpecNode[])schema["allOf"]!.Items.Clone();
        for (int i = 0; i < parts.Length; i++)
        {
            if (ReferenceEquals(parts[i], part))
            {
                parts[i] = replacement;
            }
        }

        return With(schema, "allOf", new SpecNode(parts, schema.Start, schema.End));
    }

    /// <summary>Combines a schema's own members with one alternative of its <c>oneOf</c>.</summary>
    public static SpecNode AllOf(SpecNode schema, SpecNode alternative)
    {
        var own = new List<SpecMember>(schema.Count);
        foreach (SpecMember member in schema.Members)
        {
            if (member.Name is not ("oneOf" or "anyOf" or "discriminator"))
            {
                own.Add(member);
            }
        }

        SpecNode[] parts = [new SpecNode(own.ToArray(), schema.Start, schema.End), alternative];
        return new SpecNode(
            [new SpecMember("allOf", alternative.Start, alternative.Start, new SpecNode(parts, alternative.Start, alternative.End))],
            alternative.Start,
            alternative.End);
    }
}
