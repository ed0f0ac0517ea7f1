
namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>
/// The nodes of a document, with references resolved. It uses only the text reader of the generator, so that the expected requests and responses
/// are independent of the generator's interpretation of the document.
/// </summary>
internal sealed class RawDocument
{
    private static readonly string[] s_verbs = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    private readonly SpecNode _root;

    public RawDocument(SpecNode root)
    {
        _root = root;
        IsSwagger = root["swagger"] is not null;
        Operations = FindOperations();
    }

    public bool IsSwagger { get; }

    public IReadOnlyList<RawOperation> Operations { get; }

    /// <summary>The media types of responses for operations without their own, in Swagger 2.</summary>
    public SpecNode? Produces => _root["produces"];

    /// <summary>Follows a chain of references to its end. The result is the node itself if it is no reference, and null for other files.</summary>
    public SpecNode? Resolve(SpecNode? node)
    {
        for (int i = 0; i < 20 && Reference(node) is { } reference; i++)
        {
            node = Find(reference);
        }

        return Reference(node) is null ? node : null;
    }

    /// <summary>The node that one reference points to, or null.</summary>
    public SpecNode? Find(string reference)
    {
        string[] parts = reference.Split('#', 2);
        string fragment = parts.Length > 1 ? parts[1] : "";
        SpecNode? node = parts[0].Length == 0 || IsSelf(parts[0]) ? _root : All(_root).FirstOrDefault(schema => schema["$id"]?.Text == parts[0]);
        if (fragment.Length > 0 && fragment[0] != '/')
        {
            return All(_root).FirstOrDefault(schema => (schema["$anchor"] ?? schema["$dynamicAnchor"])?.Text == fragment);
        }

        foreach (string part in fragment.Split('/').Skip(1))
        {
            string name = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node is { Kind: SpecKind.Array } && int.TryParse(name, out int index)
                ? node.Items.ElementAtOrDefault(index)
                : node?[name];
        }

        return node;
    }

    private bool IsSelf(string url) => _root["$self"] is { } self && (url == self.Text || self.Text.EndsWith("/" + url, StringComparison.Ordinal));

    private static IEnumerable<SpecNode> All(SpecNode node) =>
        node.Members.Select(member => member.Value).Concat(node.Items).SelectMany(All).Prepend(node);

    public static string? Reference(SpecNode? node) => (node?["$ref"] ?? node?["$dynamicRef"]) is { Kind: SpecKind.String } reference ? reference.Text : null;

    private List<RawOperation> FindOperations()
    {
        var operations = new List<RawOperation>();
        foreach (SpecMember path in _root["paths"]?.Members ?? [])
        {
            SpecNode? item = Resolve(path.Value);
            IEnumerable<SpecMember> own = Reference(path.Value) is null ? [] : path.Value.Members;
            foreach (SpecMember member in (item?.Members ?? []).Concat(own))
            {
                if (s_verbs.Contains(member.Name) && member.Value.Kind == SpecKind.Object)
                {
                    operations.Add(new RawOperation(this, member.Name.ToUpperInvariant(), path.Name, item!, Resolve(member.Value) ?? member.Value));
                }
            }

            foreach (SpecMember member in item?["additionalOperations"]?.Members ?? [])
            {
                operations.Add(new RawOperation(this, member.Name, path.Name, item!, member.Value));
            }
        }

        return operations;
    }
}
