namespace CdeCodegen.Generator.Reading;

/// <summary>A file that the generator was given: the document, or a further file that its references may reach. Read when it is first needed.</summary>
/// <param name="path">The path. Used to find the file, to tell JSON from YAML, and for diagnostics. The generator opens no file.</param>
/// <param name="read">Returns the text; null if the file cannot be read.</param>
internal sealed class SpecFile(string path, Func<string?> read)
{
    public SpecFile(string path, string? text)
        : this(path, () => text)
    {
    }

    private string? _text;

    public string Path { get; } = path;

    /// <summary>The text; empty until the file is open.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The offset of the first character among all files of the document.</summary>
    public int Start { get; private set; }

    /// <summary>The root, with offsets among all files of the document. Null until the file is open, and for a text without a value.</summary>
    public SpecNode? Root { get; private set; }

    /// <summary>Whether the text contains a word. Does not open the file.</summary>
    public bool Mentions(string word)
    {
        _text ??= read();
        return _text?.IndexOf(word, StringComparison.Ordinal) >= 0;
    }

    /// <summary>Reads and parses the text.</summary>
    /// <param name="start">The offset of the file among all files of the document.</param>
    /// <param name="cancellation">Checked periodically.</param>
    /// <returns>The tree, whose problems have offsets within this file; null if the file cannot be read.</returns>
    public SpecTree? Open(int start, CancellationToken cancellation)
    {
        if ((_text ?? read()) is not { } text || text.Length > int.MaxValue - 1 - start)
        {
            return null;
        }

        SpecTree tree = SpecReader.Read(Path, text, cancellation);
        Text = text;
        _text = text;
        Start = start;
        Root = tree.Root;
        if (Root is not null && start > 0)
        {
            Move(Root, start);
        }

        return tree;
    }

    /// <summary>Adds to the offsets of all nodes. Aliases of YAML share nodes, which are visited once.</summary>
    private static void Move(SpecNode root, int by)
    {
        var seen = new HashSet<SpecNode>();
        var open = new Stack<SpecNode>();
        open.Push(root);
        while (open.Count > 0)
        {
            SpecNode node = open.Pop();
            if (!seen.Add(node))
            {
                continue;
            }

            node.Start += by;
            node.End += by;
            SpecMember[] members = node.Members;
            for (int i = 0; i < members.Length; i++)
            {
                SpecMember member = members[i];
                members[i] = new SpecMember(member.Name, member.NameStart + by, member.NameEnd + by, member.Value);
                open.Push(member.Value);
            }

            foreach (SpecNode item in node.Items)
            {
                open.Push(item);
            }
        }
    }
}
