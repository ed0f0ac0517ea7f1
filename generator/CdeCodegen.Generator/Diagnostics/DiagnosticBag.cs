using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Diagnostics;

/// <summary>Collects the diagnostics of one document. Not thread-safe.</summary>
internal sealed class DiagnosticBag(string path, string text)
{
    private readonly LineIndex _lines = new(text);
    private readonly List<DiagnosticInfo> _items = [];

    /// <summary>The document's tree once it has been read; diagnostics reported after that carry JSON pointers.</summary>
    public SpecNode? Root { get; set; }

    public int Count => _items.Count;

    /// <summary>Reports at a value.</summary>
    public void Report(Descriptor descriptor, SpecNode node, params string[] arguments) =>
        Add(descriptor, node.Start, VisibleEnd(node), Root is null ? "" : SpecPointer.Of(Root, node), arguments);

    /// <summary>Reports at the name of a member: the name itself is wrong, or its value is too large to highlight.</summary>
    public void Report(Descriptor descriptor, in SpecMember member, params string[] arguments) =>
        Report(descriptor, member.NameStart, member.NameEnd, arguments);

    /// <summary>Reports at a span of the text.</summary>
    public void Report(Descriptor descriptor, int start, int end, params string[] arguments) =>
        Add(descriptor, start, end, Root is null ? "" : SpecPointer.Of(Root, start), arguments);

    /// <summary>Reports on the document as a whole.</summary>
    public void Report(Descriptor descriptor, params string[] arguments) =>
        Add(descriptor, 0, 0, "", arguments);

    /// <summary>Sets <see cref="Root"/> and reports the problems that the reader found.</summary>
    public void Report(SpecTree tree)
    {
        Root = tree.Root;
        for (int i = 0; i < tree.Problems.Count; i++)
        {
            SpecProblem problem = tree.Problems[i];
            Descriptor descriptor = problem.Kind switch
            {
                SpecProblemKind.SyntaxError => Descriptors.SyntaxError,
                SpecProblemKind.DuplicateKey => Descriptors.DuplicateKey,
                _ => Descriptors.SyntaxIrregular,
            };
            Report(descriptor, problem.Start, problem.End, problem.Message);
        }
    }

    public EquatableArray<DiagnosticInfo> ToEquatableArray() => _items.ToEquatableArray();

    // An editor would underline a whole object or array, so only its first character is marked.
    private static int VisibleEnd(SpecNode node) =>
        node.Kind is SpecKind.Array or SpecKind.Object ? Math.Min(node.Start + 1, node.End) : node.End;

    private void Add(Descriptor descriptor, int start, int end, string pointer, string[] arguments)
    {
        start = Math.Min(Math.Max(start, 0), text.Length);
        end = Math.Min(Math.Max(end, start), text.Length);

        // The pointer of the root adds nothing to a message. It is also the pointer of positions after the last value.
        pointer = pointer == "#" ? "" : pointer;
        _items.Add(new DiagnosticInfo(descriptor, path, start, end, _lines[start, end], pointer, new EquatableArray<string>(arguments)));
    }
}
