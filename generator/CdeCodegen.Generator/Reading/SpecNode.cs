namespace CdeCodegen.Generator.Reading;

/// <summary>The six kinds of JSON value; YAML is read into the same.</summary>
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
/// A value of a document, with its place in the text. Immutable.
/// </summary>
/// <remarks>
/// Fields rather than properties, and one field for both kinds of children: a document has up to a million of these, and in a cold
/// compiler every accessor is a method more to be compiled before the first line of a client can be written.
/// </remarks>
internal sealed class SpecNode
{
    private static readonly SpecNode[] s_noItems = [];
    private static readonly SpecMember[] s_noMembers = [];

    public readonly SpecKind Kind;

    /// <summary>Offset of the first character of the value, quotes and brackets included.</summary>
    public readonly int Start;

    /// <summary>Offset behind the last character of the value.</summary>
    public readonly int End;

    /// <summary>Of a scalar: the string's value, the number as written, <c>true</c> or <c>false</c>. Empty for all else.</summary>
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

    /// <param name="members">With distinct names.</param>
    public SpecNode(SpecMember[] members, int start, int end)
    {
        Kind = SpecKind.Object;
        Text = "";
        Start = start;
        End = end;
        _children = members.Length > MemberTable.Threshold ? new MemberTable(members) : members;
    }

    /// <summary>An object whose table of names is there already.</summary>
    public SpecNode(MemberTable members, int start, int end)
    {
        Kind = SpecKind.Object;
        Text = "";
        Start = start;
        End = end;
        _children = members;
    }

    /// <summary>The items of an array; empty for all else.</summary>
    public SpecNode[] Items => _children as SpecNode[] ?? s_noItems;

    /// <summary>The members of an object, in the document's order and with distinct names; empty for all else.</summary>
    public SpecMember[] Members => _children switch
    {
        SpecMember[] members => members,
        MemberTable table => table.Members,
        _ => s_noMembers,
    };

    /// <summary>How many items or members there are.</summary>
    public int Count => Kind == SpecKind.Array ? Items.Length : Members.Length;

    /// <summary>The value of a member, or null where there is none of that name, or where this is not an object.</summary>
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

/// <summary>A name and its value.</summary>
internal readonly struct SpecMember(string name, int nameStart, int nameEnd, SpecNode value)
{
    public readonly string Name = name;
    public readonly SpecNode Value = value;

    /// <summary>Offset of the first character of the name, its quote included.</summary>
    public readonly int NameStart = nameStart;

    /// <summary>Offset behind the last character of the name.</summary>
    public readonly int NameEnd = nameEnd;
}
