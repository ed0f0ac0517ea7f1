namespace CdeCodegen.Generator.Reading;

/// <summary>
/// Collects the children of nested containers on two stacks, so that each container gets one array of the exact size. Ensures that names are unique.
/// </summary>
internal sealed class NodeBuilder(ProblemList problems)
{
    private SpecMember[] _members = new SpecMember[64];
    private SpecNode[] _items = new SpecNode[64];

    /// <summary>The position on the member stack. Save it when an object opens, and pass it back when the object closes.</summary>
    public int MemberCount { get; private set; }

    /// <summary>The position on the item stack. Save it when an array opens, and pass it back when the array closes.</summary>
    public int ItemCount { get; private set; }

    public void Add(in SpecMember member)
    {
        if (MemberCount == _members.Length)
        {
            Array.Resize(ref _members, MemberCount * 2);
        }

        _members[MemberCount++] = member;
    }

    public void Add(SpecNode item)
    {
        if (ItemCount == _items.Length)
        {
            Array.Resize(ref _items, ItemCount * 2);
        }

        _items[ItemCount++] = item;
    }

    /// <summary>Creates an array of the items since <paramref name="first"/>.</summary>
    public SpecNode CloseArray(int first, int start, int end)
    {
        int count = ItemCount - first;
        var items = new SpecNode[count];
        Array.Copy(_items, first, items, 0, count);
        ItemCount = first;
        return new SpecNode(items, start, end);
    }

    /// <summary>The names so far in the object that opened at <paramref name="first"/>.</summary>
    public HashSet<string> NamesSince(int first)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = first; i < MemberCount; i++)
        {
            names.Add(_members[i].Name);
        }

        return names;
    }

    /// <summary>Creates an object of the members since <paramref name="first"/>. The last of duplicate members wins.</summary>
    public SpecNode CloseObject(int first, int start, int end)
    {
        SpecNode node = MemberCount - first <= MemberTable.Threshold ? CloseSmall(first, start, end) : CloseLarge(first, start, end);
        MemberCount = first;
        return node;
    }

    private SpecNode CloseSmall(int first, int start, int end)
    {
        int count = MemberCount;
        for (int i = first + 1; i < count; i++)
        {
            string name = _members[i].Name;
            for (int j = first; j < i; j++)
            {
                if (_members[j].Name == name)
                {
                    ReportDuplicate(_members[i]);
                    _members[j] = _members[i];
                    Array.Copy(_members, i + 1, _members, i, count - i - 1);
                    count--;
                    i--;
                    break;
                }
            }
        }

        return new SpecNode(Copy(first, count), start, end);
    }

    private SpecNode CloseLarge(int first, int start, int end)
    {
        var positions = new Dictionary<string, int>(MemberCount - first, StringComparer.Ordinal);
        int next = first;
        for (int i = first; i < MemberCount; i++)
        {
            if (positions.TryGetValue(_members[i].Name, out int known))
            {
                ReportDuplicate(_members[i]);
                _members[first + known] = _members[i];
            }
            else
            {
                positions.Add(_members[i].Name, next - first);
                _members[next++] = _members[i];
            }
        }

        return new SpecNode(new MemberTable(Copy(first, next), positions), start, end);
    }

    private SpecMember[] Copy(int first, int end)
    {
        var members = new SpecMember[end - first];
        Array.Copy(_members, first, members, 0, members.Length);
        return members;
    }

    private void ReportDuplicate(in SpecMember member) => problems.Add(
        SpecProblemKind.DuplicateKey, member.NameStart, member.NameEnd,
        "the key '" + Excerpt.Of(member.Name) + "' appears more than once in this object; the last one counts");
}
