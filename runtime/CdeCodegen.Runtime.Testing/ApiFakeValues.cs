using System.Collections;

namespace CdeCodegen.Runtime.Testing;

/// <summary>The values of a query parameter or header of a call. It converts to <see cref="string"/>: the values, separated by commas.</summary>
public sealed class ApiFakeValues : IReadOnlyList<string>
{
    private readonly List<string> _values = [];

    internal ApiFakeValues()
    {
    }

    /// <summary>The number of values.</summary>
    public int Count => _values.Count;

    /// <summary>A value.</summary>
    public string this[int index] => _values[index];

    /// <summary>The values, separated by commas; null for no values object.</summary>
    public static implicit operator string?(ApiFakeValues? values) => values?.ToString();

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => _values.GetEnumerator();

    /// <summary>The values, separated by commas.</summary>
    public override string ToString() => string.Join(",", _values);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(string value) => _values.Add(value);
}
