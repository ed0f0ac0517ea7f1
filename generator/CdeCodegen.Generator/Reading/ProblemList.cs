namespace CdeCodegen.Generator.Reading;

/// <summary>Collects problems up to a limit.</summary>
internal sealed class ProblemList
{
    private const int Most = 100;

    private readonly List<SpecProblem> _items = [];

    public IReadOnlyList<SpecProblem> Items => _items;

    /// <summary>Whether reading stopped before the end of the document.</summary>
    public bool HasSyntaxError { get; private set; }

    public int Count => _items.Count;

    public void Add(SpecProblemKind kind, int start, int end, string message)
    {
        // At most one syntax error occurs. It is never omitted, because it is the most important problem.
        bool isSyntaxError = kind == SpecProblemKind.SyntaxError;
        HasSyntaxError |= isSyntaxError;
        if (_items.Count < Most || isSyntaxError)
        {
            _items.Add(new SpecProblem(kind, start, end, message));
        }
    }
}
