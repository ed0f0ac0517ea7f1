using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>
/// Values that are not objects and that several schemas describe together: the parts of an <c>allOf</c>, or a reference and the keywords beside it.
/// </content>
internal sealed partial class Schema
{
    /// <summary>A deeper chain of such schemas is an attack. The recursion must not exhaust the stack.</summary>
    private const int MaxMergeDepth = 16;

    private static readonly string[] s_merged = ["type", "format", "items", "contentEncoding", "enum", "const"];

    private Schema? _merged;
    private bool _isMergeKnown;

    /// <summary>
    /// The one schema of <c>allOf: [{ type: string }, { format: uuid }]</c>, which has the keywords of all parts; a list of values that narrows another one
    /// replaces it. Null where the parts do not add up: for objects and choices, and where only one part says something.
    /// </summary>
    public Schema? Merged => MergedAt(depth: 0);

    /// <summary>What an annotation says: the schema's own, or that of a part of its <c>allOf</c> that has nothing but annotations.</summary>
    private SpecNode? Annotation(string name)
    {
        if (Node[name] is { } own)
        {
            return own;
        }

        foreach (Schema part in AllOf)
        {
            if (part.IsAny && part.Node[name] is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private Schema? MergedAt(int depth)
    {
        if (!_isMergeKnown && depth < MaxMergeDepth)
        {
            _isMergeKnown = true;
            _merged = Merge(depth);
        }

        return _merged;
    }

    private Schema? Merge(int depth)
    {
        bool isReference = HasReference;
        if (isReference ? !set.HasSiblings || !SaysMore(Node) : AllOf.Length == 0)
        {
            return null;
        }

        if (IsObjectOrChoice(this))
        {
            return null;
        }

        var parts = new List<Schema>();
        foreach (Schema part in isReference ? Target is { } target ? [target] : [] : AllOf)
        {
            Schema resolved = Described(part, depth);
            if (resolved.Node.Kind != SpecKind.Object || resolved.AllOf.Length > 0 || resolved.HasReference || IsObjectOrChoice(resolved))
            {
                return null;
            }

            parts.Add(resolved);
        }

        Schema? main = parts.Find(part => part.HasEnum || part.HasConst) ?? parts.Find(part => part.TypesExceptNull != SchemaTypes.None);
        if (main is null)
        {
            return null;
        }

        var members = new List<SpecMember>(main.Node.Members);
        bool isChanged = false;
        foreach (Schema part in parts)
        {
            isChanged |= !ReferenceEquals(part, main) && AddKeywords(members, part.Node);
        }

        isChanged |= AddKeywords(members, Node);
        if (!isChanged)
        {
            return ReferenceEquals(main, parts[0]) ? null : main;
        }

        Schema merged = set.Get(new SpecNode(members.ToArray(), Node.Start, Node.End));
        merged.ComponentName = ComponentName;
        return merged;
    }

    /// <summary>The schema behind references and parts that stand alone.</summary>
    private static Schema Described(Schema part, int depth)
    {
        for (int i = 0; i < MaxMergeDepth; i++)
        {
            if (part.MergedAt(depth + 1) is { } merged)
            {
                return merged;
            }

            if (part.Target is { } target)
            {
                part = target;
            }
            else if (part.AllOf.Length == 1 && !IsObjectOrChoice(part))
            {
                part = part.AllOf[0];
            }
            else
            {
                break;
            }
        }

        return part;
    }

    private static bool IsObjectOrChoice(Schema schema) =>
        schema.HasProperties || schema.OneOf.Length + schema.AnyOf.Length > 0 || (schema.Types & SchemaTypes.Object) != 0
        || schema.Additional != AdditionalKind.Unspecified || schema.IsPolymorphic;

    private static bool SaysMore(SpecNode node) => Array.Exists(s_merged, keyword => node[keyword] is not null);

    /// <summary>Adds what a part says and the others do not. Returns whether there was anything.</summary>
    private static bool AddKeywords(List<SpecMember> members, SpecNode part)
    {
        bool isAdded = false;
        foreach (SpecMember member in part.Members)
        {
            if (Array.IndexOf(s_merged, member.Name) < 0)
            {
                continue;
            }

            if (member.Name is "enum" or "const")
            {
                if (!Narrows(member, members))
                {
                    continue;
                }

                // Names are those of the longer list, and the default can be a value that is left out.
                SpecNode values = member.Value;
                members.RemoveAll(known => known.Name == "enum" || known.Name.StartsWith("x-enum", StringComparison.Ordinal)
                    || (known.Name == "default" && !Lists(values, known.Value)));
            }
            else if (members.Exists(known => known.Name == member.Name))
            {
                continue;
            }

            members.Add(member);
            isAdded = true;
        }

        return isAdded;
    }

    private static bool Lists(SpecNode values, SpecNode value) =>
        values.Kind == SpecKind.Array ? Array.Exists(values.Items, item => item.Text == value.Text) : values.Text == value.Text;

    /// <summary>Whether a list of values is shorter than the known one, or the first one.</summary>
    private static bool Narrows(in SpecMember values, List<SpecMember> members)
    {
        foreach (SpecMember known in members)
        {
            if (known.Name == "const" || (known.Name == "enum" && values.Name == "enum" && values.Value.Count >= known.Value.Count))
            {
                return false;
            }
        }

        return values.Name == "const" || values.Value is { Kind: SpecKind.Array, Count: > 0 };
    }
}
