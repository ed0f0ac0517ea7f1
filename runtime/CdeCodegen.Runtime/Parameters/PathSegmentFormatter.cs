using System.Collections;

namespace CdeCodegen.Runtime.Internal;

/// <summary>
/// Formats a value as a path segment in OpenAPI's styles <c>simple</c>, <c>label</c> and <c>matrix</c>, as RFC 6570 defines them, and in the collection formats
/// of Swagger 2.0.
/// </summary>
internal static class PathSegmentFormatter
{
    /// <param name="w">The URL.</param>
    /// <param name="value">A scalar, a list or a map.</param>
    /// <param name="style">The style.</param>
    /// <param name="name">The percent-encoded name of the parameter, which the matrix styles write.</param>
    /// <returns>Whether anything was written.</returns>
    internal static bool Write(ref UrlWriter w, object? value, ApiParameterStyle style, string name)
    {
        if (value is null)
        {
            return false;
        }

        int start = w.Length;
        if (style == ApiParameterStyle.Reserved)
        {
            w.WritePath(CompositeValue.Format(value));
        }
        else if (style == ApiParameterStyle.Json)
        {
            w.WriteValue(CompositeValue.ToJson(value));
        }
        else if (CompositeValue.IsMap(value, out IEnumerable<KeyValuePair<string, object?>>? entries))
        {
            bool isExploded = style is ApiParameterStyle.Exploded or ApiParameterStyle.LabelExploded or ApiParameterStyle.MatrixExploded;
            foreach ((string key, object? item) in entries)
            {
                if (CompositeValue.Format(item) is { } text)
                {
                    WriteSeparator(ref w, start, style, style == ApiParameterStyle.Matrix ? name : null);
                    w.WriteValue(key);
                    if (!isExploded)
                    {
                        w.WriteLiteral(ParameterFormatter.EncodedSeparator(style));
                    }
                    else if (text.Length > 0 || style != ApiParameterStyle.MatrixExploded)
                    {
                        w.WriteLiteral('=');
                    }

                    w.WriteValue(text);
                }
            }
        }
        else if (CompositeValue.IsList(value, out IEnumerable? items))
        {
            foreach (object? item in items)
            {
                string? text = CompositeValue.Format(item);
                WriteSeparator(ref w, start, style, name, hasValue: style == ApiParameterStyle.Matrix || text is { Length: > 0 });
                w.WriteValue(text);
            }
        }
        else if (CompositeValue.Format(value) is { } text)
        {
            WriteSeparator(ref w, start, style, name, hasValue: text.Length > 0);
            w.WriteValue(text);
        }

        return w.Length > start;
    }

    /// <summary>Writes the separator before a value. The name is null for a map whose keys replace it.</summary>
    /// <remarks>A name without a value has no equals sign (RFC 6570, section 3.2.7).</remarks>
    private static void WriteSeparator(ref UrlWriter w, int start, ApiParameterStyle style, string? name, bool hasValue = true)
    {
        bool isFirst = w.Length == start;
        switch (style)
        {
            case ApiParameterStyle.Label or ApiParameterStyle.LabelExploded when isFirst || style == ApiParameterStyle.LabelExploded:
                w.WriteLiteral('.');
                break;
            case ApiParameterStyle.Matrix or ApiParameterStyle.MatrixExploded when isFirst || style == ApiParameterStyle.MatrixExploded:
                w.WriteLiteral(';');
                if (name is not null)
                {
                    w.WriteLiteral(name);
                    w.WriteLiteral(hasValue ? "=" : "");
                }

                break;
            default:
                w.WriteLiteral(isFirst ? "" : ParameterFormatter.EncodedSeparator(style));
                break;
        }
    }
}
