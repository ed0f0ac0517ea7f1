using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <content>Arrays.</content>
internal sealed partial class TypeLowering
{
    private Lowered Array(Schema schema, NameHint hint)
    {
        if (schema.IsTuple && SameInAllPositions(schema, hint) is { } same)
        {
            return new Lowered(new TypeUse(TypeKind.List, same.Type, same.Nullable), Nullable: false);
        }

        Schema? items = ItemsOf(schema);
        if (schema.IsTuple || items is null)
        {
            if (schema.IsTuple)
            {
                diagnostics.Report(Descriptors.Degraded, schema.Node, "An array with positional items", "its items are kept as JSON");
            }

            return new Lowered(new TypeUse(TypeKind.List, TypeUse.Json, itemNullable: false), Nullable: false);
        }

        Lowered item = Lower(items, ValueHint(schema, hint, OperationHints.Item));
        return new Lowered(new TypeUse(TypeKind.List, item.Type, item.Nullable), Nullable: false);
    }

    /// <summary>
    /// The name of the items of a list, or of the values of a map. Those of a named list are named after it, whichever operation or member refers to it first.
    /// </summary>
    private static NameHint ValueHint(Schema collection, NameHint hint, string unnamed) =>
        collection.ComponentName is { } component ? NameHint.Of("", Naming.Identifiers.Pascal(component) + "Item")
        : hint.Member.Length == 0 ? hint.With(unnamed)
        : hint.With(Naming.Identifiers.Singular(hint.Member)) with { Otherwise = hint.Member + "Item" };

    /// <summary>The type of positional items that are all numbers, strings or Booleans of one type, such as the two numbers of a point; otherwise null.</summary>
    private Lowered? SameInAllPositions(Schema schema, NameHint hint)
    {
        if (!schema.HasOnlyPositions)
        {
            return null;
        }

        Lowered? same = null;
        foreach (Schema position in schema.Positions)
        {
            Schema resolved = ResolveAliases(position);
            if (resolved.TypesExceptNull is not (SchemaTypes.Integer or SchemaTypes.Number or SchemaTypes.String or SchemaTypes.Boolean)
                || resolved.HasEnum || resolved.HasConst || resolved.HasChoices || resolved.AllOf.Length > 0)
            {
                return null;
            }

            Lowered item = Lower(position, hint);
            if (same is { } first && first.Type.Kind != item.Type.Kind)
            {
                return null;
            }

            same = item with { Nullable = item.Nullable || same?.Nullable == true };
        }

        return same;
    }

    /// <summary>The schema of the items. An <c>enum</c> or a choice beside <c>items</c> that cannot describe a list applies to the items.</summary>
    private static Schema? ItemsOf(Schema schema)
    {
        Schema? items = schema.Items;
        if (items is null or { IsAny: true })
        {
            if (schema.ToAlternatives() is { } alternatives)
            {
                return alternatives;
            }
        }

        return schema.Enum is { } values && values[0].Kind is not (LiteralKind.Array or LiteralKind.Object) ? items?.WithEnumOf(schema) ?? items : items;
    }
}
