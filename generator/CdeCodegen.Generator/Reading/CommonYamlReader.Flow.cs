namespace CdeCodegen.Generator.Reading;

internal sealed partial class CommonYamlReader
{
    /// <summary>The column of the block collection that contains the current flow collection.</summary>
    private int _flowParent;

    private SpecNode? FlowNode(int depth)
    {
        if (!Open(depth))
        {
            return null;
        }

        int start = _pos++;
        return _text[start] == '[' ? FlowSequence(start, depth) : FlowMapping(start, depth);
    }

    private SpecNode? FlowSequence(int start, int depth)
    {
        int first = _builder.ItemCount;
        while (NextFlowContent())
        {
            if (_text[_pos] == ']')
            {
                _pos++;
                return _builder.CloseArray(first, start, _pos);
            }

            SpecNode? item = FlowValue(depth + 1);
            if (item is null || !Separator(']'))
            {
                return GiveUp();
            }

            _builder.Add(item);
        }

        return GiveUp();
    }

    private SpecNode? FlowMapping(int start, int depth)
    {
        int first = _builder.MemberCount;
        while (NextFlowContent())
        {
            if (_text[_pos] == '}')
            {
                _pos++;
                return _builder.CloseObject(first, start, _pos);
            }

            int nameStart = _pos;
            bool isQuoted = _text[_pos] is '"' or '\'';
            SpecNode? name = FlowScalar();
            int nameEnd = _pos;
            SkipSpaces();
            if (name is null || _pos >= _text.Length || _text[_pos] != ':' || !(isQuoted || IsBlank(_pos + 1)))
            {
                return GiveUp();
            }

            _pos++;
            SpecNode? value = NextFlowContent() ? FlowValue(depth + 1) : null;
            if (value is null || !Separator('}'))
            {
                return GiveUp();
            }

            string key = isQuoted ? name.Text : Text(nameStart, nameEnd);
            if (key == "<<")
            {
                return GiveUp();
            }

            _builder.Add(new SpecMember(key, nameStart, nameEnd, value));
        }

        return GiveUp();
    }

    private SpecNode? FlowValue(int depth) => _text[_pos] is '[' or '{' ? FlowNode(depth) : FlowScalar();

    /// <summary>Lines of a flow collection must be indented further than the containing block (7.4). Closing brackets in practice are not.</summary>
    private bool NextFlowContent() => NextContent() && (_pos - _lineStart > _flowParent || _text[_pos] is ']' or '}');

    /// <summary>Skips the comma after a child of a flow collection. Returns false if neither a comma nor the closing bracket follows.</summary>
    private bool Separator(char close)
    {
        if (!NextFlowContent())
        {
            return false;
        }

        if (_text[_pos] == ',')
        {
            _pos++;
            return true;
        }

        return _text[_pos] == close;
    }

    /// <summary>Reads a scalar in a flow collection, which must be on one line.</summary>
    private SpecNode? FlowScalar()
    {
        int start = _pos;
        int lineStart = _lineStart;
        if (_text[start] is '"' or '\'')
        {
            string? quoted = Quoted(-1);
            return quoted is not null && _lineStart == lineStart ? new SpecNode(SpecKind.String, quoted, start, _pos) : GiveUp();
        }

        if (!IsPlainStart(start) || (_text[start] == '-' && IsFlowIndicator(start + 1)))
        {
            return GiveUp();
        }

        int i = start;
        for (; i < _text.Length; i++)
        {
            char c = _text[i];
            if (c is ',' or ']' or '}' or '\n' || (c == '#' && IsBlank(i - 1)) || (c == ':' && IsBlank(i + 1)))
            {
                break;
            }

            if (c is '[' or '{' || (c == ':' && IsFlowIndicator(i + 1)))
            {
                return GiveUp();
            }
        }

        _pos = TrimEnd(start, i);
        SpecKind kind = PlainScalar.Resolve(Text(start, _pos), out string text);
        return new SpecNode(kind, text, start, _pos);
    }

    private bool IsFlowIndicator(int at) => at < _text.Length && _text[at] is ',' or '[' or ']' or '{' or '}';
}
