using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Units;

/// <summary>
/// The builders that share a file: a branch of the path tree. A branch with many operations is split where it forks, so that an edit of one operation
/// of a large document prints only a small part of it again.
/// </summary>
internal sealed class OperationGroup(string name)
{
    private const int Largest = 40;
    private const string Suffix = "RequestBuilder";

    public string Name { get; } = name;

    /// <summary>The builders, parents before children.</summary>
    public List<BuilderModel> Builders { get; } = [];

    public static List<OperationGroup> Of(ClientModel model)
    {
        List<Node> nodes = Flatten(model);
        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            if (nodes[i].Parent is { } parent)
            {
                parent.Operations += nodes[i].Operations;
            }
        }

        var groups = new List<OperationGroup>();
        foreach (Node node in nodes)
        {
            if (node.Parent is { Operations: <= Largest } parent)
            {
                node.Group = parent.Group;
            }
            else
            {
                string name = node.Builder.Name;
                node.Group = new OperationGroup(name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name);
                groups.Add(node.Group);
            }

            node.Group!.Builders.Add(node.Builder);
        }

        return groups;
    }

    /// <summary>Lists the tree, parents before children. Iterative, because the number of segments of a path is unbounded.</summary>
    private static List<Node> Flatten(ClientModel model)
    {
        var builders = new Dictionary<string, BuilderModel>(StringComparer.Ordinal);
        foreach (BuilderModel builder in model.Builders)
        {
            builders[builder.Name] = builder;
        }

        var nodes = new List<Node>(model.Builders.Count);
        var work = new Stack<Node>();
        Push(model.Client.Children, null);
        while (work.Count > 0)
        {
            Node node = work.Pop();
            nodes.Add(node);
            Push(node.Builder.Children, node);
        }

        return nodes;

        void Push(EquatableArray<ChildModel> children, Node? parent)
        {
            for (int i = children.Count - 1; i >= 0; i--)
            {
                if (builders.TryGetValue(children[i].Builder, out BuilderModel? builder))
                {
                    builders.Remove(builder.Name); // visits each builder once, even if the model is not a tree
                    work.Push(new Node(builder, parent));
                }
            }
        }
    }

    private sealed class Node(BuilderModel builder, Node? parent)
    {
        public BuilderModel Builder { get; } = builder;

        public Node? Parent { get; } = parent;

        /// <summary>The number of operations of this node and all nodes below it.</summary>
        public int Operations { get; set; } = builder.Operations.Count;

        public OperationGroup? Group { get; set; }
    }
}
