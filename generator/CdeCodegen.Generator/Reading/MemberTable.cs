namespace CdeCodegen.Generator.Reading;

/// <summary>A hash table for the members of a large object, such as all paths or all schemas.</summary>
internal sealed class MemberTable
{
    /// <summary>Up to this number of members, a linear search is faster than hashing.</summary>
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
