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
        Collect(schema, alternatives, [], ref nullable, depth: 0);
        if (alternatives.Count > 1 && alternatives.TrueForAll(alternative => ReferenceEquals(ResolveAliases(alternative), ResolveAliases(alternatives[0]))))
        {
            alternatives.RemoveRange(1, alternatives.Count - 1);
        }

        if (alternatives.Count == 0 || IsOfItems(schema, alternatives)
            || alternatives.TrueForAll(alternative => alternative.OnlyRestricts && (schema.Types != SchemaTypes.None || Infer(alternative) == SchemaTypes.None)))
        {
            return null;
        }

        if (alternatives.Count > 1 && CommonBase(schema, alternatives) is { } common)
        {
            Lowered hierarchy = Lower(common, hint);
            return hierarchy with { Nullable = hierarchy.Nullable || nullable };
        }

        ShareType(schema, alternatives, first: 0);
        if (schema.HasProperties || schema.AllOf.Length > 0 || schema.HasReference)
        {
            if (!alternatives.Exists(HasMembers))
            {
                return null; // { properties, anyOf: [{ required: [a] }, { required: [b] }] } restricts one object type
            }

            for (int i = 0; i < alternatives.Count; i++)
            {
                if (!Extends(alternatives[i], schema, depth: 0))
                {
                    alternatives[i] = Combined(schema.CombineWith(alternatives[i]), alternatives[i]);
                }
            }
        }

        if (alternatives.Count == 1)
        {
            NameAfter(alternatives[0], schema);
        }

        Lowered lowered = alternatives.Count == 1 ? Lower(alternatives[0], hint) : Union(schema, schema, alternatives, hint);
        return nullable && lowered.Type.Kind != TypeKind.Json ? lowered with { Nullable = true } : lowered;
    }

    /// <summary>
    /// A choice of items without <c>type: array</c>, which converters make of the lists of old drafts, and which Slack means as one of the items. The unknown case
    /// keeps an array.
    /// </summary>
    private Lowered ChoiceOfItems(Schema schema, Schema items, NameHint hint)
    {
        diagnostics.Report(Descriptors.Degraded, schema.Node, "A choice of items without the type 'array'", "the value is one of the items");
        List<Schema> alternatives = [];
        bool nullable = false;
        Collect(items, alternatives, [], ref nullable, depth: 0);
        Lowered lowered = alternatives.Count == 1 ? Lower(alternatives[0], hint) : Union(schema, items, alternatives, hint);
        return nullable && lowered.Type.Kind != TypeKind.Json ? lowered with { Nullable = true } : lowered;
    }

    /// <summary>Collects the distinct alternatives. Inline unions are flattened; null sets <paramref name="nullable"/> instead.</summary>
    private static void Collect(Schema schema, List<Schema> alternatives, HashSet<Schema> seen, ref bool nullable, int depth)
    {
        foreach (Schema alternative in schema.Choices)
        {
            if (alternative.IsNull || (alternative.HasReference && ResolveAliases(alternative).IsNull) || IsNullableNothing(alternative, schema))
            {
                nullable = true;
            }
            else if (alternative.IsNever)
            {
                // No value is of this alternative.
            }
            else if (NumberOrText.TypeOf(alternative) is var number and not SchemaTypes.None)
            {
                nullable |= (number & SchemaTypes.Null) != 0;
                alternatives.Add(alternative);
            }
            else if (depth < MaxDepth && !alternative.HasReference && alternative.HasChoices
                && !alternative.HasProperties && alternative.AllOf.Length == 0 && alternative.DiscriminatorProperty is null)
            {
                nullable |= alternative.IsNullable;
                int first = alternatives.Count;
                Collect(alternative, alternatives, seen, ref nullable, depth + 1);
                ShareType(alternative, alternatives, first);
            }
            else
            {
                nullable |= AllowsNull(alternative, depth);
                Schema single = ExceptNull(alternative, depth);
                if (seen.Add(schema.DiscriminatorProperty is null ? ResolveAliases(single) : single.Target ?? single))
                {
                    // Each name of a type can have a value of the discriminator.
                    alternatives.Add(single);
                }
            }
        }
    }

    /// <summary><c>{ type: string, anyOf: [{ format: ipv4 }, { const: any }] }</c> has its type in every alternative.</summary>
    /// <param name="choice">The schema with the alternatives.</param>
    /// <param name="first">The first of them in the list.</param>
    private static void ShareType(Schema choice, List<Schema> alternatives, int first)
    {
        if ((choice.Types & (SchemaTypes.Object | SchemaTypes.Array)) == 0 && choice.Types != SchemaTypes.None)
        {
            for (int i = first; i < alternatives.Count; i++)
            {
                alternatives[i] = alternatives[i].WithTypeOf(choice);
            }
        }
    }

    /// <summary>The schema of an alternative's values other than null: <c>A</c> of a reference to <c>oneOf: [A, { type: null }]</c>.</summary>
    private static Schema ExceptNull(Schema alternative, int depth)
    {
        Schema resolved = ResolveAliases(alternative);
        if (depth > MaxDepth || resolved.HasProperties || resolved.AllOf.Length > 0 || resolved.DiscriminatorProperty is not null)
        {
            return alternative;
        }

        Schema[] values = System.Array.FindAll(resolved.Choices, static choice => !choice.IsNull);
        return values.Length == 1 && resolved.Choices.Length > 1 ? ExceptNull(values[0], depth + 1) : alternative;
    }

    /// <summary>Whether null is a value of an alternative, so that it is a value of the choice.</summary>
    private static bool AllowsNull(Schema schema, int depth)
    {
        if (schema.IsNull || schema.IsNullable)
        {
            return true;
        }

        schema = ResolveAliases(schema);
        return schema.IsNull || schema.IsNullable
            || (depth < MaxDepth && System.Array.Exists(schema.Choices, choice => AllowsNull(choice, depth + 1)));
    }

    /// <summary>
    /// Whether an alternative is a nullable object without members beside a reference. Converters of OData write a property that may be null in this way, as
    /// the document of Microsoft Graph does.
    /// </summary>
    private static bool IsNullableNothing(Schema alternative, Schema choice) =>
        alternative.IsNullableObject && choice.Choices is { Length: 2 } both
        && (both[0].HasReference || both[1].HasReference);

    /// <summary>Whether a schema includes another one through <c>allOf</c>, directly or indirectly.</summary>
    internal static bool Extends(Schema schema, Schema other, int depth)
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
        schema.TypesExceptNull == SchemaTypes.Array && schema.Items is null or { IsAny: true } && !schema.IsTuple
        && alternatives.TrueForAll(a => ResolveAliases(a).Types is var types && types != SchemaTypes.None && (types & SchemaTypes.Array) == 0);

    private static bool HasMembers(Schema alternative)
    {
        Schema resolved = ResolveAliases(alternative);
        return resolved.HasProperties || resolved.AllOf.Length > 0 || resolved.HasChoices
            || resolved.Additional == AdditionalKind.Typed;
    }

    /// <summary>Notes which alternative a schema stands for that combines it with other members.</summary>
    private Schema Combined(Schema combination, Schema alternative)
    {
        _origins[combination] = alternative;
        return combination;
    }

    /// <summary>
    /// Each alternative is compared with all others, here, by the compiler in the conversions, and by the reader. Published documents have up to 250.
    /// </summary>
    private const int MaxAlternatives = 1000;

    private readonly HashSet<Schema> _tooLarge = [];

    /// <summary>Lowers two or more alternatives: to one scalar type if all are of one kind, otherwise to a closed hierarchy.</summary>
    /// <param name="schema">The schema of the value.</param>
    /// <param name="choice">The schema whose <c>oneOf</c>, <c>anyOf</c> or <c>type</c> lists the alternatives, and which can have the discriminator.</param>
    private Lowered Union(Schema schema, Schema choice, List<Schema> alternatives, NameHint hint)
    {
        alternatives = JoinCollections(alternatives);
        if (alternatives.Count == 1)
        {
            NameAfter(alternatives[0], schema);
            return Lower(alternatives[0], hint);
        }

        if (alternatives.TrueForAll(static alternative => ResolveAliases(alternative).TypesExceptNull == SchemaTypes.Boolean))
        {
            return new Lowered(new TypeUse(TypeKind.Boolean), Nullable: false);
        }

        if (alternatives.TrueForAll(IsText))
        {
            return Strings(schema, alternatives, hint);
        }

        if (alternatives.TrueForAll(IsIntegers) && ValuesOf(alternatives) is { Count: > 1 } integers)
        {
            TypeKind kind = Integer(schema);
            kind = kind == TypeKind.Int32 && !FitInt32(integers) ? TypeKind.Int64 : kind;
            return new Lowered(new TypeUse(Enum(schema, hint, kind, integers)), Nullable: false);
        }

        if (alternatives.TrueForAll(IsNumbers))
        {
            return Numbers(schema, LiteralsOf(alternatives));
        }

        if (alternatives.TrueForAll(IsNumber) && SingleNumber(alternatives) is { } number)
        {
            return new Lowered(new TypeUse(number), Nullable: false);
        }

        if (alternatives.Count > MaxAlternatives)
        {
            if (_tooLarge.Add(schema))
            {
                diagnostics.Report(Descriptors.Degraded, schema.Node, "A choice of more than 1,000 schemas", "its values are kept as JSON");
            }

            return new Lowered(TypeUse.Json, Nullable: false);
        }

        TypeDraft draft = Declare(schema, hint, number => new UnionDraft(number, schema, hint));
        if (draft is UnionDraft union && !_alternatives.ContainsKey(union))
        {
            _alternatives.Add(union, (choice, alternatives));
        }

        return new Lowered(new TypeUse(draft), Nullable: false);
    }

    /// <summary>The number that holds all values of all alternatives; null for 64-bit integers beside a double, which loses their digits.</summary>
    private static TypeKind? SingleNumber(List<Schema> alternatives)
    {
        bool hasInt64 = false;
        bool hasDecimal = false;
        bool isInteger = true;
        bool isInt32 = true;
        foreach (Schema alternative in alternatives)
        {
            Schema number = ResolveAliases(alternative);
            TypeKind kind = number.TypesExceptNull == SchemaTypes.Integer ? Integer(number) : Number(number);
            hasInt64 |= kind == TypeKind.Int64 && number.Format is not null;
            hasDecimal |= kind == TypeKind.Decimal;
            isInteger &= kind is TypeKind.Int32 or TypeKind.Int64;
            isInt32 &= kind == TypeKind.Int32;
        }

        if (isInteger)
        {
            return isInt32 ? TypeKind.Int32 : TypeKind.Int64;
        }

        // A double would lose digits of a decimal. A decimal refuses what it cannot hold.
        return hasDecimal ? TypeKind.Decimal : hasInt64 ? null : TypeKind.Double;
    }

    /// <summary>The alternatives of each union, and the schema that lists them.</summary>
    private readonly Dictionary<UnionDraft, (Schema Choice, List<Schema> Alternatives)> _alternatives = [];

    /// <summary>The alternatives that combined schemas stand for.</summary>
    private readonly Dictionary<Schema, Schema> _origins = [];

    private static bool IsText(Schema schema)
    {
        schema = ResolveAliases(schema);
        return !schema.HasChoices
            && (schema.TypesExceptNull == SchemaTypes.String
                || (schema.Types == SchemaTypes.None
                    && ((schema.Enum?[0] ?? schema.Const) is { } value ? value.Kind == LiteralKind.String : Infer(schema) == SchemaTypes.String)));
    }

    private static bool IsNumber(Schema schema)
    {
        SchemaTypes types = ResolveAliases(schema).TypesExceptNull;
        return types is SchemaTypes.Integer or SchemaTypes.Number && !ResolveAliases(schema).HasEnum;
    }

    /// <summary>Whether a schema is an integer, or a list of integers that are its only values.</summary>
    private static bool IsIntegers(Schema schema)
    {
        schema = ResolveAliases(schema);
        SchemaLiteral[]? values = schema.Enum ?? (schema.Const is { } constant ? [constant] : null);
        return !schema.HasChoices
            && (schema.Types & ~(SchemaTypes.Null | SchemaTypes.Integer | SchemaTypes.Number)) == 0
            && (values is null
                ? schema.TypesExceptNull == SchemaTypes.Integer
                : System.Array.TrueForAll(values, value => value.Kind is LiteralKind.Number or LiteralKind.Null) && AreIntegers(values));
    }

    /// <summary>Whether a schema lists numbers that are its only values.</summary>
    private static bool IsNumbers(Schema schema)
    {
        schema = ResolveAliases(schema);
        SchemaLiteral[]? values = schema.Enum ?? (schema.Const is { } constant ? [constant] : null);
        return !schema.HasChoices
            && (schema.Types & ~(SchemaTypes.Null | SchemaTypes.Integer | SchemaTypes.Number)) == 0
            && values is not null && System.Array.TrueForAll(values, value => value.Kind is LiteralKind.Number or LiteralKind.Null);
    }

    private static SchemaLiteral[] LiteralsOf(List<Schema> alternatives)
    {
        var literals = new List<SchemaLiteral>(alternatives.Count);
        foreach (Schema alternative in alternatives)
        {
            Schema resolved = ResolveAliases(alternative);
            literals.AddRange(resolved.Enum ?? [resolved.Const!.Value]);
        }

        return [.. literals];
    }

    /// <summary>The values that alternatives list, named by the titles of the alternatives.</summary>
    private static List<EnumValueDraft> ValuesOf(List<Schema> alternatives)
    {
        var values = new List<EnumValueDraft>();
        foreach (Schema alternative in alternatives)
        {
            Schema resolved = ResolveAliases(alternative);
            if (resolved.Enum is { Length: > 1 } list)
            {
                AddValues(values, resolved, list);
            }
            else if (resolved.Constant is { } constant)
            {
                string? title = resolved.Title is { Length: > 0 and < 60 } ? resolved.Title : null;
                values.Add(new EnumValueDraft(constant.Text, title ?? resolved.EnumName(0, constant.Text) ?? constant.Text, resolved.Description));
            }
        }

        return values;
    }

    /// <summary>Enumerations are open, so string alternatives merge into one enumeration of all known values, or a string without any.</summary>
    private Lowered Strings(Schema schema, List<Schema> alternatives, NameHint hint)
    {
        TypeUse? same = null;
        foreach (Schema alternative in alternatives)
        {
            Schema resolved = ResolveAliases(alternative);
            if (!resolved.HasEnum && !resolved.HasConst)
            {
                TypeUse text = Text(resolved);
                same = same is null || same.Kind == text.Kind ? text : TypeUse.String;
            }
        }

        List<EnumValueDraft> values = ValuesOf(alternatives);
        if (values.Count > 1)
        {
            return new Lowered(new TypeUse(Enum(schema, hint, TypeKind.String, values)), Nullable: false);
        }

        return new Lowered(values.Count == 0 && same is not null ? same : TypeUse.String, Nullable: false);
    }
}
