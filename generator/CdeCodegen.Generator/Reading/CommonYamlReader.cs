namespace CdeCodegen.Generator.Reading;

/// <summary>
/// Reads the subset of YAML that most OpenAPI documents use: block and flow collections, and scalars of every style. Gives up on anchors, tags, merge keys,
/// complex keys, directives, tabs as indentation, and on errors, so that YamlDotNet reads the text instead.
/// </summary>
/// <remarks>
/// In a cold process the CDE document takes 10 ms, and 55 ms with YamlDotNet; 8.8 MB take a quarter of the time and a sixth of the memory. This reader also
/// accepts block scalars that begin with a line of spaces, which are valid and in use (OpenAI, Figma), and lines of tabs. YamlDotNet 16 to 18 rejects both.
/// Follows YAML 1.2.2; numbers in comments are its productions.
/// </remarks>
internal sealed partial class CommonYamlReader
{
    /// <summary>Line breaks of YAML 1.1, which parsers treat differently, and characters that YAML does not allow.</summary>
    private static readonly char[] s_unusual = ['\u0085', '\u2028', '\u2029', '\0', '\uFEFF'];

    private readonly string _text;
    private readonly ProblemList _problems = new();
    private readonly NodeBuilder _builder;
    private readonly StringCache _strings;
    private readonly CancellationToken _cancellationToken;
    private int _pos;

    /// <summary>The start of the line that contains <see cref="_pos"/>.</summary>
    private int _lineStart;

    private bool _gaveUp;
    private int _values;

    private CommonYamlReader(string text, int start, CancellationToken cancellationToken)
    {
        _text = text;
        _strings = new StringCache(text.Length);
        _pos = start;
        _lineStart = start;
        _builder = new NodeBuilder(_problems);
        _cancellationToken = cancellationToken;
    }

    /// <param name="text">The document.</param>
    /// <param name="start">The offset after a byte order mark.</param>
    /// <param name="cancellationToken">Checked periodically.</param>
    /// <returns>Null if YamlDotNet must read the text.</returns>
    public static SpecTree? TryRead(string text, int start, CancellationToken cancellationToken)
    {
        if (text.IndexOfAny(s_unusual, start) >= 0 || HasLoneCarriageReturn(text))
        {
            return null;
        }

        var reader = new CommonYamlReader(text, start, cancellationToken);
        return reader.Document() is { } root ? new SpecTree(root, reader._problems.Items) : null;
    }

    private static bool HasLoneCarriageReturn(string text)
    {
        int i = -1;
        while ((i = text.IndexOf('\r', i + 1)) >= 0)
        {
            if (i + 1 == text.Length || text[i + 1] != '\n')
            {
                return true;
            }
        }

        return false;
    }

    private SpecNode? Document()
    {
        if (!NextContent(isStart: true))
        {
            return null;
        }

        if (IsMarker(_pos))
        {
            bool isStart = _text[_pos] == '-';
            _pos += 3;
            if (!isStart || !EndOfLine() || !NextContent())
            {
                return null;
            }
        }

        SpecNode? root = BlockNode(-1, 0);
        return root is null || NextContent() || _gaveUp ? null : root;
    }

    /// <summary>Skips white space, comments and line ends. Returns false at the end of the text, or when giving up.</summary>
    private bool NextContent(bool isStart = false)
    {
        string text = _text;
        int i = _pos;
        while (i < text.Length)
        {
            char c = text[i];
            if (c == '\n')
            {
                _lineStart = i + 1;
            }
            else if (c == '#' && (i == _lineStart || IsBlank(i - 1)))
            {
                i = LineEnd(i);
                continue;
            }
            else if (c == '\t' && IsLineEndOrComment(WhiteSpaceEnd(i)))
            {
                i = WhiteSpaceEnd(i);
                continue;
            }
            else if (c == '\t' || (i == _lineStart && !isStart && IsMarker(i)))
            {
                _gaveUp = true;
                return false;
            }
            else if (c is not (' ' or '\r'))
            {
                break;
            }

            i++;
        }

        _pos = i;
        return i < text.Length;
    }

    /// <summary>Whether the line is a document marker: <c>---</c> or <c>...</c>.</summary>
    private bool IsMarker(int at) => _text[at] is '-' or '.' && at + 3 <= _text.Length
        && _text[at + 1] == _text[at] && _text[at + 2] == _text[at] && at == _lineStart && IsBlank(at + 3);

    /// <summary>Reads a node in block style that starts at the current position.</summary>
    /// <param name="parent">The column of the containing collection.</param>
    private SpecNode? BlockNode(int parent, int depth)
    {
        if (_text[_pos] == '-' && IsBlank(_pos + 1))
        {
            return BlockSequence(depth);
        }

        int start = _pos;
        int lineStart = _lineStart;
        if (Key(out string name, out int nameEnd))
        {
            return BlockMapping(name, start, nameEnd, depth);
        }

        _pos = start;
        _lineStart = lineStart;
        return _gaveUp ? null : Value(parent, depth);
    }

    /// <summary>Reads a mapping after its first key.</summary>
    private SpecNode? BlockMapping(string name, int start, int nameEnd, int depth)
    {
        if (!Open(depth))
        {
            return null;
        }

        int column = start - _lineStart;
        int first = _builder.MemberCount;
        int nameStart = start;
        while (true)
        {
            SpecNode? value = ValueBehind(column, depth + 1, isMapping: true);
            if (value is null)
            {
                return null;
            }

            _builder.Add(new SpecMember(name, nameStart, nameEnd, value));
            int end = value.End;
            if (!NextContent() || _pos - _lineStart < column)
            {
                return _gaveUp ? null : _builder.CloseObject(first, start, end);
            }

            nameStart = _pos;
            if (_pos - _lineStart > column || !Key(out name, out nameEnd))
            {
                return GiveUp();
            }
        }
    }

    private SpecNode? BlockSequence(int depth)
    {
        if (!Open(depth))
        {
            return null;
        }

        int start = _pos;
        int column = start - _lineStart;
        int first = _builder.ItemCount;
        while (true)
        {
            _pos++;
            SpecNode? item = ValueBehind(column, depth + 1, isMapping: false);
            if (item is null)
            {
                return null;
            }

            _builder.Add(item);
            int end = item.End;
            if (!NextContent() || _pos - _lineStart < column || (_pos - _lineStart == column && !(_text[_pos] == '-' && IsBlank(_pos + 1))))
            {
                // The next key of a mapping whose sequences are not indented.
                return _gaveUp ? null : _builder.CloseArray(first, start, end);
            }

            if (_pos - _lineStart > column)
            {
                return GiveUp();
            }
        }
    }

    /// <summary>Reads the value after the colon of a key or the dash of an item, on the same line or below. A missing value is JSON null.</summary>
    /// <param name="column">The column of the key or the dash.</param>
    private SpecNode? ValueBehind(int column, int depth, bool isMapping)
    {
        if ((++_values & 1023) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        int indicatorEnd = _pos;
        SkipSpaces();
        if (!IsLineEndOrComment(_pos))
        {
            // `- - item` and `- key: value` are valid; `key: - item` and `key: other: value` are errors.
            return isMapping ? Value(column, depth) : BlockNode(column, depth);
        }

        if (NextContent())
        {
            int next = _pos - _lineStart;
            if (next > column)
            {
                return BlockNode(column, depth);
            }

            if (isMapping && next == column && _text[_pos] == '-' && IsBlank(_pos + 1))
            {
                return BlockSequence(depth);
            }
        }

        return _gaveUp ? null : new SpecNode(SpecKind.Null, "", indicatorEnd, indicatorEnd);
    }

    /// <summary>Reads a key and its colon. Returns false, with an unspecified position, if there is none on this line.</summary>
    private bool Key(out string name, out int end)
    {
        int start = _pos;
        int lineStart = _lineStart;
        char c = _text[start];
        end = start;
        name = "";
        if (c is '"' or '\'')
        {
            string? quoted = Quoted(-1);
            if (quoted is null || _lineStart != lineStart)
            {
                return false;
            }

            name = quoted;
            end = _pos;
            SkipSpaces();
        }
        else
        {
            if (!IsPlainStart(start))
            {
                return false;
            }

            _pos = PlainEnd(start);
            end = TrimEnd(start, _pos);
            name = Text(start, end);
        }

        if (_pos >= _text.Length || _text[_pos] != ':' || !IsBlank(_pos + 1))
        {
            return false;
        }

        _pos++;

        // Longer keys need a question mark (154), and a merge key is not a name.
        if (end - start > 1000 || (name == "<<" && c == '<'))
        {
            _gaveUp = true;
            return false;
        }

        return true;
    }

    private bool Open(int depth)
    {
        _gaveUp |= depth >= JsonReader.MaxDepth;
        return !_gaveUp;
    }

    private SpecNode? GiveUp()
    {
        _gaveUp = true;
        return null;
    }
}
