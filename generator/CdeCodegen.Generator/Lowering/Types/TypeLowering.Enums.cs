using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Lowering.Types;

/// <content>Enumerations of strings and of integers.</content>
internal sealed partial class TypeLowering
{
    /// <returns>Null when the values do not decide: they are of mixed kinds, or the items' of a list. Then <c>type</c> does.</returns>
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

        SchemaTypes types = schema.Types & ~SchemaTypes.Null;
        if (kind is null || types == SchemaTypes.Array)
        {
            return null;
        }

        if (types != SchemaTypes.None && (types & TypesOf(kind.Value)) == 0)
        {
            kind = Declared(types, items);
            if (kind is null)
            {
                diagnostics.Report(Descriptors.Degraded, schema.Node, "An enumeration whose values are not of its type", "its values are kept as JSON");
                return new Lowered(TypeUse.Json, Nullable: false);
            }
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
                number = number == TypeKind.Int32 && !FitInt32(items) ? TypeKind.Int64 : number;
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

    private static SchemaTypes TypesOf(SpecKind kind) => kind switch
    {
        SpecKind.String => SchemaTypes.String,
        SpecKind.Number => SchemaTypes.Number | SchemaTypes.Integer,
        SpecKind.Boolean => SchemaTypes.Boolean,
        SpecKind.Array => SchemaTypes.Array,
        _ => SchemaTypes.Object,
    };

    /// <summary>
    /// What values are on the wire that are written as something else than the type says: YAML authors write 1 where they mean "1", authors of
    /// JSON the other way round.
    /// </summary>
    /// <returns>Null where they cannot be of that type at all.</returns>
    private static SpecKind? Declared(SchemaTypes types, SpecNode[] items)
    {
        SpecKind kind =
            (types & SchemaTypes.String) != 0 ? SpecKind.String
            : (types & (SchemaTypes.Integer | SchemaTypes.Number)) != 0 ? SpecKind.Number
            : SpecKind.Boolean;
        foreach (SpecNode item in items)
        {
            bool fits = item.Kind == SpecKind.Null || (item.Kind is SpecKind.String or SpecKind.Number or SpecKind.Boolean && kind switch
            {
                SpecKind.String => true,
                SpecKind.Number => double.TryParse(item.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _),
                _ => types == SchemaTypes.Boolean && item.Text is "true" or "false",
            });
            if (!fits)
            {
                return null;
            }
        }

        return kind;
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

    private static bool FitInt32(SpecNode[] items)
    {
        foreach (SpecNode item in items)
        {
            if (item.Kind != SpecKind.Null && !int.TryParse(item.Text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreIntegers(SpecNode[] items)
    {
        foreach (SpecNode item in items)
        {
            if (item.Kind != SpecKind.Null && !long.TryParse(item.Text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _))
            {
                return false;
            }
        }

        return true;
    }
}
