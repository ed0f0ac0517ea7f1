namespace CdeCodegen.Generator.Reading;

/// <summary>The kinds of JSON values. YAML is read into the same kinds.</summary>
internal enum SpecKind : byte
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

/// <summary>
/// An immutable value of a document, with its position in the text.
/// </summary>
/// <remarks>
/// Offsets count over all files of a document (<see cref="SpecFiles"/>), so a node needs no reference to its file.
/// <para>
/// Has fields rather than properties, and one field for both kinds of children: a document has up to a million nodes, and in a cold compiler every accessor
/// is one more method for the JIT.
/// </para>
/// </remarks>
internal sealed class SpecNode
{
    private static readonly SpecNode[] s_noItems = [];
    private static readonly SpecMember[] s_noMembers = [];

    public readonly SpecKind Kind;

    /// <summary>The offset of the first character of the value, including quotes and brackets. Only <see cref="SpecFile"/> changes it, when it opens.</summary>
    public int Start;

    /// <summary>The offset after the last character of the value.</summary>
    public int End;

    /// <summary>The value of a string, a number as written, <c>true</c> or <c>false</c>; empty for other kinds.</summary>
    public readonly string Text;

    // SpecNode[] for arrays, SpecMember[] or MemberTable for objects, null for scalars.
    private readonly object? _children;

    public SpecNode(SpecKind kind, string text, int start, int end)
    {
        Kind = kind;
        Text = text;
        Start = start;
        End = end;
    }

    public SpecNode(SpecNode[] items, int start, int end)
    {
        Kind = SpecKind.Array;
        Text = "";
        Start = start;
        End = end;
        _children = items;
    }

    /// <param name="members">The members, with unique names.</param>
    public SpecNode(SpecMember[] members, int start, int end)
    {
        Kind = SpecKind.Object;
        Text = "";
        Start = start;
        End = end;
        _children = members.Length > MemberTable.Threshold ? new MemberTable(members) : members;
    }

    /// <summary>Creates an object from an existing member table.</summary>
    public SpecNode(MemberTable members, int start, int end)
    {
        Kind = SpecKind.Object;
        Text = "";
        Start = start;
        End = end;
        _children = members;
    }

    /// <summary>The items of an array; empty for other kinds.</summary>
    public SpecNode[] Items => _children as SpecNode[] ?? s_noItems;

    /// <summary>The members of an object in document order, with unique names; empty for other kinds.</summary>
    public SpecMember[] Members => _children switch
    {
        SpecMember[] members => members,
        MemberTable table => table.Members,
        _ => s_noMembers,
    };

    /// <summary>The number of items or members.</summary>
    public int Count => Kind == SpecKind.Array ? Items.Length : Members.Length;

    /// <summary>The value of a member, or null if there is no such member or the node is not an object.</summary>
    public SpecNode? this[string name]
    {
        get
        {
            if (_children is SpecMember[] members)
            {
                for (int i = 0; i < members.Length; i++)
                {
                    if (members[i].Name == name)
                    {
                        return members[i].Value;
                    }
                }

                return null;
            }

            return _children is MemberTable table ? table.Find(name) : null;
        }
    }
}

/// <summary>A member of an object.</summary>
internal readonly struct SpecMember(string name, int nameStart, int nameEnd, SpecNode value)
{
    public readonly string Name = name;
    public readonly SpecNode Value = value;

    /// <summary>The offset of the first character of the name, including a quote.</summary>
    public readonly int NameStart = nameStart;

    /// <summary>The offset after the last character of the name.</summary>
    public readonly int NameEnd = nameEnd;
}
