using System.Collections;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Lays lists, maps and objects out in a segment of a path: OpenAPI's styles simple, label and matrix, as RFC 6570 has them.</summary>
internal static class PathSegmentFormatter
{
    /// <param name="w">Where to.</param>
    /// <param name="value">A scalar, a list or a map.</param>
    /// <param name="style">The layout.</param>
    /// <param name="name">Of the parameter, percent-encoded: matrix writes it.</param>
    /// <returns>Whether there was anything to write.</returns>
    internal static bool Write(ref UrlWriter w, object? value, ApiParameterStyle style, string name)
    {
        if (value is null)
        {
            return false;
        }

        int start = w.Length;
        if (style == ApiParameterStyle.Json)
        {
            w.Value(CompositeValue.Json(value));
        }
        else if (CompositeValue.IsMap(value, out IEnumerable<KeyValuePair<string, object?>>? entries))
        {
            bool isExploded = style is ApiParameterStyle.Exploded or ApiParameterStyle.LabelExploded or ApiParameterStyle.MatrixExploded;
            foreach ((string key, object? item) in entries)
            {
                if (CompositeValue.Text(item) is { } text)
                {
                    Separate(ref w, start, style, style == ApiParameterStyle.Matrix ? name : null);
                    w.Value(key);
                    w.Literal(isExploded ? '=' : ',');
                    w.Value(text);
                }
            }
        }
        else if (CompositeValue.IsList(value, out IEnumerable? items))
        {
            foreach (object? item in items)
            {
                Separate(ref w, start, style, name);
                w.Value(CompositeValue.Text(item));
            }
        }
        else if (CompositeValue.Text(value) is { } text)
        {
            Separate(ref w, start, style, name);
            w.Value(text);
        }

        return w.Length > start;
    }

    /// <summary>What stands before a value: by the style, and by whether it is the first. A map's own keys take the place of the name: it is null then.</summary>
    private static void Separate(ref UrlWriter w, int start, ApiParameterStyle style, string? name)
    {
        bool isFirst = w.Length == start;
        switch (style)
        {
            case ApiParameterStyle.Label or ApiParameterStyle.LabelExploded when isFirst || style == ApiParameterStyle.LabelExploded:
                w.Literal('.');
                break;
            case ApiParameterStyle.Matrix or ApiParameterStyle.MatrixExploded when isFirst || style == ApiParameterStyle.MatrixExploded:
                w.Literal(';');
                if (name is not null)
                {
                    w.Literal(name);
                    w.Literal('=');
                }

                break;
            default:
                w.Literal(isFirst ? "" : ",");
                break;
        }
    }
}
