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
internal readonly struct SchemaLiteral(SpecNode node)
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

    /// <summary>The value of a string, the number as written, <c>true</c> or <c>false</c>; empty for other kinds.</summary>
    public string Text => node.Text;

    public static SchemaLiteral[] ListOf(SpecNode[] nodes)
    {
        var literals = new SchemaLiteral[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            literals[i] = new SchemaLiteral(nodes[i]);
        }

        return literals;
    }
}
