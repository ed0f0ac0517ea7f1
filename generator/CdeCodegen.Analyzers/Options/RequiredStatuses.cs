using CdeCodegen.Analyzers.Semantics;

namespace CdeCodegen.Analyzers.Options;

/// <summary>The value of <c>cde_required_statuses</c>: the documented statuses that a caller must handle.</summary>
internal sealed class RequiredStatuses
{
    public static RequiredStatuses Default { get; } = Parse("403,404", out _)!;

    private readonly List<int> _codes = [];
    private readonly List<int> _classes = [];
    private bool _everything;
    private bool _unlisted;

    /// <summary>Returns null and the first invalid entry when the text is not a list of statuses.</summary>
    public static RequiredStatuses? Parse(string text, out string? wrong)
    {
        var parsed = new RequiredStatuses();
        foreach (string? entry in text.Split(','))
        {
            wrong = entry.Trim();
            if (parsed.Add(wrong.ToLowerInvariant()))
            {
                continue;
            }
            // A superfluous comma has no entry to show, so show the whole text.
            if (wrong.Length == 0)
            {
                wrong = text.Trim();
            }

            return null;
        }

        wrong = null;
        return parsed;
    }

    /// <summary>The cases of <paramref name="result"/> that are required. A range or <c>default</c> case is required only if the option names it.</summary>
    public ulong Of(ResultType result)
    {
        ulong mask = 0;
        for (int i = 0; i < result.Cases.Count; i++)
        {
            if (Requires(result.Cases[i]))
            {
                mask |= 1UL << i;
            }
        }

        return mask;
    }

    private bool Requires(ResultCase documented) => documented.Kind switch
    {
        _ when _everything => !documented.IsSuccess,
        CaseKind.Exact => _codes.Contains(documented.Low) || _classes.Contains(documented.Low / 100),
        CaseKind.Range => _classes.Contains(documented.Low / 100),
        _ => _unlisted,
    };

    private bool Add(string entry)
    {
        if (entry == "all")
        {
            return _everything = true;
        }

        if (entry == "default")
        {
            return _unlisted = true;
        }

        if (entry.Length != 3 || entry[0] is < '1' or > '5')
        {
            return false;
        }

        if (entry[1] == 'x' && entry[2] == 'x')
        {
            _classes.Add(entry[0] - '0');
            return true;
        }

        if (entry[1] is < '0' or > '9' || entry[2] is < '0' or > '9')
        {
            return false;
        }

        _codes.Add((entry[0] - '0') * 100 + (entry[1] - '0') * 10 + (entry[2] - '0'));
        return true;
    }
}
