using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>The values that a schema names: enumerations, constants and defaults.</content>
internal sealed partial class Schema
{
    public bool HasEnum => EnumNode is not null;

    public bool HasConst => Node["const"] is not null;

    public bool HasValues => HasEnum || HasConst;

    /// <summary>The values of <c>enum</c>; null without any.</summary>
    public SchemaLiteral[]? Enum => EnumNode is { } values ? SchemaLiteral.ListOf(values.Items, IsText) : null;

    /// <summary>The only value that the schema allows, if it is a string, a number or a boolean.</summary>
    public SchemaLiteral? Constant =>
        (Enum is { Length: 1 } single ? single[0] : Const) is { Kind: LiteralKind.String or LiteralKind.Number or LiteralKind.Boolean } constant ? constant : null;

    /// <summary>The default, if it is a string, a number, a boolean or null.</summary>
    public SchemaLiteral? Default => Annotation("default") is { Kind: not (SpecKind.Array or SpecKind.Object) } value ? new SchemaLiteral(value, IsText) : null;

    public SchemaLiteral? Const => Node["const"] is { } value ? new SchemaLiteral(value, IsText) : null;

    private bool IsText => (Types & SchemaTypes.String) != 0;

    private SpecNode? EnumNode => Node["enum"] is { Kind: SpecKind.Array, Count: > 0 } values ? values : null;

    private bool EnumHasNull()
    {
        if (EnumNode is { } values)
        {
            foreach (SpecNode value in values.Items)
            {
                if (value.Kind == SpecKind.Null)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
