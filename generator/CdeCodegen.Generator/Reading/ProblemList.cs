namespace CdeCodegen.Generator.Reading;

/// <summary>Collects problems, up to a number that a person would still read.</summary>
internal sealed class ProblemList
{
    private const int Most = 100;

    private readonly List<SpecProblem> _items = [];

    public IReadOnlyList<SpecProblem> Items => _items;

    /// <summary>Whether reading came to an end before the document did.</summary>
    public bool HasSyntaxError { get; private set; }

    public int Count => _items.Count;

    public void Add(SpecProblemKind kind, int start, int end, string message)
    {
        // There is one syntax error at most, and it is what matters: it is never among those that are left out.
        bool isSyntaxError = kind == SpecProblemKind.SyntaxError;
        HasSyntaxError |= isSyntaxError;
        if (_items.Count < Most || isSyntaxError)
        {
            _items.Add(new SpecProblem(kind, start, end, message));
        }
    }
}
