using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>The kind of a <see cref="SchemaLiteral"/>.</summary>
internal enum LiteralKind : byte
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

/// <summary>A value that a schema names: an item of <c>enum</c>, or <c>const</c>.</summary>
/// <param name="node">The value.</param>
/// <param name="isText">Whether the schema describes strings, so that a number without quotes is a text: 1.0 is a version.</param>
internal readonly struct SchemaLiteral(SpecNode node, bool isText)
{
    public LiteralKind Kind => node.Kind switch
    {
        SpecKind.Null => LiteralKind.Null,
        SpecKind.Boolean => LiteralKind.Boolean,
        SpecKind.Number => LiteralKind.Number,
        SpecKind.String => LiteralKind.String,
        SpecKind.Array => LiteralKind.Array,
        _ => LiteralKind.Object,
    };

    /// <summary>The value of a string, a number without exponent, <c>true</c> or <c>false</c>; empty for other kinds.</summary>
    public string Text => node.Kind == SpecKind.Number && !isText ? NumberText.Plain(node.Text) : node.Text;

    /// <summary>The value with the digits of the document.</summary>
    public string Written => node.Text;

    public static SchemaLiteral[] ListOf(SpecNode[] nodes, bool isText)
    {
        var literals = new SchemaLiteral[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            literals[i] = new SchemaLiteral(nodes[i], isText);
        }

        return literals;
    }
}
