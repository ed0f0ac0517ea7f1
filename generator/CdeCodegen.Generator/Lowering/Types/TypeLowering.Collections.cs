using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <content>Choices between lists, and between maps, that a reader cannot tell apart by their first value.</content>
internal sealed partial class TypeLowering
{
    private readonly Dictionary<Schema, int> _valueNumbers = [];
    private readonly Dictionary<string, Schema> _collections = new(StringComparer.Ordinal);

    /// <summary>
    /// Replaces lists of A and lists of B by lists whose items are a choice between A and B, and maps in the same way: no value is lost, and each is read as
    /// what it is. Lists of different JSON kinds stay alternatives.
    /// </summary>
    private List<Schema> JoinCollections(List<Schema> alternatives)
    {
        var joined = new List<Schema>(alternatives.Count);
        var groups = new List<(int At, bool IsList, JsonTokens Tokens, List<Schema> Values)>();
        var seen = new HashSet<Schema>();
        foreach (Schema alternative in alternatives)
        {
            if (ValuesOf(alternative) is not var (values, isList))
            {
                joined.Add(alternative);
                continue;
            }

            JsonTokens tokens = TokensOf(ResolveAliases(values));
            int known = groups.FindIndex(group => group.IsList == isList && (group.Tokens & tokens) != 0);
            bool isNew = seen.Add(ResolveAliases(values));
            if (known < 0)
            {
                groups.Add((joined.Count, isList, tokens, [values]));
                joined.Add(alternative);
            }
            else if (isNew || !groups[known].Values.Exists(other => ReferenceEquals(ResolveAliases(other), ResolveAliases(values))))
            {
                (int at, _, JsonTokens common, List<Schema> all) = groups[known];
                all.Add(values);
                groups[known] = (at, isList, common | tokens, all);
            }
        }

        foreach ((int at, bool isList, _, List<Schema> values) in groups)
        {
            joined[at] = values.Count == 1 ? joined[at] : Collection(values, isList);
        }

        return joined;
    }

    /// <summary>The schema of a list or a map of these values. The same values give the same schema, so that recursive ones end.</summary>
    private Schema Collection(List<Schema> values, bool isList)
    {
        var key = new System.Text.StringBuilder(isList ? "list" : "map");
        foreach (Schema value in values)
        {
            Schema resolved = ResolveAliases(value);
            if (!_valueNumbers.TryGetValue(resolved, out int number))
            {
                number = _valueNumbers.Count;
                _valueNumbers.Add(resolved, number);
            }

            key.Append(',').Append(number);
        }

        string text = key.ToString();
        if (!_collections.TryGetValue(text, out Schema? collection))
        {
            collection = values[0].ToCollectionOf(values, isList);
            _collections.Add(text, collection);
        }

        return collection;
    }

    /// <summary>The values of a list, or of a map without members of its own; null for other schemas, and if any value is possible.</summary>
    private static (Schema Values, bool IsList)? ValuesOf(Schema alternative)
    {
        Schema resolved = ResolveAliases(alternative);
        if (resolved.HasProperties || resolved.AllOf.Length + resolved.OneOf.Length + resolved.AnyOf.Length > 0 || resolved.HasReference)
        {
            return null;
        }

        if (resolved.TypesExceptNull == SchemaTypes.Array)
        {
            return !resolved.IsTuple && ItemsOf(resolved) is { IsAny: false } items ? (items, true) : null;
        }

        return resolved.TypesExceptNull == SchemaTypes.Object && resolved.Additional == AdditionalKind.Typed && resolved.AdditionalSchema is { IsAny: false } values
            ? (values, false)
            : null;
    }

    /// <summary>The tokens that can start the items of a list.</summary>
    private static JsonTokens ItemTokens(Schema list) => ItemsOf(ResolveAliases(list)) is { } items ? TokensOf(ResolveAliases(items)) : AnyToken;

    /// <summary>The tokens that can start the values of a map.</summary>
    private static JsonTokens ValueTokens(Schema map) => ResolveAliases(map).AdditionalSchema is { } value ? TokensOf(ResolveAliases(value)) : AnyToken;

    /// <summary>Whether an alternative is the only list, or the only map, of a choice.</summary>
    private static bool IsOnlyCollection(List<Schema> alternatives, Schema alternative) =>
        ValuesOf(alternative) is var (_, isList) && alternatives.FindAll(other => ValuesOf(other) is var (_, isOther) && isOther == isList).Count == 1;
}
