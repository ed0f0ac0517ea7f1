using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <content>oneOf and anyOf.</content>
internal sealed partial class TypeLowering
{
    /// <returns>Null when the alternatives add nothing to the schema's own members, so that it is an object like any other.</returns>
    private Lowered? TryUnion(Schema schema, NameHint hint)
    {
        bool nullable = schema.IsNullable;
        var alternatives = new List<Schema>();
        Collect(schema, alternatives, ref nullable, depth: 0);
        if (alternatives.Count == 0 || IsOfItems(schema, alternatives)
            || (schema.Types != SchemaTypes.None && alternatives.TrueForAll(alternative => alternative.OnlyRestricts)))
        {
            return null;
        }

        if ((schema.Types & (SchemaTypes.Object | SchemaTypes.Array)) == 0 && schema.Types != SchemaTypes.None)
        {
            // { type: string, anyOf: [{ format: ipv4 }, { const: any }] } has its type in every alternative.
            for (int i = 0; i < alternatives.Count; i++)
            {
                alternatives[i] = alternatives[i].WithTypeOf(schema);
            }
        }

        if (schema.HasProperties || schema.AllOf.Length > 0)
        {
            if (!alternatives.Exists(HasMembers))
            {
                return null; // { properties, anyOf: [{ required: [a] }, { required: [b] }] } restricts one object type
            }

            for (int i = 0; i < alternatives.Count; i++)
            {
                if (!Extends(alternatives[i], schema, depth: 0))
                {
                    alternatives[i] = schema.CombineWith(alternatives[i]);
                }
            }
        }

        Lowered lowered = alternatives.Count == 1 ? Lower(alternatives[0], hint) : Union(schema, alternatives, hint);
        return nullable && lowered.Type.Kind != TypeKind.Json ? lowered with { Nullable = true } : lowered;
    }

    /// <summary>Collects the distinct alternatives. Inline unions are flattened; null sets <paramref name="nullable"/> instead.</summary>
    private static void Collect(Schema schema, List<Schema> alternatives, ref bool nullable, int depth)
    {
        foreach (Schema alternative in schema.OneOf.Length > 0 ? schema.OneOf : schema.AnyOf)
        {
            if (alternative.IsNull)
            {
                nullable = true;
            }
            else if (depth < MaxDepth && !alternative.HasReference && (alternative.OneOf.Length > 0 || alternative.AnyOf.Length > 0)
                && !alternative.HasProperties && alternative.AllOf.Length == 0 && alternative.DiscriminatorProperty is null)
            {
                nullable |= alternative.IsNullable;
                Collect(alternative, alternatives, ref nullable, depth + 1);
            }
            else if (!alternatives.Exists(other => ReferenceEquals(ResolveAliases(other), ResolveAliases(alternative))))
            {
                alternatives.Add(alternative);
            }
        }
    }

    /// <summary>Whether a schema includes another one through <c>allOf</c>, directly or indirectly.</summary>
    private static bool Extends(Schema schema, Schema other, int depth)
    {
        if (ReferenceEquals(schema, other))
        {
            return depth > 0;
        }

        if (depth > 8)
        {
            return false;
        }

        if (schema.Target is { } target && Extends(target, other, depth + 1))
        {
            return true;
        }

        foreach (Schema part in schema.AllOf)
        {
            if (Extends(part, other, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the alternatives describe the items: the schema is a list without an item type, and no alternative is a list.</summary>
    private static bool IsOfItems(Schema schema, List<Schema> alternatives) =>
        (schema.Types & ~SchemaTypes.Null) == SchemaTypes.Array && schema.Items is null or { IsAny: true } && !schema.IsTuple
        && alternatives.TrueForAll(a => ResolveAliases(a).Types is var types && types != SchemaTypes.None && (types & SchemaTypes.Array) == 0);

    private static bool HasMembers(Schema alternative)
    {
        Schema resolved = ResolveAliases(alternative);
        return resolved.HasProperties || resolved.AllOf.Length > 0 || resolved.OneOf.Length > 0 || resolved.AnyOf.Length > 0
            || resolved.Additional == AdditionalKind.Typed;
    }

    /// <summary>Lowers two or more alternatives: to one scalar type if all are of one kind, otherwise to a closed hierarchy.</summary>
    private Lowered Union(Schema schema, List<Schema> alternatives, NameHint hint)
    {
        if (alternatives.TrueForAll(IsText))
        {
            return Strings(schema, alternatives, hint);
        }

        if (alternatives.TrueForAll(IsNumber))
        {
            bool integers = alternatives.TrueForAll(a => ResolveAliases(a).Types == SchemaTypes.Integer);
            return new Lowered(new TypeUse(integers ? TypeKind.Int64 : TypeKind.Double), Nullable: false);
        }

        TypeDraft draft = Declare(schema, hint, number => new UnionDraft(number, schema, hint));
        if (draft is UnionDraft union && !_alternatives.ContainsKey(union))
        {
            _alternatives.Add(union, alternatives);
        }

        return new Lowered(new TypeUse(draft), Nullable: false);
    }

    private readonly Dictionary<UnionDraft, List<Schema>> _alternatives = [];

    private static bool IsText(Schema schema)
    {
        schema = ResolveAliases(schema);
        return schema.OneOf.Length == 0 && schema.AnyOf.Length == 0
            && ((schema.Types & ~SchemaTypes.Null) == SchemaTypes.String
                || (schema.Types == SchemaTypes.None && (schema.Enum?[0] ?? schema.Const) is { Kind: LiteralKind.String }));
    }

    private static bool IsNumber(Schema schema)
    {
        SchemaTypes types = ResolveAliases(schema).Types & ~SchemaTypes.Null;
        return types is SchemaTypes.Integer or SchemaTypes.Number && !ResolveAliases(schema).HasEnum;
    }

    /// <summary>Enumerations are open, so string alternatives merge into one enumeration of all known values, or a string without any.</summary>
    private Lowered Strings(Schema schema, List<Schema> alternatives, NameHint hint)
    {
        bool nullable = false;
        var values = new List<SchemaLiteral>();
        TypeUse? same = null;
        foreach (Schema alternative in alternatives)
        {
            Schema resolved = ResolveAliases(alternative);
            nullable |= resolved.IsNullable;
            if (resolved.Enum is { } list)
            {
                values.AddRange(list);
            }
            else if (resolved.Const is { } constant)
            {
                values.Add(constant);
            }
            else
            {
                TypeUse text = Text(resolved);
                same = same is null || same.Kind == text.Kind ? text : TypeUse.String;
            }
        }

        if (values.Count > 1)
        {
            return new Lowered(new TypeUse(Enum(schema, hint, TypeKind.String, values.ToArray())), nullable);
        }

        return new Lowered(values.Count == 0 && same is not null ? same : TypeUse.String, nullable);
    }

    private void Fill(UnionDraft draft)
    {
        List<Schema> alternatives = _alternatives[draft];
        int number = 0;
        foreach (Schema alternative in alternatives)
        {
            number++;
            Lowered lowered = Lower(alternative, NameHint.Of(draft, CaseHint(alternative, number)));
            AddCase(draft, alternative, lowered.Type);
        }

        if (draft.Schema.DiscriminatorDefault is { } fallback)
        {
            diagnostics.Report(Descriptors.Degraded, fallback, "The default of a discriminator", "what has none of the other values is kept as JSON");
        }

        draft.Discriminator = draft.Schema.DiscriminatorProperty is { } property && Discriminate(draft, property) ? property : null;
        if (draft.Discriminator is null)
        {
            InferDiscriminator(draft);
        }
    }

    /// <summary>Adds a case. Alternatives that a reader cannot tell apart become one case.</summary>
    private void AddCase(UnionDraft draft, Schema alternative, TypeUse type)
    {
        foreach (UnionCaseDraft other in draft.Cases)
        {
            if (other.Type.Key == type.Key)
            {
                return;
            }

            TypeUse? merged =
                other.Type.IsString && type.IsString ? TypeUse.String
                : IsPlainNumber(other.Type) && IsPlainNumber(type) ? new TypeUse(TypeKind.Double)
                : other.Type.Kind == TypeKind.List && type.Kind == TypeKind.List ? new TypeUse(TypeKind.List, TypeUse.Json, itemNullable: false)
                : null;
            if (merged is not null)
            {
                draft.Cases[draft.Cases.IndexOf(other)] = new UnionCaseDraft(other.Schema, merged, isMerged: true);
                return;
            }
        }

        draft.Cases.Add(new UnionCaseDraft(alternative, type));
    }

    private static bool IsPlainNumber(TypeUse type) => type.Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double;

    /// <summary>Assigns discriminator values to the cases. Returns false if a case is not an object, so that the shape must decide.</summary>
    /// <remarks>
    /// A case without a mapping entry has the constant of its discriminator member as its value, otherwise the name of its component. If two cases have
    /// the same value, the shape must decide.
    /// </remarks>
    private static bool Discriminate(UnionDraft draft, string property)
    {
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            if (@case.Type.Kind is not (TypeKind.Object or TypeKind.Union or TypeKind.Map))
            {
                return false;
            }
        }

        foreach (KeyValuePair<string, string> entry in draft.Schema.DiscriminatorMapping)
        {
            foreach (UnionCaseDraft @case in draft.Cases)
            {
                if (ComponentOf(@case.Schema) == entry.Value)
                {
                    @case.DiscriminatorValues.Add(entry.Key);
                }
            }
        }

        foreach (UnionCaseDraft @case in draft.Cases)
        {
            if (@case.DiscriminatorValues.Count == 0)
            {
                string? value = ConstantOf(ObjectShape.Of(ResolveAliases(@case.Schema)), property) ?? ComponentOf(@case.Schema);
                if (value is null || draft.Cases.Exists(other => other.DiscriminatorValues.Contains(value)))
                {
                    return Reset(draft);
                }

                @case.DiscriminatorValues.Add(value);
            }
        }

        return true;
    }

    private static bool Reset(UnionDraft draft)
    {
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            @case.DiscriminatorValues.Clear();
        }

        return false;
    }

    /// <summary>The component that an alternative refers to, also through parts that are not in the document.</summary>
    private static string? ComponentOf(Schema schema)
    {
        if (schema.Target is { } target)
        {
            return target.ComponentName;
        }

        return schema.ComponentName ?? (schema.AllOf.Length > 0 ? ComponentOf(schema.AllOf[schema.AllOf.Length - 1]) : null);
    }

    /// <summary>Infers a discriminator: a required member that has a different constant in each alternative.</summary>
    private static void InferDiscriminator(UnionDraft draft)
    {
        var shapes = new List<ObjectShape>(draft.Cases.Count);
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            if (@case.Type.Kind != TypeKind.Object)
            {
                return;
            }

            shapes.Add(ObjectShape.Of(ResolveAliases(@case.Schema)));
        }

        if (shapes.Count < 2)
        {
            return;
        }

        foreach (KeyValuePair<string, Schema> candidate in shapes[0].Properties)
        {
            var values = new List<string>(shapes.Count);
            foreach (ObjectShape shape in shapes)
            {
                if (!shape.Required.Contains(candidate.Key) || ConstantOf(shape, candidate.Key) is not { } value || values.Contains(value))
                {
                    break;
                }

                values.Add(value);
            }

            if (values.Count == shapes.Count)
            {
                draft.Discriminator = candidate.Key;
                for (int i = 0; i < values.Count; i++)
                {
                    draft.Cases[i].DiscriminatorValues.Add(values[i]);
                }

                return;
            }
        }
    }

    private static string? ConstantOf(ObjectShape shape, string name)
    {
        foreach (KeyValuePair<string, Schema> property in shape.Properties)
        {
            if (property.Key == name)
            {
                return ConstantOf(property.Value);
            }
        }

        return null;
    }

    private static string? ConstantOf(Schema schema)
    {
        schema = ResolveAliases(schema);
        SchemaLiteral? constant = schema.Enum is { Length: 1 } single ? single[0] : schema.Const;
        return constant is { Kind: LiteralKind.String } text ? text.Text : null;
    }

    /// <summary>The name of an inline alternative: its title, its constant, its first required member, or its number.</summary>
    private static string CaseHint(Schema alternative, int number)
    {
        if (alternative.Title is { Length: > 0 and < 60 } title)
        {
            return title;
        }

        var shape = ObjectShape.Of(ResolveAliases(alternative));
        foreach (KeyValuePair<string, Schema> property in shape.Properties)
        {
            if (property.Key is "type" or "object" or "kind" && ConstantOf(property.Value) is { Length: > 0 } constant)
            {
                return constant;
            }
        }

        foreach (KeyValuePair<string, Schema> property in shape.Properties)
        {
            if (shape.Required.Contains(property.Key))
            {
                return "With " + property.Key;
            }
        }

        return "Option " + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
