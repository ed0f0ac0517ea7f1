using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>The members that a schema describes without naming them.</content>
internal sealed partial class Schema
{
    private Schema? _additional;
    private bool _isAdditionalRead;

    /// <remarks>Members whose names match a pattern are additional ones. Where several schemas describe them, each is of one of these.</remarks>
    public AdditionalKind Additional
    {
        get
        {
            if (AdditionalSchema is { } schema)
            {
                return schema.IsNever ? AdditionalKind.Forbidden : schema.IsAny ? AdditionalKind.Any : AdditionalKind.Typed;
            }

            return AdditionalNode switch
            {
                _ when PatternCount > 0 => AdditionalKind.Any,
                { Kind: SpecKind.Boolean, Text: "false" } => AdditionalKind.Forbidden,
                { Kind: SpecKind.Boolean } => AdditionalKind.Any,
                _ => AdditionalKind.Unspecified,
            };
        }
    }

    /// <summary>The one schema of all additional members, or null.</summary>
    public Schema? AdditionalSchema
    {
        get
        {
            if (!_isAdditionalRead)
            {
                _isAdditionalRead = true;
                _additional = ReadAdditional();
            }

            return _additional;
        }
    }

    /// <summary>
    /// A schema in <c>unevaluatedProperties</c> describes what no other keyword does, as <c>additionalProperties</c> does. Kubernetes has an extension for any
    /// members.
    /// </summary>
    private SpecNode? AdditionalNode =>
        Node["additionalProperties"]
        ?? (Node["unevaluatedProperties"] is { Kind: SpecKind.Object } or { Kind: SpecKind.Boolean, Text: "true" } ? Node["unevaluatedProperties"] : null)
        ?? (Node["x-kubernetes-preserve-unknown-fields"] is { Kind: SpecKind.Boolean, Text: "true" } preserve ? preserve : null);

    private int PatternCount => Node["patternProperties"] is { Kind: SpecKind.Object } patterns ? patterns.Count : 0;

    /// <summary>
    /// The schema of <c>additionalProperties</c> and of the entries of <c>patternProperties</c>: all of them describe members with arbitrary names. Several
    /// become a choice.
    /// </summary>
    private Schema? ReadAdditional()
    {
        SpecNode? others = AdditionalNode;
        if (PatternCount == 0)
        {
            return others is { Kind: SpecKind.Object } ? set.Get(others) : null;
        }

        SpecNode patterns = Node["patternProperties"]!;
        var choices = new List<SpecNode>(patterns.Count + 1);
        foreach (SpecMember pattern in patterns.Members)
        {
            choices.Add(pattern.Value);
        }

        if (others is not (null or { Kind: SpecKind.Boolean, Text: "false" }))
        {
            choices.Add(others);
        }

        if (choices.Exists(choice => choice is not { Kind: SpecKind.Object, Count: > 0 }))
        {
            return null;
        }

        return set.Get(choices.Count == 1 ? choices[0] : SchemaNodes.Only("oneOf", new SpecNode(choices.ToArray(), patterns.Start, patterns.End)));
    }
}
