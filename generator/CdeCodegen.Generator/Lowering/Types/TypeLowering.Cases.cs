using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <content>The cases of a union and what selects them.</content>
internal sealed partial class TypeLowering
{
    private void Fill(UnionDraft draft)
    {
        (Schema choice, List<Schema> alternatives) = _alternatives[draft];
        var shapes = new List<ObjectShape?>(alternatives.Count);
        foreach (Schema alternative in alternatives)
        {
            shapes.Add(ShapeOf(alternative));
        }

        string? tag = choice.DiscriminatorProperty ?? CommonTag(alternatives, shapes);
        for (int i = 0; i < alternatives.Count; i++)
        {
            Lowered lowered = Lower(alternatives[i], NameHint.Of(draft, CaseHint(alternatives, i, shapes, tag)));
            AddCase(draft, alternatives[i], lowered.Type);
        }

        WidenIntegers(draft);
        AddItemRules(draft);
        draft.Discriminator = tag is not null && Discriminate(draft, choice, tag) ? tag : null;
        draft.IsTagRequired = tag is not null && System.Array.IndexOf(choice.Required ?? [], tag) >= 0;
        AddRules(draft);
        if (choice.OneOf.Length == 0 && draft.Discriminator is null)
        {
            KeepOthers(draft);
        }
    }

    /// <summary>The members of an alternative; null if it is no object.</summary>
    private ObjectShape? ShapeOf(Schema alternative)
    {
        Schema resolved = ResolveAliases(alternative);
        return resolved.HasChoices && !resolved.IsPolymorphic ? null
            : resolved.HasProperties || resolved.AllOf.Length > 0 || resolved.IsExtension ? MergedShape(resolved)
            : null;
    }

    /// <summary>The members of an object. Objects can be alternatives of many unions, so they are merged once.</summary>
    private ObjectShape MergedShape(Schema schema)
    {
        if (!_merged.TryGetValue(schema, out ObjectShape? shape))
        {
            shape = ObjectShape.Of(schema);
            _merged.Add(schema, shape);
        }

        return shape;
    }

    private readonly Dictionary<Schema, ObjectShape> _merged = [];

    /// <summary>Adds a case. Alternatives that a reader cannot tell apart become one case.</summary>
    private void AddCase(UnionDraft draft, Schema alternative, TypeUse type)
    {
        foreach (UnionCaseDraft other in draft.Cases)
        {
            if (other.Type.Key == type.Key)
            {
                other.Twins.Add(alternative);
                return;
            }

            TypeUse? merged =
                other.Type.IsString && type.IsString ? TypeUse.String
                : IsInteger(other.Type) && IsInteger(type) ? new TypeUse(TypeKind.Int64)
                : IsFraction(other.Type) && IsFraction(type) ? other.Type.Kind == TypeKind.Decimal ? other.Type : type
                : other.Type.Kind == TypeKind.List && type.Kind == TypeKind.List && (other.IsMerged || (ItemTokens(other.Schema) & ItemTokens(alternative)) != 0)
                    ? new TypeUse(TypeKind.List, TypeUse.Json, itemNullable: false)
                : other.Type.Kind == TypeKind.Map && type.Kind == TypeKind.Map && (other.IsMerged || (ValueTokens(other.Schema) & ValueTokens(alternative)) != 0)
                    ? new TypeUse(TypeKind.Map, TypeUse.Json, itemNullable: false)
                : null;
            if (merged is not null)
            {
                if (merged.Kind == TypeKind.List && !other.IsMerged)
                {
                    diagnostics.Report(Descriptors.Degraded, alternative.Node, "A choice between lists of different items", "their items are kept as JSON");
                }
                else if (merged.Kind == TypeKind.Map && !other.IsMerged)
                {
                    diagnostics.Report(Descriptors.Degraded, alternative.Node, "A choice between maps of different values", "their values are kept as JSON");
                }

                draft.Cases[draft.Cases.IndexOf(other)] = new UnionCaseDraft(other.Schema, merged, isMerged: true);
                return;
            }
        }

        draft.Cases.Add(new UnionCaseDraft(alternative, type));
    }

    /// <summary>A reader selects the case of integers for every integer, also for one that only the other numbers of the choice allow.</summary>
    private static void WidenIntegers(UnionDraft draft)
    {
        int index = draft.Cases.FindIndex(static @case => @case.Type.Kind == TypeKind.Int32 && IsInteger(@case.Type));
        if (index >= 0 && draft.Cases.Exists(static @case => IsFraction(@case.Type)))
        {
            draft.Cases[index] = new UnionCaseDraft(draft.Cases[index].Schema, new TypeUse(TypeKind.Int64));
        }
    }

    /// <summary>Lists and maps of different kinds of values are told apart by their first one, and maps of one kind from other objects.</summary>
    private static void AddItemRules(UnionDraft draft)
    {
        if (draft.Cases.FindAll(@case => @case.Type.Kind is TypeKind.Map or TypeKind.Object or TypeKind.Union).Count > 1)
        {
            foreach (UnionCaseDraft @case in draft.Cases)
            {
                if (@case is { IsMerged: false, Type.Kind: TypeKind.Map } && ValueTokens(@case.Schema) is var tokens and not AnyToken)
                {
                    @case.Rules.Add(new ShapeRuleModel(default, tokens, default, null));
                }
            }
        }

        List<UnionCaseDraft> lists = draft.Cases.FindAll(@case => @case.Type.Kind == TypeKind.List);
        if (lists.Count > 1)
        {
            lists.ForEach(@case => @case.Rules.Add(new ShapeRuleModel(default, ItemTokens(@case.Schema), default, null)));
        }
    }

    private static bool IsInteger(TypeUse type) => type.Kind is TypeKind.Int32 or TypeKind.Int64 && !type.AcceptsText;

    private static bool IsFraction(TypeUse type) => type.Kind is TypeKind.Double or TypeKind.Decimal && !type.AcceptsText;

    /// <summary>
    /// Finds a member whose values differ in all alternatives. Members that are required everywhere come first; where an optional one is absent, the
    /// shape decides.
    /// </summary>
    private string? CommonTag(List<Schema> alternatives, List<ObjectShape?> shapes)
    {
        if (shapes.Count < 2 || shapes[0] is not { } first || shapes.Contains(null))
        {
            return null;
        }

        string? optional = null;
        foreach (KeyValuePair<string, Schema> candidate in first.Properties)
        {
            string name = candidate.Key;
            bool isRequired = true;
            var all = new List<List<string>>(shapes.Count);
            for (int i = 0; i < shapes.Count; i++)
            {
                if (TagValues(alternatives[i], shapes[i], name) is not { } values || !all.TrueForAll(other => Scalars.AreDisjoint(other, values)))
                {
                    break;
                }

                all.Add(values);
                isRequired &= shapes[i]!.Required.ContainsKey(name);
            }

            if (all.Count == shapes.Count)
            {
                if (isRequired)
                {
                    return name;
                }

                optional ??= name;
            }
        }

        return optional;
    }

    /// <summary>
    /// Several alternatives of an <c>anyOf</c> can describe one value. Members that the selected one does not name are kept, if another one names them.
    /// </summary>
    private static void KeepOthers(UnionDraft draft)
    {
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            if (@case.Type.Draft is ObjectDraft type)
            {
                type.KeepsOthers |= draft.Cases.Exists(other => !ReferenceEquals(other, @case) && other.Type.Draft is ObjectDraft);
            }
        }
    }

    /// <summary>
    /// The name of an inline alternative: its title, the value that selects it, the component that it extends, a member that only it requires or has, or
    /// its number.
    /// </summary>
    private string CaseHint(List<Schema> alternatives, int index, List<ObjectShape?> shapes, string? tag)
    {
        Schema alternative = alternatives[index];
        if (alternative.Title is { Length: > 0 and < 60 } title)
        {
            return title;
        }

        if (ComponentOf(alternative) is { } component)
        {
            return component;
        }

        if (shapes[index] is not { } shape)
        {
            // Cases of enumerations are named as those of other strings and integers are. The items of the only list are named after the choice.
            return IsOnlyCollection(alternatives, alternative) ? ""
                : ResolveAliases(alternative) is not { HasEnum: true } values ? "Option " + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)
                : IsIntegers(values) ? "Integer"
                : "String";
        }

        foreach (string name in tag is null ? s_usualTags : [tag])
        {
            if (TagValues(alternative, shape, name) is { Count: 1 or 2 } values && values[0].Length > 0)
            {
                // A number alone is not a name.
                return !char.IsLetter(values[0][0]) && values[0].TrimStart('-') is { Length: > 0 } digits && char.IsDigit(digits[0]) ? name + " " + string.Join(" or ", values)
                    : values.Count == 1 ? values[0] : values[0] + " or " + values[1];
            }
        }

        if (tag is not null && TagValues(alternative, shape, tag) is { } several && several[0].Length > 0)
        {
            return several[0];
        }

        foreach (bool requires in (bool[])[true, false])
        {
            foreach (KeyValuePair<string, Schema> property in shape.Properties)
            {
                bool isOwn = !shapes.Exists(other => !ReferenceEquals(other, shape) && other?.Find(property.Key) is not null);
                if (isOwn && (!requires || shape.Required.ContainsKey(property.Key)))
                {
                    return "With " + property.Key;
                }
            }
        }

        return "Option " + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static readonly string[] s_usualTags = ["type", "object", "kind"];
}
