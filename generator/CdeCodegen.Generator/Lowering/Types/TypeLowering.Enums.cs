using System.Globalization;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <content>Enumerations of strings and of integers.</content>
internal sealed partial class TypeLowering
{
    /// <returns>Null if the values are of mixed kinds or belong to the items of a list, so that <c>type</c> decides.</returns>
    private Lowered? TryEnum(Schema schema, NameHint hint)
    {
        SchemaLiteral[] items = schema.Enum ?? [schema.Const!.Value];
        LiteralKind? kind = null;
        int count = 0;
        foreach (SchemaLiteral item in items)
        {
            if (item.Kind == LiteralKind.Null)
            {
                continue;
            }

            if (kind is not null && kind != item.Kind)
            {
                if (schema.TypesExceptNull == SchemaTypes.String && Declared(SchemaTypes.String, items) is not null)
                {
                    return OrNull(new Lowered(new TypeUse(Enum(schema, hint, TypeKind.String, items)), Nullable: false), schema);
                }

                return schema.Types == SchemaTypes.None ? Mixed(schema) : null;
            }

            kind = item.Kind;
            count++;
        }

        SchemaTypes types = schema.TypesExceptNull;
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
            case LiteralKind.String:
                // An inline enumeration of one value adds a type without adding information, so it is a plain string.
                if (count == 1 && schema.ComponentName is null)
                {
                    return OrNull(new Lowered(TypeUse.String, Nullable: false), schema);
                }

                return OrNull(new Lowered(new TypeUse(Enum(schema, hint, TypeKind.String, items)), Nullable: false), schema);
            case LiteralKind.Number when AreIntegers(items):
                TypeKind number = Integer(schema);
                number = number == TypeKind.Int32 && !FitInt32(items) ? TypeKind.Int64 : number;
                if (number == TypeKind.Decimal || (count == 1 && schema.ComponentName is null))
                {
                    return OrNull(new Lowered(new TypeUse(number), Nullable: false), schema);
                }

                return OrNull(new Lowered(new TypeUse(Enum(schema, hint, number, items)), Nullable: false), schema);
            case LiteralKind.Number:
                return Numbers(schema, items);
            case LiteralKind.Boolean:
                return OrNull(new Lowered(new TypeUse(TypeKind.Boolean), Nullable: false), schema);
            default:
                if (schema.Types == SchemaTypes.None)
                {
                    diagnostics.Report(Descriptors.Degraded, schema.Node, "An enumeration of lists or objects", "its values are kept as JSON");
                }

                return null;
        }
    }

    /// <summary>Numbers that are not all integers of 64 bits have no names, so they are plain numbers: doubles, unless a double would lose digits of one of them.</summary>
    private Lowered Numbers(Schema schema, SchemaLiteral[] items)
    {
        bool isDouble = schema.TypesExceptNull != SchemaTypes.Integer && Number(schema) != TypeKind.Decimal;
        bool isDecimal = true;
        foreach (SchemaLiteral item in items)
        {
            isDouble &= item.Kind == LiteralKind.Null || NumberText.IsDouble(item.Text);
            isDecimal &= item.Kind == LiteralKind.Null || NumberText.IsDecimal(item.Text);
        }

        if (!isDouble && !isDecimal)
        {
            diagnostics.Report(Descriptors.Degraded, schema.Node, "A number that neither a double nor a decimal holds", "its values are kept as JSON");
            return new Lowered(TypeUse.Json, Nullable: false);
        }

        return OrNull(new Lowered(new TypeUse(isDouble ? TypeKind.Double : TypeKind.Decimal), Nullable: false), schema);
    }

    private Lowered Mixed(Schema schema)
    {
        diagnostics.Report(Descriptors.Degraded, schema.Node, "An enumeration of values of several types", "its values are kept as JSON");
        return new Lowered(TypeUse.Json, Nullable: false);
    }

    private static SchemaTypes TypesOf(LiteralKind kind) => kind switch
    {
        LiteralKind.String => SchemaTypes.String,
        LiteralKind.Number => SchemaTypes.Number | SchemaTypes.Integer,
        LiteralKind.Boolean => SchemaTypes.Boolean,
        LiteralKind.Array => SchemaTypes.Array,
        _ => SchemaTypes.Object,
    };

    /// <summary>
    /// The kind that <c>type</c> declares for values that are written as another kind: YAML authors often write 1 for "1", and JSON authors "1" for 1.
    /// </summary>
    /// <returns>Null if a value cannot be of the declared type.</returns>
    private static LiteralKind? Declared(SchemaTypes types, SchemaLiteral[] items)
    {
        LiteralKind kind =
            (types & SchemaTypes.String) != 0 ? LiteralKind.String
            : (types & (SchemaTypes.Integer | SchemaTypes.Number)) != 0 ? LiteralKind.Number
            : LiteralKind.Boolean;
        foreach (SchemaLiteral item in items)
        {
            bool fits = item.Kind == LiteralKind.Null || (item.Kind is LiteralKind.String or LiteralKind.Number or LiteralKind.Boolean && kind switch
            {
                LiteralKind.String => true,
                LiteralKind.Number => double.TryParse(item.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
                _ => types == SchemaTypes.Boolean && item.Text is "true" or "false",
            });
            if (!fits)
            {
                return null;
            }
        }

        return kind;
    }

    private TypeDraft Enum(Schema schema, NameHint hint, TypeKind value, SchemaLiteral[] items)
    {
        var values = new List<EnumValueDraft>(items.Length);
        AddValues(values, schema, items);
        return Enum(schema, hint, value, values);
    }

    private static void AddValues(List<EnumValueDraft> values, Schema schema, SchemaLiteral[] items)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Kind != LiteralKind.Null)
            {
                string text = items[i].Text;
                values.Add(new EnumValueDraft(text, schema.EnumName(i, text) ?? text, schema.EnumDescription(i, text)));
            }
        }
    }

    private TypeDraft Enum(Schema schema, NameHint hint, TypeKind value, List<EnumValueDraft> values)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        values.RemoveAll(item => !seen.Add(item.Value));
        if (schema.EnumTypeName is { } name && schema.ComponentName is null)
        {
            hint = hint.With(name) with { IsTypeName = true };
        }

        return Declare(schema, hint, number => new EnumDraft(number, schema, hint, value, values));
    }

    private static bool FitInt32(List<EnumValueDraft> values) =>
        values.TrueForAll(value => int.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    private static bool FitInt32(SchemaLiteral[] items)
    {
        foreach (SchemaLiteral item in items)
        {
            if (item.Kind != LiteralKind.Null && !int.TryParse(item.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreIntegers(SchemaLiteral[] items)
    {
        foreach (SchemaLiteral item in items)
        {
            if (item.Kind != LiteralKind.Null && !long.TryParse(item.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            {
                return false;
            }
        }

        return true;
    }
}
