using System.Text;

namespace CdeCodegen.Generator.Reading;

/// <summary>JSON pointers (RFC 6901) from positions, worked out only when somebody asks: nodes do not know their parents.</summary>
internal static class SpecPointer
{
    /// <summary>The pointer of the deepest value at an offset, as a URI fragment: <c>#/paths/~1pets/get</c>. On a member's name, that of the member's value.</summary>
    public static string Of(SpecNode root, int offset) => Walk(root, offset, target: null);

    /// <summary>The pointer of a node. Not that of its offset: a YAML object starts where the name of its first member does.</summary>
    public static string Of(SpecNode root, SpecNode target) => Walk(root, target.Start, target);

    private static string Walk(SpecNode root, int offset, SpecNode? target)
    {
        var pointer = new StringBuilder("#");
        SpecNode? node = root;

        // An aliased value is reached from several places. The anchor precedes its aliases, so the first child that holds the
        // offset is the one that was written there.
        while (node is not null && !ReferenceEquals(node, target))
        {
            node = Step(node, offset, pointer);
        }

        return pointer.ToString();
    }

    private static SpecNode? Step(SpecNode node, int offset, StringBuilder pointer)
    {
        if (node.Kind == SpecKind.Array)
        {
            SpecNode[] items = node.Items;
            for (int i = 0; i < items.Length; i++)
            {
                if (Holds(items[i].Start, items[i].End, offset))
                {
                    pointer.Append('/').Append(i);
                    return items[i];
                }
            }
        }
        else if (node.Kind == SpecKind.Object)
        {
            foreach (SpecMember member in node.Members)
            {
                bool onName = Holds(member.NameStart, member.NameEnd, offset);
                if (onName || Holds(member.Value.Start, member.Value.End, offset))
                {
                    pointer.Append('/').Append(Escape(member.Name));
                    return onName ? null : member.Value;
                }
            }
        }

        return null;
    }

    private static bool Holds(int start, int end, int offset) => offset >= start && (offset < end || (offset == start && start == end));

    /// <summary>One step of a pointer, escaped.</summary>
    public static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");
}
