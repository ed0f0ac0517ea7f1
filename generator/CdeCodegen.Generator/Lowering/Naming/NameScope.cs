namespace CdeCodegen.Generator.Lowering.Naming;

/// <summary>
/// The names in a scope, unique ignoring case. Names that differ only in case are legal in C#, but not as files on every system, and they confuse readers.
/// </summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The next number to try for each name. Without it, the cost of many equal names is quadratic.</summary>
    private Dictionary<string, int>? _next;

    public NameScope(params string[] reserved) => Reserve(reserved);

    /// <summary>Keeps names from being taken. A name that is taken already stays so.</summary>
    public void Reserve(string[] names)
    {
        foreach (string name in names)
        {
            _taken.Add(name);
        }
    }

    public bool Contains(string name) => _taken.Contains(name);

    /// <summary>Reserves a name, or the first free one of <c>name2</c>, <c>name3</c>, and so on.</summary>
    public string Take(string name)
    {
        name = Identifiers.Bound(name);
        if (_taken.Add(name))
        {
            return name;
        }

        _next ??= new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        int number = _next.TryGetValue(name, out int next) ? next : 2;
        string candidate;
        do
        {
            candidate = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            number++;
        }
        while (!_taken.Add(candidate));

        _next[name] = number;
        return candidate;
    }

    /// <summary>Reserves the first name if it is free, otherwise the second, numbered if necessary.</summary>
    public string Take(string first, string second) => _taken.Add(Identifiers.Bound(first)) ? Identifiers.Bound(first) : Take(second);
}
