namespace CdeCodegen.Generator.Lowering.Naming;

/// <summary>
/// The names of one scope, unique without regard to case: two that differ in case only would be legal C#, but not as files, and not for a reader.
/// </summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The next number to try for a name, so that many equal names cost no more than different ones.</summary>
    private Dictionary<string, int>? _next;

    public NameScope(params string[] reserved)
    {
        foreach (string name in reserved)
        {
            _taken.Add(name);
        }
    }

    public bool Contains(string name) => _taken.Contains(name);

    /// <summary>Takes a name, or the first of <c>name2</c>, <c>name3</c>… that is free.</summary>
    public string Take(string name)
    {
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

    /// <summary>Takes the first that is free; else the last, numbered.</summary>
    public string Take(string first, string second) => _taken.Add(first) ? first : Take(second);
}
