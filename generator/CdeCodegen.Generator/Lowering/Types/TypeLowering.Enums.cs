using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Lowering.Types;

/// <content>Enumerations of strings and of integers.</content>
internal sealed partial class TypeLowering
{
    /// <returns>Null when the values are of mixed kinds: then <c>type</c> decides.</returns>
    private Lowered? TryEnum(Schema schema, NameHint hint)
    {
        SpecNode[] items = schema.Enum is { } list ? list.Items : [schema.Const!];
        SpecKind? kind = null;
        int count = 0;
        foreach (SpecNode item in items)
        {
            if (item.Kind == SpecKind.Null)
            {
                continue;
            }

            if (kind is not null && kind != item.Kind)
            {
                return null;
            }

            kind = item.Kind;
            count++;
        }

        if ((schema.Types & SchemaTypes.String) != 0 && kind == SpecKind.Number)
        {
            kind = SpecKind.String; // YAML authors write 1 where they mean "1"
        }

        switch (kind)
        {
            case SpecKind.String:
                // A type for one value is a type for nothing: it is documented, and checked by nobody.
                if (count == 1 && schema.ComponentName is null)
                {
                    return OrNull(new Lowered(TypeUse.String, Nullable: false), schema);
                }

                return OrNull(new Lowered(new TypeUse(Enum(schema, hint, TypeKind.String, items)), Nullable: false), schema);
            case SpecKind.Number when AreIntegers(items):
                TypeKind number = Integer(schema);
                if (number == TypeKind.Decimal || (count == 1 && schema.ComponentName is null))
                {
                    return OrNull(new Lowered(new TypeUse(number), Nullable: false), schema);
                }

                return OrNull(new Lowered(new TypeUse(Enum(schema, hint, number, items)), Nullable: false), schema);
            case SpecKind.Boolean:
                return OrNull(new Lowered(new TypeUse(TypeKind.Boolean), Nullable: false), schema);
            default:
                return null;
        }
    }

    private TypeDraft Enum(Schema schema, NameHint hint, TypeKind value, SpecNode[] items) => Declare(schema, hint, number =>
    {
        SpecNode? names = schema.Node["x-enum-varnames"] ?? schema.Node["x-enumNames"];
        SpecNode? descriptions = schema.Node["x-enum-descriptions"] ?? schema.Node["x-enumDescriptions"];
        var values = new List<EnumValueDraft>(items.Length);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Kind != SpecKind.Null && seen.Add(items[i].Text))
            {
                values.Add(new EnumValueDraft(items[i].Text, Sibling(names, i, items[i].Text) ?? items[i].Text, Sibling(descriptions, i, items[i].Text)));
            }
        }

        return new EnumDraft(number, schema, hint, value, values);
    });

    /// <summary>The entry of an extension that goes with an enum: a list in the same order, or a map by value.</summary>
    private static string? Sibling(SpecNode? extension, int index, string value) => extension switch
    {
        { Kind: SpecKind.Array } list when index < list.Count && list.Items[index].Kind == SpecKind.String => list.Items[index].Text,
        { Kind: SpecKind.Object } map when map[value] is { Kind: SpecKind.String } text => text.Text,
        _ => null,
    };

    private static bool AreIntegers(SpecNode[] items)
    {
        foreach (SpecNode item in items)
        {
            if (item.Kind == SpecKind.Number && !long.TryParse(item.Text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _))
            {
                return false;
            }
        }

        return true;
    }
}
