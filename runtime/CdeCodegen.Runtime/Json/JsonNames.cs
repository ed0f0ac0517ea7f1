using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// The member names of one model, in the document's order: finds a name when reading, holds its encoded form for writing, and knows which
/// members are required. One static instance per model. For generated code.
/// </summary>
/// <remarks>
/// Servers write members in a fixed order, so the name after the last one is tried first: one comparison of bytes. Otherwise a vectorised
/// search over one number per name (its length and first seven bytes) finds it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonNames
{
    private readonly string[] _names;
    private readonly byte[][] _encoded;
    private readonly ulong[] _keys;
    private readonly ulong _required;
    private readonly ulong[]? _requiredMore;

    /// <summary>Names of which none is required.</summary>
    public JsonNames(params string[] names)
        : this(0UL, names)
    {
    }

    /// <summary>Names of a type of up to 64 members.</summary>
    /// <param name="required">Bit i is set when <c>names[i]</c> is required.</param>
    /// <param name="names">As on the wire.</param>
    public JsonNames(ulong required, params string[] names)
    {
        _names = names;
        _required = required;
        _encoded = new byte[names.Length][];
        _keys = new ulong[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            _encoded[i] = JsonText.EncodeName(names[i]);
            _keys[i] = Key(Encoding.UTF8.GetBytes(names[i]));
        }
    }

    /// <summary>Names of a type of more than 64 members.</summary>
    /// <param name="required">Bit <c>i % 64</c> of element <c>i / 64</c> is set when <c>names[i]</c> is required.</param>
    /// <param name="names">As on the wire.</param>
    public JsonNames(ulong[] required, params string[] names)
        : this(required.Length > 0 ? required[0] : 0UL, names)
    {
        if (required.Length > 1)
        {
            _requiredMore = required[1..];
        }
    }

    /// <summary>The encoded form of a name, for the writer.</summary>
    public JsonName this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_encoded[index]);
    }

    /// <summary>Begins to read an object: the reader stands on its <c>{</c>.</summary>
    public JsonMembers Start(ref Utf8JsonReader r)
    {
        if (r.TokenType != JsonTokenType.StartObject)
        {
            JsonFail.Unexpected(r, "an object");
        }

        JsonMembers m = default;
        if (_requiredMore is not null)
        {
            m.SeenMore = new ulong[_requiredMore.Length];
        }

        return m;
    }

    /// <summary>Goes to the value of the next known member, skipping unknown ones.</summary>
    /// <returns>False at the end of the object, after checking that all required members were there.</returns>
    public bool Next(ref Utf8JsonReader r, ref JsonMembers m)
    {
        r.Read();
        int expected = m.Expected;
        byte[][] encoded = _encoded;
        if (r.TokenType == JsonTokenType.PropertyName && (uint)expected < (uint)encoded.Length && IsName(r.ValueSpan, encoded[expected]))
        {
            return Found(ref r, ref m, expected);
        }

        return Search(ref r, ref m, keepOthers: false);
    }

    /// <summary>Goes to the value of the next member, known or not.</summary>
    /// <returns>False at the end of the object, after checking that all required members were there.</returns>
    public bool NextOrOther(ref Utf8JsonReader r, ref JsonMembers m)
    {
        r.Read();
        int expected = m.Expected;
        byte[][] encoded = _encoded;
        if (r.TokenType == JsonTokenType.PropertyName && (uint)expected < (uint)encoded.Length && IsName(r.ValueSpan, encoded[expected]))
        {
            return Found(ref r, ref m, expected);
        }

        return Search(ref r, ref m, keepOthers: true);
    }

    /// <summary>Compares raw bytes: the encoded form is escaped as a sender would, so equality is equality of names whatever they hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsName(ReadOnlySpan<byte> raw, byte[] encoded)
        => raw.Length == encoded.Length - 4 && raw.SequenceEqual(encoded.AsSpan(2, raw.Length));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Found(ref Utf8JsonReader r, ref JsonMembers m, int index)
    {
        m.Index = index;
        m.Expected = index + 1;
        if (index < 64)
        {
            m.Seen |= 1UL << index;
        }
        else if (m.SeenMore is { } more && (index >> 6) - 1 < more.Length)
        {
            more[(index >> 6) - 1] |= 1UL << (index & 63);
        }

        r.Read();
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Search(ref Utf8JsonReader r, ref JsonMembers m, bool keepOthers)
    {
        while (r.TokenType == JsonTokenType.PropertyName)
        {
            int index = r.ValueIsEscaped ? FindEscaped(ref r) : Find(r.ValueSpan, m.Expected);
            if (index >= 0)
            {
                return Found(ref r, ref m, index);
            }

            if (keepOthers)
            {
                m.Index = -1;
                m.OtherName = r.GetString();
                r.Read();
                return true;
            }

            r.Skip();
            r.Read();
        }

        CheckRequired(ref r, ref m);
        return false;
    }

    private int Find(ReadOnlySpan<byte> name, int expected)
    {
        ulong key = Key(name);

        // Members that are left out now and then: the one that is there is mostly a little further on.
        if ((uint)expected < (uint)_keys.Length)
        {
            int ahead = FindFrom(name, key, expected);
            if (ahead >= 0)
            {
                return ahead;
            }
        }

        return expected > 0 ? FindFrom(name, key, 0) : -1;
    }

    private int FindFrom(ReadOnlySpan<byte> name, ulong key, int start)
    {
        while (start < _keys.Length)
        {
            int found = _keys.AsSpan(start).IndexOf(key);
            if (found < 0)
            {
                break;
            }

            start += found;
            if (name.Length <= 7 || IsName(name, _encoded[start]))
            {
                return start;
            }

            start++;
        }

        return -1;
    }

    /// <summary>Names with escapes are rare and need no speed.</summary>
    private int FindEscaped(ref Utf8JsonReader r)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            if (r.ValueTextEquals(_names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Length and first seven bytes. Two names of up to seven bytes with one key are the same name (names of 256 bytes and more share a length, but those are compared in full).</summary>
    private static ulong Key(ReadOnlySpan<byte> name)
    {
        ulong key = 0;
        for (int i = 0; i < name.Length && i < 7; i++)
        {
            key |= (ulong)name[i] << (i * 8);
        }

        return key | (ulong)(byte)Math.Min(name.Length, 255) << 56;
    }

    private void CheckRequired(ref Utf8JsonReader r, ref JsonMembers m)
    {
        bool missing = (_required & ~m.Seen) != 0;
        if (_requiredMore is { } more)
        {
            for (int i = 0; i < more.Length; i++)
            {
                missing |= (more[i] & ~m.SeenMore![i]) != 0;
            }
        }

        if (missing)
        {
            JsonFail.Missing(r, MissingNames(m));
        }
    }

    private string MissingNames(JsonMembers m)
    {
        var text = new StringBuilder();
        for (int i = 0; i < _names.Length; i++)
        {
            ulong bit = 1UL << (i & 63);
            int more = (i >> 6) - 1;
            bool isMissing = more < 0
                ? (_required & ~m.Seen & bit) != 0
                : _requiredMore is not null && more < _requiredMore.Length && (_requiredMore[more] & ~m.SeenMore![more] & bit) != 0;
            if (isMissing)
            {
                text.Append(text.Length == 0 ? "'" : ", '").Append(_names[i]).Append('\'');
            }
        }

        return text.ToString();
    }
}
