using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>The tree of request builders, with one node per path segment. Templates that differ only in parameter names share nodes.</summary>
internal sealed class PathTree
{
    /// <summary>Longer than the paths of real documents.</summary>
    private const int MaxStem = 400;

    private readonly Node _root;
    private readonly List<Node> _nodes = [];
    private readonly NameScope _names = new();

    /// <param name="className">The client's class name.</param>
    /// <param name="hasSecurity">Whether the client class contains the class <c>Security</c>.</param>
    public PathTree(string className, bool hasSecurity)
    {
        _root = new Node(className, "/", []);
        _root.Members.Take(className);
        if (hasSecurity)
        {
            _root.Members.Take("Security");
        }
    }

    public void Add(OperationDraft operation, OperationFinishing finishing)
    {
        Node node = _root;
        var path = new List<PathPartModel>();
        var literal = new System.Text.StringBuilder();
        for (int i = 0; i < operation.Segments.Count; i++)
        {
            List<TemplatePart> segment = operation.Segments[i];
            literal.Append('/');
            if (segment.Count == 0)
            {
                continue; // a trailing slash is part of the URL, but not a builder
            }

            node = Child(node, operation, segment);
            int value = node.Values.Count - segment.FindAll(part => part.IsValue).Count;
            foreach (TemplatePart part in segment)
            {
                if (!part.IsValue)
                {
                    literal.Append(PathTemplates.Encode(part.Text));
                    continue;
                }

                Flush(path, literal);
                PathValueDraft draft = operation.PathValues[part.Text];
                bool isNamed = draft.Style is ParameterStyle.Matrix or ParameterStyle.MatrixExploded;
                ParameterStyle style = part.IsReserved && draft.Style == ParameterStyle.Simple ? ParameterStyle.Reserved : draft.Style;
                path.Add(new PathPartModel(true, node.Values[value++].Name, style, isNamed ? Uri.EscapeDataString(draft.WireName) : ""));
            }
        }

        if (operation.Segments.Count == 0)
        {
            literal.Append('/');
        }

        literal.Append(operation.SentQuery.Length == 0 ? "" : "?" + PathTemplates.Encode(operation.SentQuery));
        Flush(path, literal);
        string suffix = operation.Query + operation.Fragment;
        if (suffix.Length > 0)
        {
            node = Named(node, suffix, Identifiers.Pascal(PathTemplates.WithoutNames(suffix)), suffix);
        }

        node.Operations.AddRange(finishing.Finish(operation, path, node.Values, node.Members));
    }

    public EquatableArray<ChildModel> RootChildren => Children(_root);

    public EquatableArray<OperationModel> RootOperations => _root.Operations.ToEquatableArray();

    /// <summary>All nodes below the root, sorted by name.</summary>
    public EquatableArray<BuilderModel> Builders
    {
        get
        {
            _nodes.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
            var builders = new List<BuilderModel>(_nodes.Count);
            foreach (Node node in _nodes)
            {
                builders.Add(new BuilderModel(
                    node.Name, node.Path, DocText.None, Values(node.Values), Children(node), node.Operations.ToEquatableArray()));
            }

            return builders.ToEquatableArray();
        }
    }

    private Node Child(Node parent, OperationDraft operation, List<TemplatePart> segment)
    {
        List<PathValue> added = [];
        var key = new System.Text.StringBuilder();
        var name = new System.Text.StringBuilder();
        var shown = new System.Text.StringBuilder();
        foreach (TemplatePart part in segment)
        {
            if (!part.IsValue)
            {
                key.Append(part.Text);

                // The parenthesis that closes Users({id}) adds nothing to the name.
                name.Append(segment.Count > 1 && Identifiers.IsNameless(part.Text) ? "" : Identifiers.Pascal(part.Text));
                shown.Append(part.Text);
                continue;
            }

            PathValueDraft draft = operation.PathValues[part.Text];
            name.Append(added.Count == 0 ? "With" : "").Append(Identifiers.Pascal(draft.WireName));
            added.Add(new PathValue(Identifiers.Camel(draft.WireName), draft));
            key.Append("{").Append(draft.Type.Key).Append("}");
            shown.Append('{').Append(draft.WireName).Append('}');
        }

        if (added.Count == 0)
        {
            return Named(parent, key.ToString(), name.ToString(), shown.ToString());
        }

        if (parent.Children.TryGetValue(key.ToString(), out (ChildModelDraft Draft, Node Node) known))
        {
            return known.Node;
        }

        bool isIndexer = segment.Count == 1;
        var values = new List<PathValue>(parent.Values);
        foreach (PathValue value in added)
        {
            values.Add(value with { Name = Unique(values, value.Name) });
        }

        added = values.GetRange(parent.Values.Count, added.Count);
        string stem = parent.Stem + (isIndexer ? "Item" : name.ToString());
        Node node = Make(stem, parent.Path + (parent.Path.EndsWith("/", StringComparison.Ordinal) ? "" : "/") + shown, values);
        string member = isIndexer ? "" : parent.Members.Take(name.ToString());
        parent.Children.Add(key.ToString(), (new ChildModelDraft(isIndexer ? ChildKind.Indexer : ChildKind.Method, member, node, added), node));
        return node;
    }

    private Node Named(Node parent, string key, string name, string shown)
    {
        if (!parent.Children.TryGetValue(key, out (ChildModelDraft Draft, Node Node) known))
        {
            string separator = shown[0] is '#' or '?' || parent.Path.EndsWith("/", StringComparison.Ordinal) ? "" : "/";
            Node node = Make(parent.Stem + name, parent.Path + separator + shown, parent.Values);
            known = (new ChildModelDraft(ChildKind.Property, parent.Members.Take(name), node, []), node);
            parent.Children.Add(key, known);
        }

        return known.Node;
    }

    private Node Make(string stem, string path, List<PathValue> values)
    {
        stem = Shorten(stem);
        path = Shorten(path);
        var node = new Node(_names.Take(stem + "RequestBuilder"), path, values) { Stem = stem };
        node.Members.Take(node.Name);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Bounds the prefix that nested builders repeat. Otherwise the size of the output is quadratic in the number of segments.</summary>
    private static string Shorten(string text) => text.Length <= MaxStem ? text : text.Substring(0, MaxStem);

    private static string Unique(List<PathValue> values, string name)
    {
        string candidate = name;
        for (int i = 2; values.Exists(v => v.Name == candidate); i++)
        {
            candidate = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return candidate;
    }

    private static void Flush(List<PathPartModel> path, System.Text.StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            path.Add(new PathPartModel(false, literal.ToString()));
            literal.Clear();
        }
    }

    private static EquatableArray<ChildModel> Children(Node node)
    {
        var children = new List<ChildModel>(node.Children.Count);
        foreach ((ChildModelDraft draft, Node child) in node.Children.Values)
        {
            DocText doc = draft.Values.Count == 1 ? draft.Values[0].Draft.Doc : DocText.None;
            children.Add(new ChildModel(draft.Kind, draft.Name, child.Name, Values(draft.Values), doc) { Path = child.Path });
        }

        return children.ToEquatableArray();
    }

    private static EquatableArray<PathValueModel> Values(List<PathValue> values)
    {
        var models = new List<PathValueModel>(values.Count);
        foreach (PathValue value in values)
        {
            models.Add(new PathValueModel(value.Name, value.Draft.WireName, value.Draft.Type.Final, value.Draft.Doc));
        }

        return models.ToEquatableArray();
    }

    private sealed record ChildModelDraft(ChildKind Kind, string Name, Node Node, List<PathValue> Values);

    private sealed class Node(string name, string path, List<PathValue> values)
    {
        public string Name { get; } = name;

        public string Path { get; } = path;

        /// <summary>The name without its suffix. The names of children start with it.</summary>
        public string Stem { get; set; } = "";

        public List<PathValue> Values { get; } = values;

        public Dictionary<string, (ChildModelDraft Draft, Node Node)> Children { get; } = new(StringComparer.Ordinal);

        public List<OperationModel> Operations { get; } = [];

        public NameScope Members { get; } = MemberNames.OfObject("Item");
    }
}

/// <param name="Name">The C# name of the argument, unique among the path values of its builder.</param>
internal sealed record PathValue(string Name, PathValueDraft Draft);
