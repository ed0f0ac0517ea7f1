namespace CdeCodegen.Generator.Reading;

// Aliases and merge keys, and the bound on what they expand to.
internal sealed partial class YamlReader
{
    /// <summary>The maximum number of values that the aliases of a document expand to.</summary>
    private const int MaxAliased = 1_000_000;

    private int _aliased;

    /// <summary>Adds the members of merge keys that the object does not have. Earlier objects take precedence.</summary>
    private void Merge(List<SpecNode> merged, int first, int start)
    {
        HashSet<string> names = _builder.NamesSince(first);
        foreach (SpecNode value in merged)
        {
            // An alias that could not be resolved is null and was reported.
            bool good = value.Kind is SpecKind.Object or SpecKind.Array or SpecKind.Null;
            Merge(value, names, start);
            foreach (SpecNode item in value.Items)
            {
                good &= item.Kind is SpecKind.Object or SpecKind.Null;
                Merge(item, names, start);
            }

            if (!good)
            {
                _problems.Add(SpecProblemKind.Irregular, start, start + 1, "'<<' merges an object or a list of objects; what else is there is ignored");
            }
        }
    }

    private void Merge(SpecNode value, HashSet<string> names, int start)
    {
        if (!TryCount(value.Members.Length))
        {
            _problems.Add(SpecProblemKind.BadAlias, start, start + 1, "merge keys make the document too large; this one is ignored");
            return;
        }

        foreach (SpecMember member in value.Members)
        {
            if (names.Add(member.Name))
            {
                _builder.Add(member);
            }
        }
    }

    private SpecNode BadAlias(int start, string message)
    {
        _problems.Add(SpecProblemKind.BadAlias, start, _end, message);
        return new SpecNode(SpecKind.Null, "", start, _end);
    }

    private bool TryCount(int values)
    {
        if (values > MaxAliased - _aliased)
        {
            return false;
        }

        _aliased += values;
        _values += values;
        return true;
    }

    private sealed class Anchored
    {
        /// <summary>The node; null while it is being read.</summary>
        public SpecNode? Node;

        /// <summary>The number of values in it, including itself.</summary>
        public int Values;

        /// <summary>The number of levels below it.</summary>
        public int Height;
    }
}
