namespace CdeCodegen.Generator.Reading;

/// <summary>
/// Parses JSON into nodes in one pass. Comments and extra or missing commas are accepted and reported. Any other error ends the parse, and the nodes so
/// far are the result.
/// </summary>
internal sealed partial class JsonReader
{
    /// <summary>The maximum nesting depth: above that of real documents, and safe for the stack of a compiler thread.</summary>
    public const int MaxDepth = 500;

    private readonly string _text;
    private readonly ProblemList _problems;
    private readonly NodeBuilder _builder;
    private readonly StringCache _strings;
    private readonly CancellationToken _cancellationToken;
    private int _pos;
    private int _containers;

    private JsonReader(string text, ProblemList problems, CancellationToken cancellationToken)
    {
        _text = text;
        _strings = new StringCache(text.Length);
        _problems = problems;
        _builder = new NodeBuilder(problems);
        _cancellationToken = cancellationToken;
    }

    /// <param name="text">The document. Not only white space.</param>
    /// <param name="start">The offset after a byte order mark.</param>
    /// <param name="cancellationToken">Checked periodically.</param>
    public static SpecTree Read(string text, int start, CancellationToken cancellationToken)
    {
        var problems = new ProblemList();
        var reader = new JsonReader(text, problems, cancellationToken) { _pos = start };
        SpecNode? root = reader.Document();
        return new SpecTree(root, problems.Items);
    }

    private SpecNode? Document()
    {
        SkipSpace();
        SpecNode? root = Value(0);
        if (!_problems.HasSyntaxError)
        {
            SkipSpace();
            if (_pos < _text.Length)
            {
                _problems.Add(SpecProblemKind.Irregular, _pos, _pos + 1, "there is more text after the end of the document; it is ignored");
            }
        }

        return root;
    }

    /// <summary>Reads the value at the current position. Returns null, with a syntax error, if there is none.</summary>
    private SpecNode? Value(int depth)
    {
        int start = _pos;
        if (start >= _text.Length)
        {
            return Stop(start, "a value is expected, but the text ends here");
        }

        switch (_text[start])
        {
            case '{':
                return depth < MaxDepth ? Object(depth) : SkipContainer();
            case '[':
                return depth < MaxDepth ? Array(depth) : SkipContainer();
            case '"':
                string? text = String();
                return text is null ? null : new SpecNode(SpecKind.String, text, start, _pos);
            case 't':
                return Word("true", SpecKind.Boolean);
            case 'f':
                return Word("false", SpecKind.Boolean);
            case 'n':
                return Word("null", SpecKind.Null);
            default:
                return Number();
        }
    }

    private SpecNode Object(int depth)
    {
        int start = _pos++;
        int first = _builder.MemberCount;
        Opened();
        SkipSpace();
        while (Continues('}', start, "object"))
        {
            int nameStart = _pos;
            if (_text[nameStart] != '"')
            {
                Stop(nameStart, "a name in double quotes is expected");
                break;
            }

            string? name = String();
            if (name is null)
            {
                break;
            }

            int nameEnd = _pos;
            SkipSpace();
            if (_pos >= _text.Length || _text[_pos] != ':')
            {
                Stop(_pos, "':' is expected after the name '" + Excerpt.Of(name) + "'");
                break;
            }

            _pos++;
            SkipSpace();
            SpecNode? value = Value(depth + 1);
            if (value is not null)
            {
                _builder.Add(new SpecMember(name, nameStart, nameEnd, value));
            }

            if (_problems.HasSyntaxError)
            {
                break;
            }

            Separator('}');
        }

        return _builder.CloseObject(first, start, _pos);
    }

    private SpecNode Array(int depth)
    {
        int start = _pos++;
        int first = _builder.ItemCount;
        Opened();
        SkipSpace();
        while (Continues(']', start, "array"))
        {
            SpecNode? item = Value(depth + 1);
            if (item is not null)
            {
                _builder.Add(item);
            }

            if (_problems.HasSyntaxError)
            {
                break;
            }

            Separator(']');
        }

        return _builder.CloseArray(first, start, _pos);
    }

    private void Opened()
    {
        if ((++_containers & 1023) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Whether another child follows. Skips extra commas, and the closing bracket at the end.</summary>
    private bool Continues(char close, int start, string what)
    {
        while (_pos < _text.Length)
        {
            char c = _text[_pos];
            if (c == close)
            {
                _pos++;
                return false;
            }

            if (c != ',')
            {
                return true;
            }

            _problems.Add(SpecProblemKind.Irregular, _pos, _pos + 1, "a value is expected before this comma");
            _pos++;
            SkipSpace();
        }

        // Report where the container opens, which is more useful than the end of the file.
        Stop(start, "the " + what + " that starts here is not closed");
        return false;
    }

    /// <summary>Skips the comma after a child, unless the container ends.</summary>
    private void Separator(char close)
    {
        SkipSpace();
        if (_pos >= _text.Length || _text[_pos] == close)
        {
            return;
        }

        int comma = _pos;
        if (_text[comma] == ',')
        {
            _pos++;
            SkipSpace();
            if (_pos < _text.Length && _text[_pos] == close)
            {
                _problems.Add(SpecProblemKind.Irregular, comma, comma + 1, "there is a comma after the last value");
            }
        }
        else if (_text[comma] is '"' or '{' or '[')
        {
            _problems.Add(SpecProblemKind.Irregular, comma, comma, "a comma is missing here");
        }
        else
        {
            Stop(comma, "',' or '" + close + "' is expected");
        }
    }

    /// <summary>Skips a container that is nested too deeply, without recursion.</summary>
    private SpecNode? SkipContainer()
    {
        int start = _pos;
        _problems.Add(
            SpecProblemKind.TooDeep, start, start + 1, "the document is nested more than " + MaxDepth + " levels deep here; this value is read as null");
        int depth = 0;
        for (int i = start; i < _text.Length; i++)
        {
            switch (_text[i])
            {
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    if (--depth == 0)
                    {
                        _pos = i + 1;
                        return new SpecNode(SpecKind.Null, "", start, _pos);
                    }

                    break;
                case '"':
                    _pos = i;
                    if (String() is null)
                    {
                        return null;
                    }

                    i = _pos - 1;
                    break;
            }
        }

        _pos = _text.Length;
        return Stop(start, "the value that starts here is not closed");
    }

    private SpecNode? Word(string word, SpecKind kind)
    {
        int start = _pos;
        if (string.CompareOrdinal(_text, start, word, 0, word.Length) != 0)
        {
            return Stop(start, "a value is expected");
        }

        _pos += word.Length;
        return new SpecNode(kind, kind == SpecKind.Null ? "" : word, start, _pos);
    }

    private SpecNode? Stop(int at, string message)
    {
        if (!_problems.HasSyntaxError)
        {
            _problems.Add(SpecProblemKind.SyntaxError, at, Math.Min(at + 1, _text.Length), message);
        }

        return null;
    }
}
