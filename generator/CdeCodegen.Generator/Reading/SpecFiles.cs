namespace CdeCodegen.Generator.Reading;

/// <summary>
/// The files of a document: the document itself, and the further files that its references may reach. Not thread-safe.
/// </summary>
/// <remarks>
/// The texts of open files lie one behind the other on one axis of offsets, the document first. An offset therefore identifies a file, and the nodes
/// of a document in one file are those of its text.
/// </remarks>
internal sealed class SpecFiles
{
    private readonly List<SpecFile> _open = [];
    private readonly IReadOnlyList<SpecFile> _others;

    /// <summary>The given files by normalized path. Created for the first reference to a file.</summary>
    private Dictionary<string, SpecFile>? _byPath;

    /// <summary>The same, ignoring case: a document that was written where file names ignore case must build everywhere.</summary>
    private Dictionary<string, SpecFile>? _byPathIgnoringCase;

    /// <param name="main">The document.</param>
    /// <param name="others">The further files.</param>
    public SpecFiles(SpecFile main, IReadOnlyList<SpecFile> others)
    {
        Main = main;
        _others = others;
        _open.Add(main);
    }

    /// <param name="path">The path of a document without further files.</param>
    /// <param name="text">Its text.</param>
    public SpecFiles(string path, string text)
        : this(new SpecFile(path, text), [])
    {
    }

    /// <summary>The document.</summary>
    public SpecFile Main { get; }

    /// <summary>The open files. More can be added during an enumeration by index.</summary>
    public IReadOnlyList<SpecFile> Opened => _open;

    /// <summary>The further files, open or not.</summary>
    public IReadOnlyList<SpecFile> Others => _others;

    public bool IsOpen(SpecFile file) => _open.Contains(file);

    /// <summary>The file that contains an offset.</summary>
    public SpecFile At(int offset)
    {
        int low = 0;
        int high = _open.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_open[middle].Start <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _open[low];
    }

    /// <summary>Returns the given file with a path, or null.</summary>
    /// <param name="path">A path from <see cref="SpecPath.Combine"/>.</param>
    public SpecFile? Find(string path)
    {
        if (_byPath is null)
        {
            _byPath = new Dictionary<string, SpecFile>(_others.Count + 1, StringComparer.Ordinal);
            _byPathIgnoringCase = new Dictionary<string, SpecFile>(_others.Count + 1, StringComparer.OrdinalIgnoreCase);
            Add(Main);
            foreach (SpecFile file in _others)
            {
                Add(file);
            }
        }

        return _byPath.TryGetValue(path, out SpecFile? found) || _byPathIgnoringCase!.TryGetValue(path, out found) ? found : null;
    }

    /// <summary>Opens a further file.</summary>
    /// <returns>The tree, whose problems have offsets within the file; null if the file cannot be read.</returns>
    public SpecTree? Open(SpecFile file, CancellationToken cancellation)
    {
        // The offset behind the last character of a file is still in the file: an empty value can be there.
        SpecFile last = _open[_open.Count - 1];
        SpecTree? tree = file.Open(last.Start + last.Text.Length + 1, cancellation);
        if (tree is not null)
        {
            _open.Add(file);
        }

        return tree;
    }

    private void Add(SpecFile file)
    {
        string path = SpecPath.Normalize(file.Path);
        if (!_byPath!.ContainsKey(path))
        {
            _byPath.Add(path, file);
        }

        if (!_byPathIgnoringCase!.ContainsKey(path))
        {
            _byPathIgnoringCase.Add(path, file);
        }
    }
}
