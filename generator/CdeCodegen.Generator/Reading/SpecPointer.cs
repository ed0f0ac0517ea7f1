using System.Text;

namespace CdeCodegen.Generator.Reading;

/// <summary>Computes JSON pointers (RFC 6901) from positions. Nodes do not store their parents, because only diagnostics need pointers.</summary>
internal static class SpecPointer
{
    /// <summary>
    /// The pointer of the deepest value at an offset, as a URI fragment: <c>#/paths/~1pets/get</c>. For the name of a member, the pointer of its value.
    /// </summary>
    public static string Of(SpecNode root, int offset) => Walk(root, offset, target: null);

    /// <summary>The pointer of a node. Differs from the pointer of its offset, because a YAML object starts at the name of its first member.</summary>
    public static string Of(SpecNode root, SpecNode target) => Walk(root, target.Start, target);

    private static string Walk(SpecNode root, int offset, SpecNode? target)
    {
        var pointer = new StringBuilder("#");
        SpecNode? node = root;

        // An aliased value has several parents. The anchor precedes its aliases, so the first child that contains the offset is the original.
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

    /// <summary>Escapes a step of a pointer.</summary>
    public static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");
}
