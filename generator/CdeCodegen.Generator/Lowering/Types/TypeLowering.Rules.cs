using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <content>What the values of members say about the alternative of a union.</content>
internal sealed partial class TypeLowering
{
    /// <summary>
    /// Finds the members that several alternatives have, but with different kinds of values, different constants or different formats, and notes what each
    /// alternative allows. Members that do not tell alternatives apart get no rule.
    /// </summary>
    private void AddRules(UnionDraft draft)
    {
        int objects = 0;
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            objects += @case.Type.Draft is ObjectDraft ? 1 : 0;
        }

        if (objects < 2)
        {
            return;
        }

        var alternatives = new List<(UnionCaseDraft Case, Schema Schema)>(objects);
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            if (@case.Type.Draft is ObjectDraft)
            {
                alternatives.Add((@case, @case.Schema));
            }
        }

        AddRules(draft, alternatives, []);
    }

    /// <param name="draft">The union.</param>
    /// <param name="objects">The objects to compare, and the alternatives that they are in.</param>
    /// <param name="path">The names of the members that lead to the objects.</param>
    /// <returns>Whether the values of one member tell all alternatives apart.</returns>
    private bool AddRules(UnionDraft draft, List<(UnionCaseDraft Case, Schema Schema)> objects, string[] path)
    {
        var members = new Dictionary<string, List<(UnionCaseDraft Case, Schema Schema)>>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach ((UnionCaseDraft @case, Schema schema) in objects)
        {
            foreach (KeyValuePair<string, Schema> member in ShapeOf(schema)?.Properties ?? [])
            {
                if (!members.TryGetValue(member.Key, out List<(UnionCaseDraft, Schema)>? list))
                {
                    members.Add(member.Key, list = []);
                    names.Add(member.Key);
                }

                list.Add((@case, ResolveAliases(member.Value)));
            }
        }

        bool isDecided = false;
        var composites = new List<string>();
        foreach (string name in names)
        {
            if (path.Length == 0 && name == draft.Discriminator && draft.Cases.TrueForAll(@case => @case.DiscriminatorValues.Count > 0))
            {
                continue; // the shape decides only where the member is absent
            }

            List<(UnionCaseDraft Case, Schema Schema)> owners = members[name];
            bool byValue = !isDecided && DifferInValues(owners);
            bool byFormat = DifferInFormats(owners);
            if (!byValue && !byFormat && !DifferInTokens(owners))
            {
                if (owners.Count > 1 && owners.TrueForAll(owner => ShapeOf(owner.Schema) is not null))
                {
                    composites.Add(name);
                }

                continue;
            }

            isDecided |= byValue && owners.Count == draft.Cases.Count && owners.TrueForAll(owner => Scalars.TagsOf(owner.Schema) is not null);
            foreach ((UnionCaseDraft @case, Schema schema) in owners)
            {
                List<string>? values = byValue ? Scalars.TagsOf(schema) : null;
                JsonTokens tokens = TokensOf(schema);
                string? format = byFormat ? CheckedFormat(schema) : null;
                if (tokens != AnyToken || values is not null)
                {
                    @case.Rules.Add(new ShapeRuleModel(new EquatableArray<string>(Append(path, name)), tokens, values?.ToEquatableArray() ?? default, format));
                }
            }
        }

        // Alternatives can also differ only within a member that all of them have.
        for (int i = 0; i < composites.Count && !isDecided && draft.Discriminator is null && path.Length < MaxRuleDepth; i++)
        {
            isDecided = AddRules(draft, members[composites[i]], Append(path, composites[i]));
        }

        return isDecided;
    }

    /// <summary>The reader looks no deeper into a value to select an alternative.</summary>
    private const int MaxRuleDepth = 3;

    private static string[] Append(string[] path, string name)
    {
        string[] longer = new string[path.Length + 1];
        path.CopyTo(longer, 0);
        longer[path.Length] = name;
        return longer;
    }

    private const JsonTokens AnyToken = JsonTokens.Object | JsonTokens.Array | JsonTokens.String | JsonTokens.Number | JsonTokens.Boolean;

    /// <summary>Whether at least two alternatives name the values of the member, and no two of them name the same.</summary>
    private static bool DifferInValues(List<(UnionCaseDraft Case, Schema Schema)> owners)
    {
        var all = new List<List<string>>();
        foreach ((_, Schema schema) in owners)
        {
            if (Scalars.TagsOf(schema) is { } values)
            {
                if (!all.TrueForAll(other => Scalars.AreDisjoint(other, values)))
                {
                    return false;
                }

                all.Add(values);
            }
        }

        return all.Count > 1;
    }

    private static bool DifferInTokens(List<(UnionCaseDraft Case, Schema Schema)> owners)
    {
        JsonTokens common = AnyToken;
        foreach ((_, Schema schema) in owners)
        {
            common &= TokensOf(schema);
        }

        return common == JsonTokens.None;
    }

    private static bool DifferInFormats(List<(UnionCaseDraft Case, Schema Schema)> owners)
    {
        string? first = null;
        foreach ((_, Schema schema) in owners)
        {
            if (CheckedFormat(schema) is { } format)
            {
                if (first is not null && first != format)
                {
                    return true;
                }

                first = format;
            }
        }

        return false;
    }

    /// <summary>The formats whose texts the runtime tells apart.</summary>
    private static string? CheckedFormat(Schema schema) =>
        schema.TypesExceptNull == SchemaTypes.String && schema.Format is "ipv4" or "ipv6" or "uuid" or "date" or "date-time" ? schema.Format : null;

    /// <summary>The tokens that can start a value of the schema; all of them if it does not say.</summary>
    private static JsonTokens TokensOf(Schema schema) => TokensOf(schema, depth: 0);

    private static JsonTokens TokensOf(Schema schema, int depth)
    {
        if (schema.HasReference || depth > MaxRuleDepth)
        {
            return AnyToken;
        }

        if (schema.HasChoices && schema.Types == SchemaTypes.None && !schema.HasProperties && schema.AllOf.Length == 0)
        {
            JsonTokens any = JsonTokens.None;
            foreach (Schema choice in schema.Choices)
            {
                any |= choice.IsNull ? JsonTokens.None : TokensOf(ResolveAliases(choice), depth + 1);
            }

            return any;
        }

        SchemaTypes types = schema.TypesExceptNull;
        if (types == SchemaTypes.None)
        {
            if (schema.Constant is { } constant && Scalars.ValuesOf(schema) is { Count: 1 })
            {
                return constant.Kind switch
                {
                    LiteralKind.String => JsonTokens.String,
                    LiteralKind.Boolean => JsonTokens.Boolean,
                    _ => JsonTokens.Number,
                };
            }

            return schema.HasProperties ? JsonTokens.Object : schema.IsIntegerOrString ? JsonTokens.Number | JsonTokens.String : AnyToken;
        }

        if (NumberOrText.TypeOf(schema) != SchemaTypes.None || (types == SchemaTypes.String && schema.IsIntegerOrString))
        {
            return JsonTokens.Number | JsonTokens.String;
        }

        JsonTokens tokens = JsonTokens.None;
        tokens |= (types & SchemaTypes.Object) != 0 ? JsonTokens.Object : JsonTokens.None;
        tokens |= (types & SchemaTypes.Array) != 0 ? JsonTokens.Array : JsonTokens.None;
        tokens |= (types & (SchemaTypes.String | SchemaTypes.File)) != 0 ? JsonTokens.String : JsonTokens.None;
        tokens |= (types & (SchemaTypes.Integer | SchemaTypes.Number)) != 0 ? JsonTokens.Number : JsonTokens.None;
        tokens |= (types & SchemaTypes.Boolean) != 0 ? JsonTokens.Boolean : JsonTokens.None;
        return tokens;
    }
}
