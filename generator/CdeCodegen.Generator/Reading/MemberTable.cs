namespace CdeCodegen.Generator.Reading;

/// <summary>The members of a large object (all paths, all schemas), found by name without a search.</summary>
internal sealed class MemberTable
{
    /// <summary>Up to this many members, comparing them one by one is faster than a hash of the name.</summary>
    public const int Threshold = 12;

    public readonly SpecMember[] Members;

    private readonly Dictionary<string, int> _positions;

    public MemberTable(SpecMember[] members)
    {
        Members = members;
        _positions = new Dictionary<string, int>(members.Length, StringComparer.Ordinal);
        for (int i = 0; i < members.Length; i++)
        {
            _positions[members[i].Name] = i;
        }
    }

    public MemberTable(SpecMember[] members, Dictionary<string, int> positions)
    {
        Members = members;
        _positions = positions;
    }

    public SpecNode? Find(string name) => _positions.TryGetValue(name, out int position) ? Members[position].Value : null;
}
