using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// Describes what a member of an alternative, or the first item of a list or a map, is like if it is present and not null, for <see cref="JsonShape"/>. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonRule
{
    private readonly JsonTokens _tokens;
    private readonly string[] _values;
    private readonly string? _format;

    /// <summary>Creates a rule.</summary>
    /// <param name="name">The JSON name of the member; empty for the first item.</param>
    /// <param name="tokens">The tokens that can start its value.</param>
    /// <param name="values">The strings, numbers and booleans that it can be, as text; empty for any value.</param>
    /// <param name="format">The format of its text: <c>ipv4</c>, <c>ipv6</c>, <c>uuid</c>, <c>date</c> or <c>date-time</c>; null for any text.</param>
    public JsonRule(string name, JsonTokens tokens, string[] values, string? format = null)
    {
        Name = name;
        _tokens = tokens;
        _values = values;
        _format = format;
    }

    /// <summary>Creates a rule about a member of a member.</summary>
    /// <param name="path">The JSON names of the members, the outermost first.</param>
    /// <param name="tokens">The tokens that can start its value.</param>
    /// <param name="values">The strings, numbers and booleans that it can be, as text; empty for any value.</param>
    /// <param name="format">The format of its text, as in the constructor; null for any text.</param>
    public static JsonRule Within(string[] path, JsonTokens tokens, string[] values, string? format)
    {
        string[] holders = new string[path.Length - 1];
        for (int i = 0; i < holders.Length; i++)
        {
            holders[i] = string.Join(Inner, path[..(i + 1)]);
        }

        return new JsonRule(string.Join(Inner, path), tokens, values, format) { Holders = holders };
    }

    /// <summary>Separates the names of a path. JSON names can contain it, but no document names its members in this way.</summary>
    internal const char Inner = '\0';

    /// <summary>The name of the member, or its path.</summary>
    internal string Name { get; }

    /// <summary>The paths of the members that the member is within, the outermost first.</summary>
    internal string[] Holders { get; private init; } = [];

    /// <summary>Returns whether the alternative can have this value.</summary>
    /// <param name="token">The token that starts the value; none for null.</param>
    /// <param name="text">A string, number or boolean as text; null for other values.</param>
    internal bool Allows(JsonTokens token, string? text)
    {
        if (token == JsonTokens.None)
        {
            return true;
        }

        return (_tokens & token) != 0
            && (_values.Length == 0 || (text is not null && Array.IndexOf(_values, text) >= 0))
            && (_format is null || token != JsonTokens.String || HasFormat(text ?? ""));
    }

    private bool HasFormat(string text) => _format switch
    {
        "ipv4" => IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetwork && text.Split('.').Length == 4,
        "ipv6" => IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6,
        "uuid" => Guid.TryParseExact(text, "D", out _) || Guid.TryParseExact(text, "N", out _),
        "date" => text.Length <= 10 && DateTimeText.TryParse(Encoding.UTF8.GetBytes(text), out DateOnly _),
        "date-time" => text.Length > 10 && DateTimeText.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset _),
        _ => true,
    };
}
