namespace CdeCodegen.Generator.Lowering.Naming;

/// <summary>
/// The names in a scope, unique ignoring case. Names that differ only in case are legal in C#, but not as files on every system, and they confuse readers.
/// </summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that scopes of one kind share. A set of its own for each class would be larger than the names of the class.</summary>
    private readonly HashSet<string>? _shared;

    /// <summary>The next number to try for each name. Without it, the cost of many equal names is quadratic.</summary>
    private Dictionary<string, int>? _next;

    public NameScope(params string[] reserved) => Reserve(reserved);

    /// <param name="shared">Names that are taken. The set ignores case, and nothing changes it.</param>
    public NameScope(HashSet<string> shared) => _shared = shared;

    /// <summary>Keeps names from being taken. A name that is taken already stays so.</summary>
    public void Reserve(string[] names)
    {
        foreach (string name in names)
        {
            _taken.Add(name);
        }
    }

    public bool Contains(string name) => _taken.Contains(name) || _shared?.Contains(name) == true;

    /// <summary>Reserves a name, or the first free one of <c>name2</c>, <c>name3</c>, and so on.</summary>
    public string Take(string name)
    {
        name = Identifiers.Bound(name);
        if (TryAdd(name))
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
        while (!TryAdd(candidate));

        _next[name] = number;
        return candidate;
    }

    /// <summary>Reserves the first name if it is free, otherwise the second, numbered if necessary.</summary>
    public string Take(string first, string second) => TryAdd(Identifiers.Bound(first)) ? Identifiers.Bound(first) : Take(second);

    private bool TryAdd(string name) => _shared?.Contains(name) != true && _taken.Add(name);
}
