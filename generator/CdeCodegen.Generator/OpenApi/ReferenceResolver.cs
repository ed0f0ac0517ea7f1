using System.Text;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>
/// Resolves <c>$ref</c> within the document: JSON pointers, <c>$anchor</c>, and the URLs that <c>$self</c> and <c>$id</c> declare. Never opens a file or
/// a connection, because a document is untrusted input.
/// </summary>
internal sealed class ReferenceResolver(SpecNode root, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    /// <summary>A longer chain of references is a cycle or an attack.</summary>
    private const int MaxChain = 64;

    private readonly Dictionary<string, SpecNode?> _targets = new(StringComparer.Ordinal);
    private Identifiers? _identifiers;

    /// <summary>Returns the node, or the end of its chain of references. Null, with a diagnostic, if a reference cannot be resolved.</summary>
    public SpecNode? Follow(SpecNode? node)
    {
        SpecNode? reference = null;
        for (int i = 0; node is not null && i < MaxChain; i++)
        {
            if (node["$ref"] is not { Kind: SpecKind.String } next)
            {
                return node;
            }

            reference = next;
            node = Resolve(next);
        }

        if (node is not null && reference is not null)
        {
            diagnostics.Report(Descriptors.UnresolvedReference, reference, reference.Text, "it leads back to itself");
        }

        return null;
    }

    /// <summary>Returns the target of a <c>$ref</c> value. Null, with one diagnostic per text, if it cannot be resolved.</summary>
    public SpecNode? Resolve(SpecNode reference)
    {
        string text = reference.Text;
        if (_targets.TryGetValue(text, out SpecNode? known))
        {
            return known;
        }

        int hash = text.IndexOf('#');
        string url = hash < 0 ? text : text.Substring(0, hash);
        SpecNode? start = url.Length == 0 ? root : ByUrl(url);
        SpecNode? target = start is null || text.Length == 0 ? null : Walk(start, hash < 0 ? "" : text.Substring(hash + 1));
        _targets.Add(text, target);
        if (target is null)
        {
            diagnostics.Report(
                Descriptors.UnresolvedReference, reference, text, start is null ? "only references within the document are followed" : "nothing is there");
        }

        return target;
    }

    /// <summary>The last segment of a pointer, decoded. For a component, its name.</summary>
    public static string LastSegment(string pointer) => Decode(pointer.Substring(pointer.LastIndexOf('/') + 1));

    /// <summary>Finds a schema by its <c>$id</c> or the document by its <c>$self</c>. Relative URLs are relative to <c>$self</c>.</summary>
    private SpecNode? ByUrl(string url)
    {
        _identifiers ??= Identifiers.Of(root, cancellation);
        if (_identifiers.Schemas.TryGetValue(url, out SpecNode? schema))
        {
            return schema;
        }

        string? self = root["$self"] is { Kind: SpecKind.String } node ? node.Text : null;
        return self is not null
            && (self == url || (Uri.TryCreate(self, UriKind.Absolute, out Uri? known) && Uri.TryCreate(known, url, out Uri? wanted) && wanted.Equals(known)))
            ? root
            : null;
    }

    /// <param name="fragment">A JSON pointer, or the name of an anchor.</param>
    private SpecNode? Walk(SpecNode start, string fragment)
    {
        if (fragment.Length > 0 && fragment[0] != '/')
        {
            return (_identifiers ??= Identifiers.Of(root, cancellation)).Anchors.TryGetValue(fragment, out SpecNode? anchored) ? anchored : null;
        }

        SpecNode? node = start;
        int at = 0;
        while (node is not null && at < fragment.Length)
        {
            int end = fragment.IndexOf('/', at + 1);
            end = end < 0 ? fragment.Length : end;
            string name = Decode(fragment.Substring(at + 1, end - at - 1));
            node = node.Kind == SpecKind.Array
                ? int.TryParse(name, out int index) && index >= 0 && index < node.Count ? node.Items[index] : null
                : node[name];
            at = end;
        }

        return node;
    }

    private static string Decode(string segment)
    {
        if (segment.IndexOf('%') >= 0)
        {
            segment = Uri.UnescapeDataString(segment);
        }

        return segment.IndexOf('~') < 0 ? segment : new StringBuilder(segment).Replace("~1", "/").Replace("~0", "~").ToString();
    }

    /// <summary>The identifiers that schemas declare. Collected when a reference first needs one.</summary>
    private sealed class Identifiers
    {
        public Dictionary<string, SpecNode> Anchors { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, SpecNode> Schemas { get; } = new(StringComparer.Ordinal);

        /// <remarks>The first declaration of a name wins. A node that YAML aliases repeat is visited once.</remarks>
        public static Identifiers Of(SpecNode root, CancellationToken cancellation)
        {
            var identifiers = new Identifiers();
            var seen = new HashSet<SpecNode>();
            var open = new Stack<SpecNode>();
            open.Push(root);
            while (open.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                SpecNode node = open.Pop();
                if (!seen.Add(node))
                {
                    continue;
                }

                Add(identifiers.Anchors, node["$anchor"], node);
                Add(identifiers.Anchors, node["$dynamicAnchor"], node);
                Add(identifiers.Schemas, node["$id"], node);
                SpecMember[] members = node.Members;
                for (int i = members.Length - 1; i >= 0; i--)
                {
                    open.Push(members[i].Value);
                }

                SpecNode[] items = node.Items;
                for (int i = items.Length - 1; i >= 0; i--)
                {
                    open.Push(items[i]);
                }
            }

            return identifiers;
        }

        private static void Add(Dictionary<string, SpecNode> names, SpecNode? name, SpecNode node)
        {
            if (name is { Kind: SpecKind.String } && !names.ContainsKey(name.Text))
            {
                names.Add(name.Text, node);
            }
        }
    }
}
