namespace CdeCodegen.Generator.Lowering.Naming;

/// <summary>
/// The names of one scope, unique without regard to case: two that differ in case only would be legal C#, but not as files, and not for a reader.
/// </summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

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

        for (int i = 2; ; i++)
        {
            string candidate = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (_taken.Add(candidate))
            {
                return candidate;
            }
        }
    }

    /// <summary>Takes the first that is free; else the last, numbered.</summary>
    public string Take(string first, string second) => _taken.Add(first) ? first : Take(second);
}
