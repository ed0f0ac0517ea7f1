using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

/// <summary>A map whose entries can be members of an object as well.</summary>
internal interface IMapType
{
    object CreateMap();

    /// <summary>Reads the value of an entry.</summary>
    void ReadEntry(ref JsonReader r, object map, string key);

    void WriteEntries(Utf8JsonWriter w, object map);
}

internal sealed class ListType<T>(JsonType<T> item) : JsonType<IReadOnlyList<T>>
{
    internal override IReadOnlyList<T> Read(ref JsonReader r)
    {
        JsonValues.StartArray(ref r);
        var items = default(JsonItems<T>);
        while (JsonValues.NextItem(ref r))
        {
            items.Add(item.ReadItem(ref r));
        }

        return items.ToList();
    }

    internal override void Write(Utf8JsonWriter w, IReadOnlyList<T> value)
    {
        w.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
        {
            item.WriteItem(w, value[i]);
        }

        w.WriteEndArray();
    }

    internal override JsonType ListOf(Type self) => new NestedListType(this, self);

    internal override JsonType MapOf(Type self) => new NestedMapType(this, self);

    internal override JsonType OptionalOf(Type self) => new OptionalType<IReadOnlyList<T>>(this);
}

internal sealed class MapType<T>(JsonType<T> item) : JsonType<IReadOnlyDictionary<string, T>>, IMapType
{
    public object CreateMap() => new Dictionary<string, T>();

    public void ReadEntry(ref JsonReader r, object map, string key) => ((Dictionary<string, T>)map)[key] = item.ReadItem(ref r);

    public void WriteEntries(Utf8JsonWriter w, object map)
    {
        foreach ((string key, T value) in (IReadOnlyDictionary<string, T>)map)
        {
            w.WritePropertyName(key);
            item.WriteItem(w, value);
        }
    }

    internal override IReadOnlyDictionary<string, T> Read(ref JsonReader r)
    {
        var map = new Dictionary<string, T>();
        JsonValues.StartMap(ref r);
        while (JsonValues.NextEntry(ref r, out string key))
        {
            ReadEntry(ref r, map, key);
        }

        return map;
    }

    internal override void Write(Utf8JsonWriter w, IReadOnlyDictionary<string, T> value)
    {
        w.WriteStartObject();
        WriteEntries(w, value);
        w.WriteEndObject();
    }

    internal override JsonType ListOf(Type self) => new NestedListType(this, self);

    internal override JsonType MapOf(Type self) => new NestedMapType(this, self);

    internal override JsonType OptionalOf(Type self) => new OptionalType<IReadOnlyDictionary<string, T>>(this);
}

/// <summary>A member that may be absent. Its owner leaves an absent one out, and writes one that is null.</summary>
internal sealed class OptionalType<T>(JsonType<T> type) : JsonType<Optional<T>>
{
    /// <summary>JSON null is a member that is present and null.</summary>
    internal override bool ReadsNull => true;

    internal override Optional<T> Read(ref JsonReader r) => new(type.ReadItem(ref r));

    internal override void Write(Utf8JsonWriter w, Optional<T> value) => type.WriteItem(w, value.GetValueOrDefault()!);

    internal override JsonType ListOf(Type self) => throw new NotSupportedException();

    internal override JsonType MapOf(Type self) => throw new NotSupportedException();

    internal override JsonType OptionalOf(Type self) => throw new NotSupportedException();
}
