using System.Globalization;
using System.Text;

namespace CdeCodegen.Tasks.Report.Printing;

/// <summary>
/// Writes HTML. Names of elements and attributes are constants of the code; every text and every value of an attribute is escaped, so that nothing in a
/// document can become markup.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    public override string ToString() => _text.ToString();

    /// <summary>Starts an element. An attribute with the value null is left out.</summary>
    public HtmlWriter Start(string element, params (string Name, string? Value)[] attributes)
    {
        Tag(element, attributes);
        _open.Push(element);
        return this;
    }

    /// <summary>Ends the innermost element.</summary>
    public HtmlWriter End()
    {
        Close(_open.Pop());
        return this;
    }

    /// <summary>Writes an element that contains only text.</summary>
    public HtmlWriter Element(string element, string text, params (string Name, string? Value)[] attributes)
    {
        Tag(element, attributes);
        Append(text, isAttribute: false);
        Close(element);
        return this;
    }

    /// <summary>Writes an element without content and end tag.</summary>
    public HtmlWriter Void(string element, params (string Name, string? Value)[] attributes)
    {
        Tag(element, attributes);
        return this;
    }

    public HtmlWriter Text(string text)
    {
        Append(text, isAttribute: false);
        return this;
    }

    /// <summary>Writes a text that lines may break in: after each of these characters.</summary>
    public HtmlWriter Breakable(string text, params char[] after)
    {
        int start = 0;
        for (int i; (i = text.IndexOfAny(after, start)) >= 0; start = i + 1)
        {
            Append(text.Substring(start, i + 1 - start), isAttribute: false);
            _text.Append("<wbr>");
        }

        Append(text.Substring(start), isAttribute: false);
        return this;
    }

    /// <summary>Writes the style sheet or the script of the report, which are constants.</summary>
    public HtmlWriter Raw(string constant)
    {
        _text.Append(constant);
        return this;
    }

    private void Close(string element)
    {
        _text.Append("</").Append(element).Append('>');

        // A line break between words is a space on the page.
        if (element is not ("a" or "button" or "code" or "kbd" or "label" or "mark" or "output" or "small" or "span" or "strong"))
        {
            _text.Append('\n');
        }
    }

    private void Tag(string element, (string Name, string? Value)[] attributes)
    {
        _text.Append('<').Append(element);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                _text.Append(' ').Append(name).Append("=\"");
                Append(value, isAttribute: true);
                _text.Append('"');
            }
        }

        _text.Append('>');
    }

    private void Append(string text, bool isAttribute)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '&':
                    _text.Append("&amp;");
                    break;

                case '<':
                    _text.Append("&lt;");
                    break;

                case '>':
                    _text.Append("&gt;");
                    break;

                case '"' when isAttribute:
                    _text.Append("&quot;");
                    break;

                case '\'' when isAttribute:
                    _text.Append("&#39;");
                    break;

                case '\t' or '\n' or '\r':
                    _text.Append(c);
                    break;

                // Characters that change the direction of text can make it read as something else. They are shown, not applied.
                case >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u061C':
                    _text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    break;

                case < ' ' or >= '\u007F' and <= '\u009F' or '\uFFFE' or '\uFFFF':
                    _text.Append('\uFFFD');
                    break;

                case >= '\uD800' and <= '\uDFFF':
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    {
                        _text.Append(c).Append(text[++i]);
                    }
                    else
                    {
                        _text.Append('\uFFFD');
                    }

                    break;

                default:
                    _text.Append(c);
                    break;
            }
        }
    }
}
