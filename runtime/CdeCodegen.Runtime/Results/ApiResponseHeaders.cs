using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace CdeCodegen.Runtime;

/// <summary>The headers of a response. Names are case-insensitive, and a name can have several values.</summary>
/// <remarks>Safe for concurrent use. Headers of an HTTP response are read from the response message without parsing or copying.</remarks>
public sealed partial class ApiResponseHeaders : IReadOnlyCollection<KeyValuePair<string, IReadOnlyList<string>>>
{
    private readonly HttpResponseMessage? _response;
    private readonly Dictionary<string, IReadOnlyList<string>>? _own;

    /// <summary>Creates headers, for tests. Pairs with the same name become one header with several values.</summary>
    public ApiResponseHeaders(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        _own = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in headers)
        {
            _own[name] = _own.TryGetValue(name, out IReadOnlyList<string>? values) ? [.. values, value] : [value];
        }
    }

    /// <summary>The headers stay readable after the response is disposed.</summary>
    internal ApiResponseHeaders(HttpResponseMessage response) => _response = response;

    /// <summary>An empty collection of headers.</summary>
    public static ApiResponseHeaders Empty { get; } = new([]);

    /// <summary>The number of distinct header names.</summary>
    public int Count => _own?.Count ?? (_response!.Headers.NonValidated.Count + _response.Content.Headers.NonValidated.Count);

    /// <summary>The values of a header, or an empty list if there is no such header.</summary>
    public IReadOnlyList<string> this[string name] => TryGetValues(name, out IReadOnlyList<string>? values) ? values : [];

    /// <summary>Returns whether there is a header of this name.</summary>
    public bool Contains(string name) => TryGetValues(name, out _);

    /// <summary>Gets the values of a header.</summary>
    /// <returns>Whether there is a header of this name.</returns>
    public bool TryGetValues(string name, [NotNullWhen(true)] out IReadOnlyList<string>? values)
    {
        ArgumentNullException.ThrowIfNull(name);
        values = null;
        if (_own is not null)
        {
            return _own.TryGetValue(name, out values);
        }

        if (!TryFind(name, out HeaderStringValues found))
        {
            return false;
        }

        values = [.. found];
        return true;
    }

    /// <summary>Returns the value of a header, or null if there is none. Several values are joined with a comma and a space.</summary>
    public string? GetValue(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_own is not null)
        {
            return _own.TryGetValue(name, out IReadOnlyList<string>? values) ? string.Join(", ", values) : null;
        }

        return TryFind(name, out HeaderStringValues found) ? found.ToString() : null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator()
    {
        if (_own is not null)
        {
            foreach (KeyValuePair<string, IReadOnlyList<string>> header in _own)
            {
                yield return header;
            }

            yield break;
        }

        foreach (KeyValuePair<string, HeaderStringValues> header in _response!.Headers.NonValidated)
        {
            yield return new(header.Key, [.. header.Value]);
        }

        foreach (KeyValuePair<string, HeaderStringValues> header in _response.Content.Headers.NonValidated)
        {
            yield return new(header.Key, [.. header.Value]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Copies the headers for Kiota's exceptions, which hold a dictionary.</summary>
    internal Dictionary<string, IEnumerable<string>> ToDictionary()
    {
        var copy = new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, IReadOnlyList<string> values) in this)
        {
            copy[name] = values;
        }

        return copy;
    }

    private bool TryFind(string name, out HeaderStringValues values)
    {
        values = default;
        return name.Length > 0
            && (_response!.Headers.NonValidated.TryGetValues(name, out values) || _response.Content.Headers.NonValidated.TryGetValues(name, out values));
    }
}
