using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

/// <summary>
/// Enumerates lists, maps and JSON values alike, so that every parameter style supports all of them. Parameters are small, so boxing is acceptable.
/// </summary>
internal static class CompositeValue
{
    internal static bool IsList(object value, [NotNullWhen(true)] out IEnumerable? items)
    {
        items = value switch
        {
            string or byte[] or IDictionary => null,
            JsonElement { ValueKind: JsonValueKind.Array } json => json.EnumerateArray(),
            JsonElement => null,
            IEnumerable list => IsMap(value, out _) ? null : list,
            _ => null,
        };
        return items is not null;
    }

    internal static bool IsMap(object value, [NotNullWhen(true)] out IEnumerable<KeyValuePair<string, object?>>? entries)
    {
        entries = value switch
        {
            JsonElement { ValueKind: JsonValueKind.Object } json => json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, (object?)p.Value)),
            IDictionary map => EnumerateEntries(map),

            // The dictionaries of .NET implement IDictionary; these cases serve the caller's own types.
            IEnumerable<KeyValuePair<string, string>> map => BoxValues(map),
            IEnumerable<KeyValuePair<string, bool>> map => BoxValues(map),
            IEnumerable<KeyValuePair<string, int>> map => BoxValues(map),
            IEnumerable<KeyValuePair<string, long>> map => BoxValues(map),
            IEnumerable<KeyValuePair<string, double>> map => BoxValues(map),
            IEnumerable<KeyValuePair<string, decimal>> map => BoxValues(map),
            IEnumerable<KeyValuePair<string, Guid>> map => BoxValues(map),
            IEnumerable<KeyValuePair<string, DateTimeOffset>> map => BoxValues(map),
            IEnumerable<KeyValuePair<string, JsonElement>> map => BoxValues(map),
            _ => null,
        };
        return entries is not null;
    }

    /// <summary>Formats a scalar as text and anything else as JSON. Null stays null.</summary>
    internal static string? Format(object? value)
    {
        if (value is null)
        {
            return null;
        }

        if (IsList(value, out _) || IsMap(value, out _))
        {
            return ToJson(value);
        }

        return ScalarText.TryFormat(value, stackalloc char[ScalarText.BufferSize], out ReadOnlySpan<char> text) ? text.ToString() : null;
    }

    internal static string ToJson(object? value)
    {
        var w = JsonWriter.Rent();
        try
        {
            Write(w, value);
            return Encoding.UTF8.GetString(w.Written);
        }
        finally
        {
            w.Return();
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> EnumerateEntries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return KeyValuePair.Create((string)entry.Key, entry.Value);
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> BoxValues<T>(IEnumerable<KeyValuePair<string, T>> map)
        => map.Select(e => KeyValuePair.Create(e.Key, (object?)e.Value));

    private static void Write(JsonWriter w, object? value)
    {
        switch (value)
        {
            case null:
                w.Null();
                return;
            case bool b:
                w.Boolean(b);
                return;
            case int i:
                w.Int32(i);
                return;
            case long l:
                w.Int64(l);
                return;
            case float f:
                w.Single(f);
                return;
            case double d:
                w.Double(d);
                return;
            case decimal m:
                w.Decimal(m);
                return;
            case JsonElement json:
                w.Element(json);
                return;
        }

        if (IsMap(value, out IEnumerable<KeyValuePair<string, object?>>? entries))
        {
            w.Start();
            foreach ((string key, object? item) in entries)
            {
                w.Name(key);
                Write(w, item);
            }

            w.End();
        }
        else if (IsList(value, out IEnumerable? items))
        {
            w.StartArray();
            foreach (object? item in items)
            {
                Write(w, item);
            }

            w.EndArray();
        }
        else
        {
            w.String(Format(value));
        }
    }
}
