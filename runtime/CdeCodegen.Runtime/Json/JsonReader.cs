using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// Reads JSON from memory that holds valid UTF-8. Each read starts at a value and ends after it. For generated code, which passes the reader to
/// <see cref="JsonNames"/> and <see cref="JsonValues"/>.
/// </summary>
/// <remarks>
/// <c>Utf8JsonReader</c> produces two tokens per member. This reader compares the expected member in one step, including comma, quotation marks
/// and colon, which takes about half the time. It passes anything unusual (escapes, exponents, free-form and skipped values) to a
/// <c>Utf8JsonReader</c> at the same position. Together, they validate the whole JSON grammar.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct JsonReader
{
    /// <summary>The bytes that end the plain part of a string: the quotation mark, the backslash, and control characters, which are invalid there.</summary>
    internal static readonly SearchValues<byte> StringEnds = SearchValues.Create(
        [(byte)'"', (byte)'\\', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    private readonly ReadOnlySpan<byte> _json;
    private readonly RecentStrings? _recent;
    private int _position;
    private int _depth;

    internal JsonReader(ReadOnlySpan<byte> json)
    {
        _json = json;
        _recent = RecentStrings.For(json);
        SkipWhiteSpace();
    }

    internal readonly int Position => _position;

    /// <summary>The unread part of the JSON.</summary>
    internal readonly ReadOnlySpan<byte> Remaining => _json[_position..];

    /// <summary>The next byte, or 0 at the end. Valid JSON contains no 0.</summary>
    internal readonly byte Peek => (uint)_position < (uint)_json.Length ? _json[_position] : (byte)0;

    /// <summary>Whether the last byte opened an object or array. No value ends with such a bracket.</summary>
    internal readonly bool IsFirst => _json[_position - 1] is (byte)'{' or (byte)'[';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Advance(int count) => _position += count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void SkipWhiteSpace()
    {
        if (Peek <= ' ')
        {
            _position = JsonWhiteSpace.Skip(_json, _position);
        }
    }

    /// <summary>Skips white space where one blank is more usual than none or several: after a colon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void SkipBlank()
    {
        if (Peek == ' ')
        {
            _position++;
        }

        SkipWhiteSpace();
    }

    /// <summary>Reads null, if it is the next value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryNull()
    {
        if (!Remaining.StartsWith("null"u8))
        {
            return false;
        }

        _position += 4;
        return true;
    }

    /// <summary>Reads an opening bracket.</summary>
    internal void ReadOpeningBracket(byte bracket, string expected)
    {
        if (Peek != bracket)
        {
            throw UnexpectedKind(expected);
        }

        if (++_depth > JsonLimits.MaxDepth)
        {
            throw NestedTooDeeply(_position);
        }

        _position++;
    }

    /// <summary>Reads the comma before the next item, or the closing bracket.</summary>
    /// <returns>False at the closing bracket.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Next(byte closing)
    {
        bool isFirst = IsFirst;
        SkipWhiteSpace();
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
                throw InvalidJson();
            }

            _position++;
            SkipWhiteSpace();
        }

        return true;
    }

    /// <summary>Reads the colon after a name and the white space around it.</summary>
    internal void ReadColon()
    {
        SkipWhiteSpace();
        if (Peek != ':')
        {
            throw InvalidJson();
        }

        _position++;
        SkipWhiteSpace();
    }

    /// <summary>Reads a string without escapes.</summary>
    /// <returns>False if the string has escapes or the value is not a string; the reader then stays where it is.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPlainString(out ReadOnlySpan<byte> text)
    {
        if (Peek == '"')
        {
            ReadOnlySpan<byte> rest = _json[(_position + 1)..];
            int length = rest.IndexOfAny(StringEnds);
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

    /// <summary>Reads a string.</summary>
    internal string String(string expected) => TryPlainString(out ReadOnlySpan<byte> text) ? Decode(text) : EscapedString(expected);

    /// <summary>Copies a string into a buffer that fits all valid values.</summary>
    /// <returns>The length of the string, or 0 if it does not fit.</returns>
    internal int CopyShortString(scoped Span<byte> buffer, string expected)
    {
        if (TryPlainString(out ReadOnlySpan<byte> text))
        {
            return text.TryCopyTo(buffer) ? text.Length : 0;
        }

        if (Peek != '"')
        {
            throw UnexpectedKind(expected);
        }

        Utf8JsonReader ahead = CreateUtf8Reader();
        try
        {
            int length = ahead.ValueSpan.Length <= buffer.Length ? ahead.CopyString(buffer) : 0;
            AdvancePast(ahead);
            return length;
        }
        catch (InvalidOperationException)
        {
            throw UnpairedSurrogate(_position);
        }
    }

    /// <summary>Reads an integer of up to 18 digits without fraction and exponent.</summary>
    /// <returns>False if the value is anything else; the reader then stays where it is.</returns>
    internal bool TryInteger(out long value)
    {
        ReadOnlySpan<byte> rest = Remaining;
        int i = rest.Length > 0 && rest[0] == '-' ? 1 : 0;
        bool isNegative = i == 1;
        int first = i;
        value = 0;

        // Eighteen digits cannot overflow.
        for (; i < rest.Length && i - first < 18 && (uint)(rest[i] - '0') < 10; i++)
        {
            value = (value * 10) + (rest[i] - '0');
        }

        bool hasLeadingZero = i - first > 1 && rest[first] == '0';
        bool continues = i < rest.Length && rest[i] is >= (byte)'0' and <= (byte)'9' or (byte)'.' or (byte)'e' or (byte)'E';
        if (i == first || hasLeadingZero || continues)
        {
            return false;
        }

        value = isNegative ? -value : value;
        _position += i;
        return true;
    }

    /// <summary>Creates a <see cref="Utf8JsonReader"/> on the first token of the next value. <see cref="AdvancePast"/> then moves past what it read.</summary>
    internal readonly Utf8JsonReader CreateUtf8Reader()
    {
        Utf8JsonReader ahead = CreateUtf8ReaderBeforeValue();
        try
        {
            ahead.Read();
            return ahead;
        }
        catch (JsonException e)
        {
            throw InvalidJson(e);
        }
    }

    internal void AdvancePast(scoped in Utf8JsonReader ahead) => _position += (int)ahead.BytesConsumed;

    /// <summary>Skips a value.</summary>
    public void Skip()
    {
        if (TryPlainString(out _) || TryNull())
        {
            return;
        }

        Utf8JsonReader ahead = CreateUtf8Reader();
        try
        {
            ahead.Skip();
        }
        catch (JsonException e)
        {
            throw InvalidJson(e);
        }

        AdvancePast(ahead);
    }

    /// <summary>Reads a value of any kind.</summary>
    internal JsonElement Element()
    {
        Utf8JsonReader ahead = CreateUtf8ReaderBeforeValue();
        try
        {
            var value = JsonElement.ParseValue(ref ahead);
            RejectUnpairedSurrogates(Remaining[..(int)ahead.BytesConsumed]);
            AdvancePast(ahead);
            return value;
        }
        catch (JsonException e)
        {
            throw InvalidJson(e);
        }
    }

    /// <summary>Ends reading. Only white space may be left.</summary>
    internal void End()
    {
        SkipWhiteSpace();
        if (_position < _json.Length)
        {
            throw InvalidJson();
        }

        _recent?.Release();
    }

    /// <summary>Creates the error for a value of the wrong kind. Messages never contain values, because bodies can hold secrets.</summary>
    internal readonly JsonFormatException UnexpectedKind(string expected)
    {
        if (Peek is 0 or (byte)']' or (byte)'}' or (byte)',' or (byte)':')
        {
            return InvalidJson();
        }

        string found = CreateUtf8Reader().TokenType switch
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

    /// <summary>Creates the error for a value of the right kind that its type cannot represent.</summary>
    internal readonly JsonFormatException OutOfRange(string what) => new($"the value is not {what}", _position);

    internal readonly JsonFormatException InvalidJson(JsonException e)
    {
        if (FindExcessiveNesting() is { } position)
        {
            return NestedTooDeeply(position);
        }

        long offset = _position + JsonPathFinder.ToOffset(Remaining, e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
        return new JsonFormatException(offset < _json.Length ? "it is not valid JSON" : "it is not valid JSON: it ends too early", offset);
    }

    internal readonly JsonFormatException InvalidJson()
        => new(_position < _json.Length ? "it is not valid JSON" : "it is not valid JSON: it ends too early", _position);

    private readonly string Decode(ReadOnlySpan<byte> text) => _recent is null ? JsonText.Decode(text) : _recent.Get(text);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string EscapedString(string expected)
    {
        if (Peek != '"')
        {
            throw UnexpectedKind(expected);
        }

        if (EscapedText.TryDecode(_json[(_position + 1)..], out int length) is { } decoded)
        {
            _position += length + 2;
            return decoded;
        }

        Utf8JsonReader ahead = CreateUtf8Reader();
        string text = Text(ref ahead, _position);
        AdvancePast(ahead);
        return text;
    }

    private readonly Utf8JsonReader CreateUtf8ReaderBeforeValue() => new(Remaining, new JsonReaderOptions { MaxDepth = Math.Max(1, JsonLimits.MaxDepth - _depth) });

    /// <summary>
    /// Rejects unpaired surrogates, which valid UTF-8 can contain only as escapes. Otherwise, they would throw later, when the user reads the string.
    /// </summary>
    private readonly void RejectUnpairedSurrogates(ReadOnlySpan<byte> value)
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
            throw UnpairedSurrogate(offset);
        }
    }

    /// <summary>Finds the bracket that exceeds the maximum depth, after Utf8JsonReader failed without saying why.</summary>
    private readonly int? FindExcessiveNesting()
    {
        var unlimited = new Utf8JsonReader(Remaining, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (unlimited.Read())
            {
                bool opens = unlimited.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
                if (opens && _depth + unlimited.CurrentDepth >= JsonLimits.MaxDepth)
                {
                    return _position + (int)unlimited.TokenStartIndex;
                }
            }
        }
        catch (JsonException)
        {
        }

        return null;
    }

    private static JsonFormatException NestedTooDeeply(int position) => new($"it is nested more than {JsonLimits.MaxDepth} levels deep", position);

    private static JsonFormatException UnpairedSurrogate(long offset) => new("a string contains an unpaired surrogate", offset);
}
