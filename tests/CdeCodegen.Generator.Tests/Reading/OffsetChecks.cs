using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Tests.Reading;

/// <summary>Checks that hold for the offsets of every tree, read from JSON or YAML.</summary>
internal static class OffsetChecks
{
    public static void AssertPlausible(SpecTree tree, string text)
    {
        var pending = new Stack<SpecNode>();
        var seen = new HashSet<SpecNode>();
        pending.Push(tree.Root!);
        bool complete = tree.Problems.All(problem => problem.Kind is not (SpecProblemKind.SyntaxError or SpecProblemKind.TooDeep));
        while (pending.TryPop(out SpecNode? node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            Check(node.Start >= 0 && node.Start <= node.End && node.End <= text.Length, node, "bounds", text);
            AssertWritten(node.Text, node.Kind, node.Start, node.End, text, complete, node);
            foreach (SpecNode item in node.Items)
            {
                pending.Push(item);
            }

            foreach (SpecMember member in node.Members)
            {
                AssertWritten(member.Name, SpecKind.String, member.NameStart, member.NameEnd, text, complete, node);
                pending.Push(member.Value);
            }
        }
    }

    private static void AssertWritten(string value, SpecKind kind, int start, int end, string text, bool complete, SpecNode node)
    {
        string written = text[start..end];
        if (written.Length == 0)
        {
            Check(value.Length == 0, node, "empty place of '" + value + "'", text);
        }
        else if (kind is SpecKind.Array or SpecKind.Object)
        {
            bool flow = written[0] is '[' or '{';
            Check(!complete || !flow || written[^1] is ']' or '}', node, "brackets", text);
            Check(!char.IsWhiteSpace(written[0]), node, "starts with space", text);
        }
        else if (written[0] is '"' or '\'')
        {
            Check(written[0] == written[^1] && written.Length >= 2, node, "quotes around " + written, text);
        }
        else if (kind == SpecKind.String && !written.Contains('\n') && written[0] is not ('*' or '|' or '>' or '!' or '&'))
        {
            Check(written == value, node, "'" + written + "' is '" + value + "'", text);
        }
    }

    private static void Check(bool condition, SpecNode node, string what, string text)
    {
        if (!condition)
        {
            string position = node.Start <= text.Length ? DocumentFiles.Position(text, node.Start) : "outside";
            Assert.Fail($"{what}: {node.Kind} '{node.Text}' at {node.Start}..{node.End} ({position})");
        }
    }
}
