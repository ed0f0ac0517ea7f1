using System.Collections;
using System.Globalization;
using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Lays lists, maps and objects out by their style. Names come escaped; what is null, and a list or map without items, is left out.</summary>
internal static class ParameterFormatter
{
    /// <summary>Writes the <c>name=value</c> of a scalar, without boxing it.</summary>
    internal static void Pair<T>(ref UrlWriter w, ref PairSeparator separator, string name, T value)
    {
        if (value is null)
        {
            return;
        }

        int start = w.Length;
        PairSeparator before = separator;
        separator.Write(ref w);
        w.Literal(name);
        w.Literal('=');
        if (!w.TryScalar(value))
        {
            // A JSON null, an enumeration that was never set.
            w.TruncateTo(start);
            separator = before;
        }
    }

    /// <summary>Writes <c>name=value</c> pairs of a query or a form.</summary>
    internal static void Pairs(ref UrlWriter w, ref PairSeparator separator, string name, object? value, ApiParameterStyle style, bool allowReserved)
    {
        if (value is null)
        {
            return;
        }

        if (style == ApiParameterStyle.Json)
        {
            Pair(ref w, ref separator, name, CompositeValue.Json(value), allowReserved);
        }
        else if (style == ApiParameterStyle.DeepObject)
        {
            Deep(ref w, ref separator, name, value, allowReserved);
        }
        else if (CompositeValue.IsMap(value, out IEnumerable<KeyValuePair<string, object?>>? entries))
        {
            if (style == ApiParameterStyle.Exploded)
            {
                foreach ((string key, object? item) in entries)
                {
                    ExplodedItem(ref w, ref separator, System.Uri.EscapeDataString(key), item, allowReserved);
                }
            }
            else
            {
                Joined(ref w, ref separator, name, Flat(entries), style, allowReserved);
            }
        }
        else if (CompositeValue.IsList(value, out IEnumerable? items))
        {
            if (style == ApiParameterStyle.Exploded)
            {
                foreach (object? item in items)
                {
                    Pair(ref w, ref separator, name, CompositeValue.Text(item), allowReserved);
                }
            }
            else
            {
                Joined(ref w, ref separator, name, items, style, allowReserved);
            }
        }
        else
        {
            Pair(ref w, ref separator, name, CompositeValue.Text(value), allowReserved);
        }
    }

    /// <summary>The value of a header or cookie: not percent-encoded.</summary>
    internal static string? Line(object? value, ApiParameterStyle style)
    {
        if (value is null)
        {
            return null;
        }

        if (style == ApiParameterStyle.Json)
        {
            return CompositeValue.Json(value);
        }

        if (CompositeValue.IsMap(value, out IEnumerable<KeyValuePair<string, object?>>? entries))
        {
            var text = new StringBuilder();
            foreach ((string key, object? item) in entries)
            {
                text.Append(text.Length > 0 ? "," : "").Append(key).Append(style == ApiParameterStyle.Exploded ? '=' : ',').Append(CompositeValue.Text(item));
            }

            return text.Length > 0 ? text.ToString() : null;
        }

        if (CompositeValue.IsList(value, out IEnumerable? items))
        {
            string joined = string.Join(',', items.Cast<object?>().Select(CompositeValue.Text));
            return joined.Length > 0 ? joined : null;
        }

        return CompositeValue.Text(value);
    }

    private static void Pair(ref UrlWriter w, ref PairSeparator separator, string name, string? value, bool allowReserved)
    {
        if (value is not null)
        {
            separator.Write(ref w);
            w.Literal(name);
            w.Literal('=');
            w.Value(value, allowReserved);
        }
    }

    /// <summary>A list inside an object is repeated, as a list on its own would be.</summary>
    private static void ExplodedItem(ref UrlWriter w, ref PairSeparator separator, string key, object? value, bool allowReserved)
    {
        if (value is null || !CompositeValue.IsList(value, out IEnumerable? items))
        {
            Pair(ref w, ref separator, key, CompositeValue.Text(value), allowReserved);
            return;
        }

        foreach (object? item in items)
        {
            Pair(ref w, ref separator, key, CompositeValue.Text(item), allowReserved);
        }
    }

    private static void Joined(ref UrlWriter w, ref PairSeparator separator, string name, IEnumerable items, ApiParameterStyle style, bool allowReserved)
    {
        string between = style switch
        {
            ApiParameterStyle.Space => "%20",
            ApiParameterStyle.Pipe => "%7C",
            ApiParameterStyle.Tab => "%09",
            _ => ",",
        };
        bool first = true;
        foreach (object? item in items)
        {
            if (CompositeValue.Text(item) is not { } text)
            {
                continue;
            }

            if (first)
            {
                separator.Write(ref w);
                w.Literal(name);
                w.Literal('=');
            }
            else
            {
                w.Literal(between);
            }

            w.Value(text, allowReserved);
            first = false;
        }
    }

    /// <summary><c>name[key][0]=value</c>: lists inside are numbered, which servers that read this style agree on.</summary>
    private static void Deep(ref UrlWriter w, ref PairSeparator separator, string name, object? value, bool allowReserved)
    {
        if (value is null)
        {
            return;
        }

        if (CompositeValue.IsMap(value, out IEnumerable<KeyValuePair<string, object?>>? entries))
        {
            foreach ((string key, object? item) in entries)
            {
                Deep(ref w, ref separator, $"{name}%5B{System.Uri.EscapeDataString(key)}%5D", item, allowReserved);
            }
        }
        else if (CompositeValue.IsList(value, out IEnumerable? items))
        {
            int i = 0;
            foreach (object? item in items)
            {
                Deep(ref w, ref separator, string.Create(CultureInfo.InvariantCulture, $"{name}%5B{i++}%5D"), item, allowReserved);
            }
        }
        else
        {
            Pair(ref w, ref separator, name, CompositeValue.Text(value), allowReserved);
        }
    }

    private static IEnumerable<object?> Flat(IEnumerable<KeyValuePair<string, object?>> entries)
    {
        foreach ((string key, object? item) in entries)
        {
            if (item is not null)
            {
                yield return key;
                yield return item;
            }
        }
    }
}
