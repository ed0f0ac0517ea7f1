namespace CdeCodegen.Generator.Reading;

// What aliases and merge keys stand for, and how much of it.
internal sealed partial class YamlReader
{
    /// <summary>How many values all aliases of a document may stand for.</summary>
    private const int MaxAliased = 1_000_000;

    private int _aliased;

    /// <summary>Merge keys: members that are not there yet, after the object's own; of several objects the earlier one counts.</summary>
    private void Merge(List<SpecNode> merged, int first, int start)
    {
        HashSet<string> names = _builder.NamesSince(first);
        foreach (SpecNode value in merged)
        {
            // An alias that could not be followed is null, and was reported.
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
        /// <summary>Null as long as it is being read.</summary>
        public SpecNode? Node;

        /// <summary>How many values it stands for, itself included.</summary>
        public int Values;

        /// <summary>How many levels are below it.</summary>
        public int Height;
    }
}
