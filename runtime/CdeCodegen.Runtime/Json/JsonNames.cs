using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;

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

    /// <summary>Begins to read an object: the reader stands before its <c>{</c>.</summary>
    public JsonMembers Start(ref JsonReader r)
    {
        r.Open((byte)'{', "an object");
        return new JsonMembers { SeenMore = _requiredMore is null ? null : new ulong[_requiredMore.Length] };
    }

    /// <summary>Goes to the value of the next known member, skipping unknown ones.</summary>
    /// <returns>False at the end of the object, after checking that all required members were there.</returns>
    public bool Next(ref JsonReader r, ref JsonMembers m) => NextExpected(ref r, ref m) || Search(ref r, ref m, keepOthers: false);

    /// <summary>Goes to the value of the next member, known or not.</summary>
    /// <returns>False at the end of the object, after checking that all required members were there.</returns>
    public bool NextOrOther(ref JsonReader r, ref JsonMembers m) => NextExpected(ref r, ref m) || Search(ref r, ref m, keepOthers: true);

    /// <summary>The common case: the document's order, nothing left out, no white space. Raw bytes are compared: the encoded form is escaped as a sender would.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool NextExpected(ref JsonReader r, ref JsonMembers m)
    {
        int expected = m.Expected;
        byte[][] encoded = _encoded;
        if ((uint)expected < (uint)encoded.Length)
        {
            ReadOnlySpan<byte> name = encoded[expected].AsSpan(r.IsFirst ? 1 : 0);
            if (r.Rest.StartsWith(name))
            {
                r.Advance(name.Length);
                Found(ref r, ref m, expected);
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Found(ref JsonReader r, ref JsonMembers m, int index)
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

        r.SkipWhite();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Search(ref JsonReader r, ref JsonMembers m, bool keepOthers)
    {
        while (r.Next((byte)'}'))
        {
            // White space between members: the order may still be the document's.
            int expected = m.Expected;
            if ((uint)expected < (uint)_encoded.Length && r.Rest.StartsWith(_encoded[expected].AsSpan(1)))
            {
                r.Advance(_encoded[expected].Length - 1);
                Found(ref r, ref m, expected);
                return true;
            }

            string? other = null;
            int index;
            if (r.TryPlainString(out ReadOnlySpan<byte> name))
            {
                index = Find(name, m.Expected);
                if (index < 0 && keepOthers)
                {
                    other = Encoding.UTF8.GetString(name);
                }
            }
            else if (r.Peek == '"')
            {
                other = r.String("a name");
                index = Array.IndexOf(_names, other);
            }
            else
            {
                throw r.NotJson();
            }

            r.Colon();
            if (index >= 0)
            {
                Found(ref r, ref m, index);
                return true;
            }

            if (keepOthers)
            {
                m.Index = -1;
                m.OtherName = other;
                return true;
            }

            r.Skip();
        }

        CheckRequired(ref r, ref m);
        return false;
    }

    private int Find(ReadOnlySpan<byte> name, int expected)
    {
        // Members that are left out now and then: the one that is there is mostly a little further on.
        ulong key = Key(name);
        int ahead = FindFrom(name, key, expected);
        return ahead >= 0 || expected == 0 ? ahead : FindFrom(name, key, 0);
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
            if (name.Length <= 7 || name.SequenceEqual(Raw(start)))
            {
                return start;
            }

            start++;
        }

        return -1;
    }

    /// <summary>The name as a sender writes it, without quotation marks.</summary>
    private ReadOnlySpan<byte> Raw(int index) => _encoded[index].AsSpan(2, _encoded[index].Length - 4);

    /// <summary>Length and first seven bytes. Two names of up to seven bytes with one key are the same name; longer ones are compared in full.</summary>
    private static ulong Key(ReadOnlySpan<byte> name)
    {
        ulong key = 0;
        if (name.Length >= 8)
        {
            key = BinaryPrimitives.ReadUInt64LittleEndian(name) & 0x00FF_FFFF_FFFF_FFFF;
        }
        else
        {
            for (int i = 0; i < name.Length && i < 7; i++)
            {
                key |= (ulong)name[i] << (i * 8);
            }
        }

        return key | (ulong)(byte)Math.Min(name.Length, 255) << 56;
    }

    private void CheckRequired(ref JsonReader r, ref JsonMembers m)
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
            throw new JsonFormatException($"required member {MissingNames(m)} is missing", r.Position - 1);
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
