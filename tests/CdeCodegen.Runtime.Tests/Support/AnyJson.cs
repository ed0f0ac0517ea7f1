namespace CdeCodegen.Runtime.Tests;

/// <summary>Reads arbitrary JSON with the readers of generated code, to compare them with System.Text.Json.</summary>
internal static class AnyJson
{
    public static object? Read(ApiResponse response)
        => response.StartJson(out JsonReader r).EndJson(ref r, Read(ref r));

    public static object? Read(byte[] json)
    {
        var r = new JsonReader(json);
        object? value = Read(ref r);
        r.End();
        return value;
    }

    public static object? Read(ref JsonReader r)
    {
        if (!JsonValues.NotNull(ref r))
        {
            return null;
        }

        switch (r.Peek)
        {
            case (byte)'{':
                var map = new Dictionary<string, object?>();
                JsonValues.StartMap(ref r);
                while (JsonValues.NextEntry(ref r, out string key))
                {
                    map[key] = Read(ref r);
                }

                return map;
            case (byte)'[':
                var list = new List<object?>();
                JsonValues.StartArray(ref r);
                while (JsonValues.NextItem(ref r))
                {
                    list.Add(Read(ref r));
                }

                return list;
            case (byte)'"':
                return JsonValues.String(ref r);
            case (byte)'t' or (byte)'f':
                return JsonValues.Boolean(ref r);
            default:
                return JsonValues.Double(ref r);
        }
    }
}
