using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>The names that schemas declare: <c>$id</c>, <c>$anchor</c>, <c>$dynamicAnchor</c>, and the document's <c>$self</c>.</summary>
/// <remarks>A file is searched when a reference first needs a name in it. The first declaration of a name wins.</remarks>
/// <param name="files">The files of the document.</param>
/// <param name="tryOpen">Opens a further file. An absolute URL can be the <c>$id</c> of a schema in a file that nothing else refers to.</param>
/// <param name="diagnostics">Takes names that are declared twice.</param>
/// <param name="cancellation">Checked for each node.</param>
internal sealed class SchemaIdentifiers(SpecFiles files, Func<SpecFile, bool> tryOpen, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    private readonly Dictionary<SpecFile, Names> _names = [];
    private bool _isAllOpen;

    /// <summary>The innermost schema with an <c>$id</c> that contains a reference, or null.</summary>
    public SpecNode? ResourceOf(SpecFile file, SpecNode reference) => Innermost(In(file), reference)?.Node;

    /// <summary>Finds an anchor: one in the resource first, then any of the file.</summary>
    public SpecNode? Anchor(SpecFile file, SpecNode resource, string name)
    {
        SpecNode? any = null;
        foreach (KeyValuePair<string, SpecNode> anchor in In(file).Anchors)
        {
            if (anchor.Key == name)
            {
                any ??= anchor.Value;
                if (resource.Start <= anchor.Value.Start && anchor.Value.Start < resource.End)
                {
                    return anchor.Value;
                }
            }
        }

        return any;
    }

    /// <summary>Finds the schema or document that a URL names, in the open files first.</summary>
    public SpecNode? Find(string url, SpecFile from, SpecNode reference)
    {
        if (FindOpen(url, from, reference) is { } found)
        {
            return found;
        }

        if (_isAllOpen || files.Others.Count == 0)
        {
            return null;
        }

        _isAllOpen = true;
        foreach (SpecFile file in files.Others)
        {
            if (file.Mentions("$id") || file.Mentions("$self"))
            {
                tryOpen(file);
            }
        }

        return FindOpen(url, from, reference);
    }

    private SpecNode? FindOpen(string url, SpecFile from, SpecNode reference)
    {
        Names names = In(from);
        string? absolute = Absolute((Innermost(names, reference)?.Url) ?? names.Self, url)?.AbsoluteUri;
        for (int i = 0; i < files.Opened.Count; i++)
        {
            Dictionary<string, SpecNode> known = In(files.Opened[i]).ByUrl;
            if (known.TryGetValue(url, out SpecNode? found) || (absolute is not null && known.TryGetValue(absolute, out found)))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Resources are in the order of their offsets, so the innermost one is the last that starts before the node, or a parent of it.</summary>
    private static Resource? Innermost(Names names, SpecNode node)
    {
        int low = 0;
        int high = names.Resources.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (names.Resources[middle].Node.Start <= node.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        Resource? resource = low == 0 ? null : names.Resources[low - 1];
        while (resource is not null && resource.Node.End <= node.Start)
        {
            resource = resource.Parent;
        }

        return resource;
    }

    private static Uri? Absolute(Uri? start, string url) =>
        start is null
            ? Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) ? absolute : null
            : Uri.TryCreate(start, url, out Uri? relative) ? relative : null;

    private Names In(SpecFile file)
    {
        if (!_names.TryGetValue(file, out Names? names))
        {
            names = new Names();
            _names.Add(file, names);
            if (file.Root is { } root)
            {
                if (root["$self"] is { Kind: SpecKind.String } self)
                {
                    names.Self = Absolute(null, self.Text);
                    names.ByUrl[self.Text] = root;
                    names.ByUrl[names.Self?.AbsoluteUri ?? self.Text] = root;
                }

                Collect(names, root);
            }
        }

        return names;
    }

    /// <remarks>A node that YAML aliases repeat is visited once.</remarks>
    private void Collect(Names names, SpecNode root)
    {
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

            if (node["$id"] is { Kind: SpecKind.String } id)
            {
                AddResource(names, id, node);
            }

            AddAnchor(names, node["$anchor"], node);
            AddAnchor(names, node["$dynamicAnchor"], node);

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
    }

    private void AddAnchor(Names names, SpecNode? name, SpecNode node)
    {
        if (name is { Kind: SpecKind.String })
        {
            (SpecNode?, string) key = (Innermost(names, node)?.Node, name.Text);
            if (!names.Declared.TryGetValue(key, out SpecNode? first))
            {
                names.Declared.Add(key, node);
            }
            else if (!ReferenceEquals(first, node))
            {
                diagnostics.Report(Descriptors.Degraded, name, $"The anchor '{name.Text}', which another schema has,", "references lead to the first one");
            }

            names.Anchors.Add(new KeyValuePair<string, SpecNode>(name.Text, node));
        }
    }

    private void AddResource(Names names, SpecNode name, SpecNode node)
    {
        string id = name.Text;

        // Before 2019-09 a fragment in $id declared an anchor.
        if (id.StartsWith("#", StringComparison.Ordinal))
        {
            names.Anchors.Add(new KeyValuePair<string, SpecNode>(id.Substring(1), node));
            return;
        }

        Resource? parent = Innermost(names, node);
        id = id.TrimEnd('#');
        Uri? url = Absolute(parent?.Url ?? names.Self, id);
        names.Resources.Add(new Resource(node, url, parent));
        if (names.ByUrl.ContainsKey(url?.AbsoluteUri ?? id))
        {
            diagnostics.Report(Descriptors.Degraded, name, $"The $id '{id}', which another schema has,", "references lead to the first one");
        }

        AddUrl(names, id, node);
        AddUrl(names, url?.AbsoluteUri ?? id, node);
    }

    private static void AddUrl(Names names, string url, SpecNode node)
    {
        if (!names.ByUrl.ContainsKey(url))
        {
            names.ByUrl.Add(url, node);
        }
    }

    /// <summary>A schema with an <c>$id</c>.</summary>
    private sealed class Resource(SpecNode node, Uri? url, Resource? parent)
    {
        public SpecNode Node => node;

        /// <summary>The URL that references in the schema are relative to; null if only their texts can be compared.</summary>
        public Uri? Url => url;

        public Resource? Parent => parent;
    }

    /// <summary>What one file declares.</summary>
    private sealed class Names
    {
        public List<KeyValuePair<string, SpecNode>> Anchors { get; } = [];

        public List<Resource> Resources { get; } = [];

        public Dictionary<string, SpecNode> ByUrl { get; } = new(StringComparer.Ordinal);

        /// <summary>The first schema with each anchor, by the resource that contains it.</summary>
        public Dictionary<(SpecNode? Resource, string Name), SpecNode> Declared { get; } = [];

        /// <summary>The URL of the file: its <c>$self</c>.</summary>
        public Uri? Self { get; set; }
    }
}
