using System.Collections;
using System.Globalization;
using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>
/// Formats query, form and header parameters by their style. Names must be percent-encoded already. Null and empty collections are omitted.
/// </summary>
internal static class ParameterFormatter
{
    /// <summary>Writes a scalar as <c>name=value</c> without boxing it.</summary>
    internal static void WritePair<T>(ref UrlWriter w, ref PairSeparator separator, string name, T value)
    {
        if (value is null)
        {
            return;
        }

        int start = w.Length;
        PairSeparator before = separator;
        separator.WriteName(ref w, name);
        if (!w.TryWriteScalar(value))
        {
            // The value is a JSON null or the default of an enumeration.
            w.TruncateTo(start);
            separator = before;
        }
    }

    /// <summary>Writes a scalar of a value type as <c>name=value</c>. The type patterns of the other overload are slow for a nullable type.</summary>
    internal static void WritePair<T>(ref UrlWriter w, ref PairSeparator separator, string name, T? value)
        where T : struct
    {
        if (value is { } given)
        {
            WritePair(ref w, ref separator, name, given);
        }
    }

    /// <summary>Writes a value as the <c>name=value</c> pairs of a query or a form.</summary>
    internal static void WritePairs(ref UrlWriter w, ref PairSeparator separator, string name, object? value, ApiParameterStyle style, bool allowReserved)
    {
        if (value is null)
        {
            return;
        }

        if (style == ApiParameterStyle.Json)
        {
            WritePair(ref w, ref separator, name, CompositeValue.ToJson(value), allowReserved);
        }
        else if (style == ApiParameterStyle.DeepObject)
        {
            WriteDeepObject(ref w, ref separator, name, value, allowReserved);
        }
        else if (CompositeValue.IsMap(value, out IEnumerable<KeyValuePair<string, object?>>? entries))
        {
            if (style == ApiParameterStyle.Exploded)
            {
                foreach ((string key, object? item) in entries)
                {
                    WriteExplodedItem(ref w, ref separator, System.Uri.EscapeDataString(key), item, allowReserved);
                }
            }
            else
            {
                WriteJoined(ref w, ref separator, name, Flatten(entries), style, allowReserved);
            }
        }
        else if (CompositeValue.IsList(value, out IEnumerable? items))
        {
            if (style == ApiParameterStyle.Exploded)
            {
                foreach (object? item in items)
                {
                    WritePair(ref w, ref separator, name, CompositeValue.Format(item), allowReserved);
                }
            }
            else
            {
                WriteJoined(ref w, ref separator, name, items, style, allowReserved);
            }
        }
        else
        {
            WritePair(ref w, ref separator, name, CompositeValue.Format(value), allowReserved);
        }
    }

    /// <summary>Formats the value of a header or a cookie, without percent-encoding. Returns null if there is nothing to send.</summary>
    internal static string? FormatLine(object? value, ApiParameterStyle style)
    {
        if (value is null)
        {
            return null;
        }

        if (style == ApiParameterStyle.Json)
        {
            return CompositeValue.ToJson(value);
        }

        if (CompositeValue.IsMap(value, out IEnumerable<KeyValuePair<string, object?>>? entries))
        {
            string joined = Join(entries, Separator(style), style == ApiParameterStyle.Exploded ? '=' : Separator(style));
            return joined.Length > 0 ? joined : null;
        }

        if (CompositeValue.IsList(value, out IEnumerable? items))
        {
            string joined = Join(items, Separator(style));
            return joined.Length > 0 ? joined : null;
        }

        return CompositeValue.Format(value);
    }

    /// <summary>Joins the items of a list.</summary>
    private static string Join(IEnumerable items, char separator) => string.Join(separator, items.Cast<object?>().Select(CompositeValue.Format));

    /// <summary>Joins the keys and values of a map.</summary>
    private static string Join(IEnumerable<KeyValuePair<string, object?>> entries, char separator, char afterKey)
    {
        var text = new StringBuilder();
        foreach ((string key, object? item) in entries)
        {
            if (CompositeValue.Format(item) is { } value)
            {
                _ = text.Length > 0 ? text.Append(separator) : text;
                text.Append(key).Append(afterKey).Append(value);
            }
        }

        return text.ToString();
    }

    /// <summary>The character between the items of a list in a header.</summary>
    private static char Separator(ApiParameterStyle style) => style switch
    {
        ApiParameterStyle.Space => ' ',
        ApiParameterStyle.Pipe => '|',
        ApiParameterStyle.Tab => '\t',
        _ => ',',
    };

    private static void WritePair(ref UrlWriter w, ref PairSeparator separator, string name, string? value, bool allowReserved)
    {
        if (value is not null)
        {
            separator.WriteName(ref w, name);
            w.WriteValue(value, allowReserved);
        }
    }

    /// <summary>Repeats the name for each item of a list inside an object, as for a list that is a parameter itself.</summary>
    private static void WriteExplodedItem(ref UrlWriter w, ref PairSeparator separator, string key, object? value, bool allowReserved)
    {
        if (value is null || !CompositeValue.IsList(value, out IEnumerable? items))
        {
            WritePair(ref w, ref separator, key, CompositeValue.Format(value), allowReserved);
            return;
        }

        foreach (object? item in items)
        {
            WritePair(ref w, ref separator, key, CompositeValue.Format(item), allowReserved);
        }
    }

    /// <summary>The characters between the items of a list in a URL.</summary>
    internal static string EncodedSeparator(ApiParameterStyle style) => style switch
    {
        ApiParameterStyle.Space => "%20",
        ApiParameterStyle.Pipe => "%7C",
        ApiParameterStyle.Tab => "%09",
        _ => ",",
    };

    private static void WriteJoined(ref UrlWriter w, ref PairSeparator separator, string name, IEnumerable items, ApiParameterStyle style, bool allowReserved)
    {
        string between = EncodedSeparator(style);
        bool first = true;
        foreach (object? item in items)
        {
            if (CompositeValue.Format(item) is not { } text)
            {
                continue;
            }

            if (first)
            {
                separator.WriteName(ref w, name);
            }
            else
            {
                w.WriteLiteral(between);
            }

            w.WriteValue(text, allowReserved);
            first = false;
        }
    }

    /// <summary>Writes <c>name[key][0]=value</c>. Nested lists get indices, which all servers that support this style understand.</summary>
    private static void WriteDeepObject(ref UrlWriter w, ref PairSeparator separator, string name, object? value, bool allowReserved)
    {
        if (value is null)
        {
            return;
        }

        if (CompositeValue.IsMap(value, out IEnumerable<KeyValuePair<string, object?>>? entries))
        {
            foreach ((string key, object? item) in entries)
            {
                WriteDeepObject(ref w, ref separator, $"{name}%5B{System.Uri.EscapeDataString(key)}%5D", item, allowReserved);
            }
        }
        else if (CompositeValue.IsList(value, out IEnumerable? items))
        {
            int i = 0;
            foreach (object? item in items)
            {
                WriteDeepObject(ref w, ref separator, string.Create(CultureInfo.InvariantCulture, $"{name}%5B{i++}%5D"), item, allowReserved);
            }
        }
        else
        {
            WritePair(ref w, ref separator, name, CompositeValue.Format(value), allowReserved);
        }
    }

    /// <summary>The keys and the texts of their values. A key whose value is null is left out: without a value it would be taken for that of the key before.</summary>
    private static IEnumerable<string> Flatten(IEnumerable<KeyValuePair<string, object?>> entries)
    {
        foreach ((string key, object? item) in entries)
        {
            if (CompositeValue.Format(item) is { } value)
            {
                yield return key;
                yield return value;
            }
        }
    }
}
