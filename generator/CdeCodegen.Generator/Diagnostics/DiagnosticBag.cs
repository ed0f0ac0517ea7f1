using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Diagnostics;

/// <summary>Collects the diagnostics of one document and its files. Not thread-safe.</summary>
internal sealed class DiagnosticBag(SpecFiles files)
{
    /// <summary>The number of characters of a pointer or an argument in a message. Both hold names of the document, which have any length.</summary>
    private const int MaxArgument = 400;

    private readonly Dictionary<SpecFile, LineIndex> _lines = [];
    private readonly List<DiagnosticInfo> _items = [];

    public int Count => _items.Count;

    /// <summary>Reports at a value.</summary>
    public void Report(Descriptor descriptor, SpecNode node, params string[] arguments) =>
        Add(descriptor, files.At(node.Start), node.Start, VisibleEnd(node), node, arguments);

    /// <summary>Reports at the name of a member: the name itself is wrong, or its value is too large to highlight.</summary>
    public void Report(Descriptor descriptor, in SpecMember member, params string[] arguments) =>
        Report(descriptor, member.NameStart, member.NameEnd, arguments);

    /// <summary>Reports at a span of the text.</summary>
    public void Report(Descriptor descriptor, int start, int end, params string[] arguments) =>
        Add(descriptor, files.At(start), start, end, null, arguments);

    /// <summary>Reports on the document as a whole.</summary>
    public void Report(Descriptor descriptor, params string[] arguments) =>
        _items.Add(new DiagnosticInfo(descriptor, files.Main.Path, 0, 0, default, "", new EquatableArray<string>(arguments)));

    /// <summary>Reports the problems that the reader found in a file.</summary>
    public void Report(SpecFile file, SpecTree tree)
    {
        for (int i = 0; i < tree.Problems.Count; i++)
        {
            SpecProblem problem = tree.Problems[i];
            Descriptor descriptor = problem.Kind switch
            {
                SpecProblemKind.SyntaxError => Descriptors.SyntaxError,
                SpecProblemKind.DuplicateKey => Descriptors.DuplicateKey,
                _ => Descriptors.SyntaxIrregular,
            };
            Add(descriptor, file, file.Start + problem.Start, file.Start + problem.End, null, [problem.Message]);
        }
    }

    /// <param name="lowersWarnings">Whether warnings become information, for documents that their consumer cannot change.</param>
    public EquatableArray<DiagnosticInfo> ToEquatableArray(bool lowersWarnings = false)
    {
        for (int i = 0; lowersWarnings && i < _items.Count; i++)
        {
            _items[i] = _items[i].Severity == Severity.Warning ? _items[i] with { Severity = Severity.Info } : _items[i];
        }

        return _items.ToEquatableArray();
    }

    // An editor would underline a whole object or array, so only its first character is marked.
    private static int VisibleEnd(SpecNode node) =>
        node.Kind is SpecKind.Array or SpecKind.Object ? Math.Min(node.Start + 1, node.End) : node.End;

    /// <param name="node">The value at the position; null for the deepest one.</param>
    private void Add(Descriptor descriptor, SpecFile file, int start, int end, SpecNode? node, string[] arguments)
    {
        // The pointer of the root adds nothing to a message. It is also the pointer of positions after the last value.
        string pointer = file.Root is not { } root ? "" : node is null ? SpecPointer.Of(root, start) : SpecPointer.Of(root, node);
        pointer = pointer == "#" ? "" : pointer;
        if (pointer.Length > MaxArgument)
        {
            pointer = pointer.Substring(0, MaxArgument / 2) + "…" + pointer.Substring(pointer.Length - (MaxArgument / 2));
        }

        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Excerpt.Of(arguments[i], MaxArgument);
        }

        start = Math.Min(Math.Max(start - file.Start, 0), file.Text.Length);
        end = Math.Min(Math.Max(end - file.Start, start), file.Text.Length);
        if (!_lines.TryGetValue(file, out LineIndex? lines))
        {
            lines = new LineIndex(file.Text);
            _lines.Add(file, lines);
        }

        _items.Add(new DiagnosticInfo(descriptor, file.Path, start, end, lines[start, end], pointer, new EquatableArray<string>(arguments)));
    }
}
