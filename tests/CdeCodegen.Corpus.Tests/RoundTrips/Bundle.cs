
namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>
/// Makes one tree of a document in several files, so that the round trips need not know files: the roots of the further files are members of
/// <c>x-files</c>, and references to them are pointers into it. Independent of the generator's resolver.
/// </summary>
internal static class Bundle
{
    public static SpecNode Of(CorpusDocument document)
    {
        SpecNode root = Read(document.Path);
        if (document.Files.Length == 0)
        {
            return root;
        }

        HashSet<string> files = [.. document.Files.Select(Path.GetFullPath)];
        var others = new SpecNode([.. files.Select(file => Member(file, Rewrite(Read(file), file, document.Path, files)))], 0, 0);
        return new SpecNode([.. Rewrite(root, document.Path, document.Path, files).Members, Member("x-files", others)], root.Start, root.End);
    }

    private static SpecNode Read(string path) => SpecReader.Read(path, File.ReadAllText(path), CancellationToken.None).Root!;

    private static SpecMember Member(string name, SpecNode value) => new(name, 0, 0, value);

    private static SpecNode Rewrite(SpecNode node, string file, string main, HashSet<string> files) => node.Kind switch
    {
        SpecKind.Array => new SpecNode([.. node.Items.Select(item => Rewrite(item, file, main, files))], node.Start, node.End),
        SpecKind.Object => new SpecNode(
            [.. node.Members.Select(member => member.Name == "$ref" && member.Value.Kind == SpecKind.String
                ? Member("$ref", new SpecNode(SpecKind.String, Target(member.Value.Text, file, main, files), 0, 0))
                : Member(member.Name, Rewrite(member.Value, file, main, files)))],
            node.Start,
            node.End),
        _ => node,
    };

    private static string Target(string reference, string file, string main, HashSet<string> files)
    {
        string[] parts = reference.Split('#', 2);
        string path = parts[0].Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(parts[0])));
        string fragment = parts.Length > 1 ? parts[1] : "";
        string escaped = path.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal).Replace("%", "%25", StringComparison.Ordinal);
        return path == main ? "#" + fragment : files.Contains(path) ? $"#/x-files/{escaped}{fragment}" : reference;
    }
}
