using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>Schemas that follow from this one without being written in the document.</content>
internal sealed partial class Schema
{
    /// <summary>The schema of any value, at the position of this one.</summary>
    public Schema ToAny() => set.Get(new SpecNode(SpecKind.Boolean, "true", Node.Start, Node.End));

    /// <summary><c>type: [string, integer]</c>: the same schema once with each type. Null is not an alternative.</summary>
    public List<Schema> SplitByType()
    {
        var alternatives = new List<Schema>();
        foreach (SpecNode type in Node["type"]!.Items)
        {
            if (type.Text != "null" && type.Kind == SpecKind.String)
            {
                alternatives.Add(set.Get(SchemaNodes.With(Node, "type", type)));
            }
        }

        return alternatives;
    }

    /// <summary>The schemas of an integer and of a string, for a string that is documented as either.</summary>
    public List<Schema> ToIntegerOrString() => [OfType("integer"), OfType("string")];

    private Schema OfType(string name) => set.Get(SchemaNodes.Only("type", new SpecNode(SpecKind.String, name, Node.Start, Node.End)));

    /// <summary>The schema of nothing but this one's <c>oneOf</c> or <c>anyOf</c>; null without either.</summary>
    public Schema? ToAlternatives()
    {
        string? keyword = OneOf.Length > 0 ? "oneOf" : AnyOf.Length > 0 ? "anyOf" : null;
        return keyword is null ? null : set.Get(SchemaNodes.Only(keyword, Node[keyword]!));
    }

    /// <summary>This schema with the enumeration of another one; null where it is not an object of keywords.</summary>
    public Schema? WithEnumOf(Schema other) =>
        Node.Kind == SpecKind.Object && !HasReference && Node["enum"] is null ? set.Get(SchemaNodes.And(Node, "enum", other.Node["enum"]!)) : null;

    /// <summary>This schema with the type of another one, unless it has a type or refers to one.</summary>
    public Schema WithTypeOf(Schema other) =>
        !HasReference && Node["type"] is null && Node.Kind == SpecKind.Object ? set.Get(SchemaNodes.And(Node, "type", other.Node["type"]!)) : this;

    /// <summary>This list with other items.</summary>
    public Schema WithItems(Schema items) => set.Get(SchemaNodes.With(Node, "items", items.Node));

    /// <summary>A list or a map whose values are a choice between several schemas, this one among them.</summary>
    public Schema ToCollectionOf(List<Schema> values, bool isList)
    {
        var nodes = new SpecNode[values.Count];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = values[i].Node;
        }

        SpecNode choice = nodes.Length == 1 ? nodes[0] : SchemaNodes.Only("oneOf", new SpecNode(nodes, Node.Start, Node.End));
        var type = new SpecNode(SpecKind.String, isList ? "array" : "object", Node.Start, Node.End);
        return set.Get(SchemaNodes.And(SchemaNodes.Only("type", type), isList ? "items" : "additionalProperties", choice));
    }

    /// <summary>This schema's own members together with one of its alternatives.</summary>
    public Schema CombineWith(Schema alternative) => set.Get(SchemaNodes.AllOf(Node, alternative.Node));

    /// <summary>This schema with a part of its <c>allOf</c> replaced by a schema that extends it.</summary>
    public Schema Extend(Schema part, Schema derived) => set.Get(SchemaNodes.Replace(Node, part.Node, derived.Node));

    /// <summary>This schema with a part of its <c>allOf</c>, which is a choice, replaced by one of the alternatives.</summary>
    public Schema Choose(Schema part, Schema choice, Schema alternative) => set.Get(SchemaNodes.Choose(Node, part.Node, choice.Node, alternative.Node));
}
