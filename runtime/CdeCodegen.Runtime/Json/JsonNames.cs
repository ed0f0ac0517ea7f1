using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// The member names of one model, in the order of the document: looks names up for reading, encodes them for writing, and checks required
/// members. Each model has one static instance. For generated code.
/// </summary>
/// <remarks>
/// Servers write members in a fixed order, so reading compares the bytes with the next name first. If that fails, a vectorized search over one
/// key per name (its length and first seven bytes) finds the name.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonNames
{
    private readonly string[] _names;
    private readonly byte[][] _encoded;
    private readonly ulong[] _keys;
    private readonly ulong _required;
    private readonly ulong[]? _requiredMore;
    private JsonName[]? _forWriter;

    /// <summary>Creates the names of a model without required members.</summary>
    public JsonNames(params string[] names)
        : this(0UL, names)
    {
    }

    /// <summary>Creates the names of a model with up to 64 members.</summary>
    /// <param name="required">Bit i is set when <c>names[i]</c> is required.</param>
    /// <param name="names">The JSON names.</param>
    public JsonNames(ulong required, params string[] names)
    {
        _names = names;
        _required = required;
        _encoded = new byte[names.Length][];
        _keys = new ulong[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            _encoded[i] = JsonText.EncodeName(names[i]);
            _keys[i] = ComputeKey(Encoding.UTF8.GetBytes(names[i]));
        }
    }

    /// <summary>Creates the names of a model with more than 64 members.</summary>
    /// <param name="required">Bit <c>i % 64</c> of element <c>i / 64</c> is set when <c>names[i]</c> is required.</param>
    /// <param name="names">The JSON names.</param>
    public JsonNames(ulong[] required, params string[] names)
        : this(required.Length > 0 ? required[0] : 0UL, names)
    {
        if (required.Length > 1)
        {
            _requiredMore = required[1..];
        }
    }

    /// <summary>The encoded form of the name with an index, for the writer.</summary>
    public JsonName this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (_forWriter ?? EncodeForWriter())[index];
    }

    internal int Count => _names.Length;

    internal string NameAt(int index) => _names[index];

    /// <summary>Whether an object without the member is malformed.</summary>
    internal bool IsRequired(int index) => index < 64
        ? (_required >> index & 1) != 0
        : _requiredMore is { } more && (index >> 6) - 1 < more.Length && (more[(index >> 6) - 1] >> (index & 63) & 1) != 0;

    /// <summary>Starts reading an object. The reader must be at its <c>{</c>.</summary>
    public JsonMembers Start(ref JsonReader r)
    {
        r.ReadOpeningBracket((byte)'{', "an object");
        return new JsonMembers { SeenMore = _requiredMore is null ? null : new ulong[_requiredMore.Length] };
    }

    /// <summary>Moves to the value of the next listed member and skips unlisted ones.</summary>
    /// <returns>False at the end of the object, where it checks that all required members are present.</returns>
    public bool Next(ref JsonReader r, ref JsonMembers m) => NextExpected(ref r, ref m) || Search(ref r, ref m, keepOthers: false);

    /// <summary>Moves to the value of the next member, listed or not.</summary>
    /// <returns>False at the end of the object, where it checks that all required members are present.</returns>
    public bool NextOrOther(ref JsonReader r, ref JsonMembers m) => NextExpected(ref r, ref m) || Search(ref r, ref m, keepOthers: true);

    /// <summary>
    /// Handles the common case: the order of the document, no omitted members, no white space. Compares raw bytes, because senders usually escape names the
    /// same way.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool NextExpected(ref JsonReader r, ref JsonMembers m)
    {
        int expected = m.Expected;
        byte[][] encoded = _encoded;
        if ((uint)expected < (uint)encoded.Length)
        {
            ReadOnlySpan<byte> name = encoded[expected].AsSpan(r.IsFirst ? 1 : 0);
            if (r.Remaining.StartsWith(name))
            {
                r.Advance(name.Length);
                MoveToValue(ref r, ref m, expected);
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MoveToValue(ref JsonReader r, ref JsonMembers m, int index)
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

        r.SkipBlank();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Search(ref JsonReader r, ref JsonMembers m, bool keepOthers)
    {
        while (r.Next((byte)'}'))
        {
            // With white space between members, the order may still be that of the document.
            int expected = m.Expected;
            if ((uint)expected < (uint)_encoded.Length && r.Remaining.StartsWith(_encoded[expected].AsSpan(1)))
            {
                r.Advance(_encoded[expected].Length - 1);
                MoveToValue(ref r, ref m, expected);
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
                throw r.InvalidJson();
            }

            r.ReadColon();
            if (index >= 0)
            {
                MoveToValue(ref r, ref m, index);
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
        // If members are omitted, the next one present usually follows shortly after the expected one.
        ulong key = ComputeKey(name);
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
            if (name.Length <= 7 || name.SequenceEqual(EscapedName(start)))
            {
                return start;
            }

            start++;
        }

        return -1;
    }

    /// <summary>The escaped name without its quotation marks.</summary>
    private ReadOnlySpan<byte> EscapedName(int index) => _encoded[index].AsSpan(2, _encoded[index].Length - 4);

    /// <summary>
    /// Combines the length and the first seven bytes. Names of up to seven bytes are equal if their keys are; longer names need a full comparison.
    /// </summary>
    private static ulong ComputeKey(ReadOnlySpan<byte> name)
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

    /// <summary>Makes the names for the writer when they are first needed, because many models are only read.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private JsonName[] EncodeForWriter() => _forWriter = Array.ConvertAll(_encoded, static encoded => new JsonName(encoded));

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
            throw new JsonFormatException(DescribeMissing(m), r.Position - 1);
        }
    }

    private string DescribeMissing(JsonMembers m)
    {
        var missing = new List<string>();
        for (int i = 0; i < _names.Length; i++)
        {
            ulong bit = 1UL << (i & 63);
            int more = (i >> 6) - 1;
            bool isMissing = more < 0
                ? (_required & ~m.Seen & bit) != 0
                : _requiredMore is not null && more < _requiredMore.Length && (_requiredMore[more] & ~m.SeenMore![more] & bit) != 0;
            if (isMissing)
            {
                missing.Add(_names[i]);
            }
        }

        string names = string.Join("', '", missing);
        return missing.Count == 1 ? $"required member '{names}' is missing" : $"required members '{names}' are missing";
    }
}
