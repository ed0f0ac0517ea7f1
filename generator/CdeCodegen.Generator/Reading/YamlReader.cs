using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CdeCodegen.Generator.Reading;

/// <summary>
/// Builds nodes from the events of YamlDotNet. No other file uses that library. Reads the first document of a stream.
/// </summary>
/// <remarks>
/// An alias shares the node of its anchor. A traversal still sees a tree, so the size of that tree is bounded: a few lines of text can expand to billions
/// of values ("billion laughs").
/// </remarks>
internal sealed partial class YamlReader
{
    private readonly string _text;

    /// <summary>The offset after a byte order mark, which the parser would read as part of the first word.</summary>
    private readonly int _start;
    private readonly Parser _parser;
    private readonly ProblemList _problems = new();
    private readonly NodeBuilder _builder;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, Anchored> _anchors = new(StringComparer.Ordinal);
    private bool _stopped;
    private int _events;

    /// <summary>The number of values so far, including those that aliases expand to.</summary>
    private int _values;

    /// <summary>The maximum depth so far within the current anchored value.</summary>
    private int _deepest;

    /// <summary>The end of the last value in the text. For an alias, it differs from the end of its node.</summary>
    private int _end;

    private YamlReader(string text, CancellationToken cancellationToken)
    {
        _text = text;
        _start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        _end = _start;
        var input = new StringReader(text);
        if (_start == 1)
        {
            input.Read();
        }

        _parser = new Parser(input);
        _builder = new NodeBuilder(_problems);
        _cancellationToken = cancellationToken;
    }

    public static SpecTree Read(string text, CancellationToken cancellationToken)
    {
        var reader = new YamlReader(text, cancellationToken);
        SpecNode? root = reader.Stream();
        return new SpecTree(root, reader._problems.Items);
    }

    private SpecNode? Stream()
    {
        if (!Next() || !Next())
        {
            return null;
        }

        if (_parser.Current is not DocumentStart)
        {
            Stop(0, 0, "the document is empty");
            return null;
        }

        SpecNode? root = Next() ? Value(0) : null;
        if (!_stopped && Next() && Next() && _parser.Current is DocumentStart second)
        {
            int start = Offset(second.Start);
            _problems.Add(SpecProblemKind.MoreDocuments, start, start, "another document starts here; only the first one of a file is read");
        }

        return root;
    }

    /// <summary>Reads the value that starts at the current event, and stops at its last event. Returns null if reading stops.</summary>
    private SpecNode? Value(int depth)
    {
        _values++;
        _deepest = Math.Max(_deepest, depth);
        switch (_parser.Current)
        {
            case AnchorAlias alias:
                return Alias(alias, depth);
            case NodeEvent { Anchor.IsEmpty: false } anchored:
                return AnchoredValue(anchored, depth);
            case NodeEvent node:
                return Value(node, depth);
            default:
                Stop(_end, _end, "a value is expected");
                return null;
        }
    }

    private SpecNode? Value(NodeEvent node, int depth)
    {
        if (node is Scalar scalar)
        {
            _end = Offset(scalar.End);
            return Scalar(scalar, Offset(scalar.Start), _end);
        }

        if (depth >= JsonReader.MaxDepth)
        {
            // The parser's time is quadratic in the depth, so deep values cannot be skipped.
            _problems.Add(
                SpecProblemKind.TooDeep, Offset(node.Start), Offset(node.End),
                "the document is nested more than " + JsonReader.MaxDepth + " levels deep here; it is read up to this point");
            _stopped = true;
            return null;
        }

        return node is MappingStart mapping ? Mapping(mapping, depth) : Sequence((SequenceStart)node, depth);
    }

    private SpecNode Mapping(MappingStart opening, int depth)
    {
        int start = Offset(opening.Start);
        int first = _builder.MemberCount;
        List<SpecNode>? merged = null;
        _end = Offset(opening.End);
        while (Next())
        {
            if (_parser.Current is MappingEnd closing)
            {
                Close(closing);
                break;
            }

            bool isMerge = _parser.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain } key
                && (key.Tag.IsEmpty || key.Tag.Value == "tag:yaml.org,2002:merge");
            int nameStart = Offset(_parser.Current!.Start);
            string? name = Name(depth);
            int nameEnd = _end;
            SpecNode? value = !_stopped && Next() ? Value(depth + 1) : null;
            if (value is null)
            {
                break;
            }

            if (isMerge)
            {
                (merged ??= []).Add(value);
            }
            else if (name is not null)
            {
                _builder.Add(new SpecMember(name, nameStart, nameEnd, value));
            }
        }

        int end = _end;
        if (merged is not null)
        {
            Merge(merged, first, start);
        }

        return _builder.CloseObject(first, start, end);
    }

    /// <summary>The text of a key, or null if the key is not a scalar.</summary>
    private string? Name(int depth)
    {
        if (_parser.Current is Scalar { Anchor.IsEmpty: true } key)
        {
            _end = Offset(key.End);
            return key.Value;
        }

        int start = Offset(_parser.Current!.Start);
        string? written = (_parser.Current as Scalar)?.Value;
        SpecNode? node = Value(depth + 1);
        if (node is null || node.Kind is not (SpecKind.Array or SpecKind.Object))
        {
            return written ?? node?.Text;
        }

        _problems.Add(
            SpecProblemKind.Irregular, start, _end, "a key that is a list or an object has no equivalent in JSON; it is ignored together with its value");
        return null;
    }

    private SpecNode Sequence(SequenceStart opening, int depth)
    {
        int start = Offset(opening.Start);
        int first = _builder.ItemCount;
        _end = Offset(opening.End);
        while (Next())
        {
            if (_parser.Current is SequenceEnd closing)
            {
                Close(closing);
                break;
            }

            SpecNode? item = Value(depth + 1);
            if (item is null)
            {
                break;
            }

            _builder.Add(item);
        }

        return _builder.CloseArray(first, start, _end);
    }

    /// <summary>
    /// The end of a container. In flow style, the event is before the bracket. In block style, it is at the next token, so the end of the last child is used.
    /// </summary>
    private void Close(ParsingEvent closing)
    {
        int bracket = Offset(closing.Start);
        if (bracket >= _end && bracket < _text.Length && _text[bracket] is '}' or ']')
        {
            _end = bracket + 1;
        }
    }

    private SpecNode Scalar(Scalar scalar, int start, int end)
    {
        string tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        bool isString = tag is "!" or "tag:yaml.org,2002:str"
            || (scalar.Style != ScalarStyle.Plain && !tag.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal));
        if (isString)
        {
            return new SpecNode(SpecKind.String, scalar.Value, start, end);
        }

        SpecKind kind = PlainScalar.Resolve(scalar.Value, out string text);
        SpecKind? wanted = tag switch
        {
            "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" => SpecKind.Number,
            "tag:yaml.org,2002:bool" => SpecKind.Boolean,
            "tag:yaml.org,2002:null" => SpecKind.Null,
            "" => kind,

            // Application tags and tags of YAML 1.1 (dates, binary) describe how to interpret a string.
            _ => null,
        };
        if (wanted == kind)
        {
            return new SpecNode(kind, text, start, end);
        }

        if (wanted is not null)
        {
            _problems.Add(SpecProblemKind.Irregular, start, end, "'" + Excerpt.Of(scalar.Value) + "' is not what its tag says; it is read as a string");
        }

        return new SpecNode(SpecKind.String, scalar.Value, start, end);
    }

    private SpecNode? AnchoredValue(NodeEvent node, int depth)
    {
        var anchored = new Anchored();
        _anchors[node.Anchor.Value] = anchored;
        int values = _values - 1;
        int deepest = _deepest;
        _deepest = depth;

        anchored.Node = Value(node, depth);

        anchored.Values = _values - values;
        anchored.Height = _deepest - depth;
        _deepest = Math.Max(_deepest, deepest);
        return anchored.Node;
    }

    private SpecNode Alias(AnchorAlias alias, int depth)
    {
        int start = Offset(alias.Start);
        _end = Offset(alias.End);
        string name = "*" + Excerpt.Of(alias.Value.Value);
        if (!_anchors.TryGetValue(alias.Value.Value, out Anchored? target))
        {
            return BadAlias(start, name + " has no anchor before it");
        }

        if (target.Node is null)
        {
            return BadAlias(start, name + " refers to a value that contains it");
        }

        if (depth + target.Height > JsonReader.MaxDepth)
        {
            return BadAlias(start, name + " nests the document more than " + JsonReader.MaxDepth + " levels deep");
        }

        if (!TryCount(target.Values))
        {
            return BadAlias(start, name + " makes the document too large: aliases stand for more than a million values");
        }

        _deepest = Math.Max(_deepest, depth + target.Height);
        return target.Node;
    }

    private bool Next()
    {
        if (_stopped)
        {
            return false;
        }

        if ((++_events & 1023) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        try
        {
            return _parser.MoveNext();
        }
        catch (YamlException e)
        {
            int start = Offset(e.Start);
            bool placed = start >= _end;
            Stop(placed ? start : Behind(), placed ? Offset(e.End) : Behind(), Sentence(e.Message));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Invalid text also causes other exceptions, whose messages do not help the author of the document.
            Stop(Behind(), Behind(), "this cannot be read as YAML");
        }

        return false;
    }

    /// <summary>The position to report when the parser has none: the end of what it has read.</summary>
    private int Behind()
    {
        int at = _end;
        while (at < _text.Length && _text[at] is ':' or ' ' or '\r' or '\n')
        {
            at++;
        }

        return at;
    }

    private void Stop(int start, int end, string message)
    {
        _stopped = true;
        _problems.Add(SpecProblemKind.SyntaxError, start, end, message);
    }

    /// <summary>Formats a parser message as a clause.</summary>
    private static string Sentence(string message)
    {
        string clause = Excerpt.Of(message, 300).TrimEnd('.', ' ');
        return clause.Length > 1 && char.IsLower(clause[1]) ? char.ToLowerInvariant(clause[0]) + clause.Substring(1) : clause;
    }

    private int Offset(in Mark mark) => (int)Math.Min(mark.Index + _start, _text.Length);
}
