using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// Reads JSON that is all in memory and known to be UTF-8, value by value: it stands before a value and is left behind it. For generated
/// code, which hands it on to <see cref="JsonNames"/> and <see cref="JsonValues"/>.
/// </summary>
/// <remarks>
/// <c>Utf8JsonReader</c> makes two tokens of every member; here the member that is expected next is one comparison of bytes, comma, quotation
/// marks and colon included, which takes about half of the time off. What is out of the ordinary (escapes, fractions, free-form values,
/// what is skipped) goes to the library's reader at the same place, so its rules hold. All of JSON's grammar is checked, here or there.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct JsonReader
{
    /// <summary>What ends the plain part of a string: quotation mark, backslash, and control characters, which may not be there.</summary>
    private static readonly SearchValues<byte> s_stringEnds = SearchValues.Create(
        [(byte)'"', (byte)'\\', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    private readonly ReadOnlySpan<byte> _json;
    private readonly RecentStrings? _recent;
    private int _position;
    private int _depth;

    internal JsonReader(ReadOnlySpan<byte> json)
    {
        _json = json;
        _recent = RecentStrings.For(json);
        SkipWhite();
    }

    internal readonly int Position => _position;

    /// <summary>What has not been read.</summary>
    internal readonly ReadOnlySpan<byte> Rest => _json[_position..];

    /// <summary>The next byte, or 0 at the end: which no JSON can hold.</summary>
    internal readonly byte Peek => (uint)_position < (uint)_json.Length ? _json[_position] : (byte)0;

    /// <summary>Whether an object or array has just been opened: no value ends with either bracket.</summary>
    internal readonly bool IsFirst => _json[_position - 1] is (byte)'{' or (byte)'[';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Advance(int count) => _position += count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void SkipWhite()
    {
        if (Peek <= ' ')
        {
            SkipWhiteSlow();
        }
    }

    /// <summary>Takes a null, if that is what comes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryNull()
    {
        if (!Rest.StartsWith("null"u8))
        {
            return false;
        }

        _position += 4;
        return true;
    }

    /// <summary>Takes an opening bracket.</summary>
    internal void Open(byte bracket, string expected)
    {
        if (Peek != bracket)
        {
            throw Unexpected(expected);
        }

        if (++_depth > JsonLimits.MaxDepth)
        {
            throw new JsonFormatException($"it is nested more than {JsonLimits.MaxDepth} levels deep", _position);
        }

        _position++;
    }

    /// <summary>Takes the comma before the next item, or the closing bracket.</summary>
    /// <returns>False at the closing bracket.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Next(byte closing)
    {
        bool isFirst = IsFirst;
        SkipWhite();
        byte next = Peek;
        if (next == closing)
        {
            _position++;
            _depth--;
            return false;
        }

        if (!isFirst)
        {
            if (next != ',')
            {
                throw NotJson();
            }

            _position++;
            SkipWhite();
        }

        return true;
    }

    /// <summary>Takes the colon after a name, and the white space around it.</summary>
    internal void Colon()
    {
        SkipWhite();
        if (Peek != ':')
        {
            throw NotJson();
        }

        _position++;
        SkipWhite();
    }

    /// <summary>Takes a string that has no escapes.</summary>
    /// <returns>False, and nothing is taken, when it has some, or when it is no string.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPlainString(out ReadOnlySpan<byte> text)
    {
        if (Peek == '"')
        {
            ReadOnlySpan<byte> rest = _json[(_position + 1)..];
            int length = rest.IndexOfAny(s_stringEnds);
            if (length >= 0 && rest[length] == '"')
            {
                text = rest[..length];
                _position += length + 2;
                return true;
            }
        }

        text = default;
        return false;
    }

    /// <summary>Takes a string.</summary>
    internal string String(string expected) => TryPlainString(out ReadOnlySpan<byte> text) ? Decode(text) : EscapedString(expected);

    /// <summary>Takes a string that can only be short, and copies it.</summary>
    /// <returns>Its length, or 0 when the buffer does not hold it.</returns>
    internal int ShortText(scoped Span<byte> buffer, string expected)
    {
        if (TryPlainString(out ReadOnlySpan<byte> text))
        {
            return text.TryCopyTo(buffer) ? text.Length : 0;
        }

        if (Peek != '"')
        {
            throw Unexpected(expected);
        }

        Utf8JsonReader ahead = Library();
        try
        {
            int length = ahead.ValueSpan.Length <= buffer.Length ? ahead.CopyString(buffer) : 0;
            Take(ahead);
            return length;
        }
        catch (InvalidOperationException)
        {
            throw BadText(_position);
        }
    }

    /// <summary>Takes the digits of an integer, when that is what comes: no fraction, no exponent, no overflow.</summary>
    internal bool TryInteger(out long value)
    {
        ReadOnlySpan<byte> rest = Rest;
        int i = rest.Length > 0 && rest[0] == '-' ? 1 : 0;
        bool isNegative = i == 1;
        int first = i;
        value = 0;

        // Eighteen digits always fit.
        for (; i < rest.Length && i - first < 18 && (uint)(rest[i] - '0') < 10; i++)
        {
            value = (value * 10) + (rest[i] - '0');
        }

        if (i == first || (rest[first] == '0' && i - first > 1) || (i < rest.Length && rest[i] is >= (byte)'0' and <= (byte)'9' or (byte)'.' or (byte)'e' or (byte)'E'))
        {
            return false;
        }

        value = isNegative ? -value : value;
        _position += i;
        return true;
    }

    /// <summary>The library's reader on the first token of the value that comes; take with <see cref="Take"/> what it has read.</summary>
    internal readonly Utf8JsonReader Library()
    {
        Utf8JsonReader ahead = Before();
        try
        {
            ahead.Read();
            return ahead;
        }
        catch (JsonException e)
        {
            throw NotJson(e);
        }
    }

    internal void Take(scoped in Utf8JsonReader ahead) => _position += (int)ahead.BytesConsumed;

    /// <summary>Takes a value of any kind without keeping it.</summary>
    public void Skip()
    {
        if (TryPlainString(out _) || TryNull())
        {
            return;
        }

        Utf8JsonReader ahead = Library();
        try
        {
            ahead.Skip();
        }
        catch (JsonException e)
        {
            throw NotJson(e);
        }

        Take(ahead);
    }

    /// <summary>Takes a value of any kind and keeps it.</summary>
    internal JsonElement Element()
    {
        Utf8JsonReader ahead = Before();
        try
        {
            var value = JsonElement.ParseValue(ref ahead);
            RefuseBadText(Rest[..(int)ahead.BytesConsumed]);
            Take(ahead);
            return value;
        }
        catch (JsonException e)
        {
            throw NotJson(e);
        }
    }

    /// <summary>The end of the body: nothing but white space may be left.</summary>
    internal void End()
    {
        SkipWhite();
        if (_position < _json.Length)
        {
            throw NotJson();
        }

        _recent?.Release();
    }

    /// <summary>The error for a value of the wrong kind. No message shows a value: bodies hold secrets.</summary>
    internal readonly JsonFormatException Unexpected(string expected)
    {
        if (Peek is 0 or (byte)']' or (byte)'}' or (byte)',' or (byte)':')
        {
            return NotJson();
        }

        string found = Library().TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.Null => "null",
            _ => "a boolean",
        };
        return new JsonFormatException($"expected {expected} but found {found}", _position);
    }

    /// <summary>The error for a value of the right kind that does not fit.</summary>
    internal readonly JsonFormatException Invalid(string what) => new($"the value is not {what}", _position);

    internal readonly JsonFormatException NotJson(JsonException e)
    {
        long offset = _position + JsonPathFinder.Offset(Rest, e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
        return new JsonFormatException(offset < _json.Length ? "it is no valid JSON" : "it is no valid JSON: it ends too early", offset);
    }

    internal readonly JsonFormatException NotJson() => new(_position < _json.Length ? "it is no valid JSON" : "it is no valid JSON: it ends too early", _position);

    private readonly string Decode(ReadOnlySpan<byte> text) => _recent is null ? Encoding.UTF8.GetString(text) : _recent.Get(text);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string EscapedString(string expected)
    {
        if (Peek != '"')
        {
            throw Unexpected(expected);
        }

        Utf8JsonReader ahead = Library();
        string text = Text(ref ahead, _position);
        Take(ahead);
        return text;
    }

    private readonly Utf8JsonReader Before() => new(Rest, new JsonReaderOptions { MaxDepth = Math.Max(1, JsonLimits.MaxDepth - _depth) });

    /// <summary>A kept value is not looked into, but its text must not fail the caller later: half of a surrogate pair can only come as an escape.</summary>
    private readonly void RefuseBadText(ReadOnlySpan<byte> value)
    {
        if (value.IndexOf("\\ud"u8) < 0 && value.IndexOf("\\uD"u8) < 0)
        {
            return;
        }

        var r = new Utf8JsonReader(value, new JsonReaderOptions { MaxDepth = JsonLimits.MaxDepth });
        while (r.Read())
        {
            if (r.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                Text(ref r, _position + r.TokenStartIndex);
            }
        }
    }

    internal static string Text(ref Utf8JsonReader r, long offset)
    {
        try
        {
            return r.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw BadText(offset);
        }
    }

    private static JsonFormatException BadText(long offset) => new("a string holds half of a surrogate pair", offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SkipWhiteSlow()
    {
        ReadOnlySpan<byte> rest = Rest;
        int length = rest.IndexOfAnyExcept(" \n\r\t"u8);
        _position += length < 0 ? rest.Length : length;
    }
}
