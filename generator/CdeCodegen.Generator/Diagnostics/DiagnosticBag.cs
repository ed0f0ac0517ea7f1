using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Generator.Diagnostics;

/// <summary>Collects what there is to say about a document. Not for several threads.</summary>
internal sealed class DiagnosticBag
{
    private readonly string _path;
    private readonly LineIndex _lines;
    private readonly int _length;
    private readonly List<DiagnosticInfo> _items;

    public DiagnosticBag(string path, string text)
        : this(path, text, [])
    {
    }

    private DiagnosticBag(string path, string text, List<DiagnosticInfo> items)
    {
        _path = path;
        _lines = new LineIndex(text);
        _length = text.Length;
        _items = items;
    }

    /// <summary>The document's tree, once it is read: with it diagnostics carry JSON pointers.</summary>
    public SpecNode? Root { get; set; }

    public int Count => _items.Count;

    public bool HasErrors
    {
        get
        {
            foreach (DiagnosticInfo item in _items)
            {
                if (item.Descriptor.DefaultSeverity == DiagnosticSeverity.Error)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A bag for another document (a file that this one refers to) which collects into the same list.</summary>
    public DiagnosticBag ForDocument(string path, string text, SpecNode? root) => new(path, text, _items) { Root = root };

    /// <summary>Reports at a value.</summary>
    public void Report(DiagnosticDescriptor descriptor, SpecNode node, params string[] arguments) =>
        Add(descriptor, node.Start, FirstLineEnd(node), Root is null ? "" : SpecPointer.Of(Root, node), arguments);

    /// <summary>Reports at a member's name: for what is wrong with the name, or with a large value as a whole.</summary>
    public void Report(DiagnosticDescriptor descriptor, in SpecMember member, params string[] arguments) =>
        Report(descriptor, member.NameStart, member.NameEnd, arguments);

    /// <summary>Reports at a stretch of the text.</summary>
    public void Report(DiagnosticDescriptor descriptor, int start, int end, params string[] arguments) =>
        Add(descriptor, start, end, Root is null ? "" : SpecPointer.Of(Root, start), arguments);

    /// <summary>Reports on the document as a whole.</summary>
    public void Report(DiagnosticDescriptor descriptor, params string[] arguments) =>
        Add(descriptor, 0, 0, "", arguments);

    /// <summary>Takes over the root of a document that was read, and reports what was wrong with its text.</summary>
    public void Report(SpecTree tree)
    {
        Root = tree.Root;
        for (int i = 0; i < tree.Problems.Count; i++)
        {
            SpecProblem problem = tree.Problems[i];
            DiagnosticDescriptor descriptor = problem.Kind switch
            {
                SpecProblemKind.SyntaxError => Descriptors.SyntaxError,
                SpecProblemKind.DuplicateKey => Descriptors.DuplicateKey,
                _ => Descriptors.SyntaxIrregular,
            };
            Report(descriptor, problem.Start, problem.End, problem.Message);
        }
    }

    public EquatableArray<DiagnosticInfo> ToEquatableArray() => _items.ToEquatableArray();

    // A container is pointed at by its first character: an editor would underline a thousand lines otherwise.
    private static int FirstLineEnd(SpecNode node) =>
        node.Kind is SpecKind.Array or SpecKind.Object ? Math.Min(node.Start + 1, node.End) : node.End;

    private void Add(DiagnosticDescriptor descriptor, int start, int end, string pointer, string[] arguments)
    {
        start = Math.Min(Math.Max(start, 0), _length);
        end = Math.Min(Math.Max(end, start), _length);

        // The root is said by the absence of a pointer: a place behind all that could be read has no other.
        pointer = pointer == "#" ? "" : pointer;
        _items.Add(new DiagnosticInfo(descriptor, _path, start, end, _lines[start, end], pointer, new EquatableArray<string>(arguments)));
    }
}
