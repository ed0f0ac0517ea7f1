using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

/// <summary>A collection of collections, or an optional one.</summary>
/// <remarks>
/// A generic class for collections of collections would contain itself without end, which Native AOT refuses. The items are references, and code for
/// references is shared, so their arrays and dictionaries can be made by reflection.
/// </remarks>
internal abstract class NestedType(JsonType item) : JsonType
{
    protected const string IsReference = "The type argument is an interface, and the code of arrays and dictionaries of references is always there.";

    internal override JsonType ListOf(Type self) => new NestedListType(this, self);

    internal override JsonType MapOf(Type self) => new NestedMapType(this, self);

    internal override JsonType OptionalOf(Type self) => new NestedOptionalType(this, self);

    protected object? ReadItem(ref JsonReader r) => r.TryNull() ? null : item.ReadObject(ref r);

    protected void WriteItem(Utf8JsonWriter w, object? value)
    {
        if (value is null)
        {
            w.WriteNullValue();
        }
        else
        {
            item.WriteObject(w, value);
        }
    }
}

internal sealed class NestedListType(JsonType item, Type type) : NestedType(item)
{
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = IsReference)]
    internal override object ReadObject(ref JsonReader r)
    {
        JsonValues.StartArray(ref r);
        var items = new List<object?>();
        while (JsonValues.NextItem(ref r))
        {
            items.Add(ReadItem(ref r));
        }

        var array = Array.CreateInstance(type, items.Count);
        ((ICollection)items).CopyTo(array, 0);
        return array;
    }

    internal override void WriteObject(Utf8JsonWriter w, object value)
    {
        w.WriteStartArray();
        foreach (object? entry in (IEnumerable)value)
        {
            WriteItem(w, entry);
        }

        w.WriteEndArray();
    }
}

internal sealed class NestedMapType(JsonType item, Type type) : NestedType(item), IMapType
{
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = IsReference)]
    [UnconditionalSuppressMessage("Trimming", "IL2111", Justification = "Only its constructor is called, which other code calls as well.")]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, typeof(Dictionary<,>))]
    public object CreateMap() => Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), type))!;

    public void ReadEntry(ref JsonReader r, object map, string key) => ((IDictionary)map)[key] = ReadItem(ref r);

    public void WriteEntries(Utf8JsonWriter w, object map)
    {
        // All dictionaries of .NET implement the interface without type arguments.
        IDictionary entries = map as IDictionary ?? throw new NotSupportedException($"{map.GetType()} must implement IDictionary to be written as JSON.");
        foreach (DictionaryEntry entry in entries)
        {
            w.WritePropertyName((string)entry.Key);
            WriteItem(w, entry.Value);
        }
    }

    internal override object ReadObject(ref JsonReader r)
    {
        object map = CreateMap();
        JsonValues.StartMap(ref r);
        while (JsonValues.NextEntry(ref r, out string key))
        {
            ReadEntry(ref r, map, key);
        }

        return map;
    }

    internal override void WriteObject(Utf8JsonWriter w, object value)
    {
        w.WriteStartObject();
        WriteEntries(w, value);
        w.WriteEndObject();
    }
}

/// <summary>An optional collection of collections.</summary>
internal sealed class NestedOptionalType(JsonType item, Type type) : NestedType(item)
{
    internal override bool ReadsNull => true;

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = IsReference)]
    internal override object ReadObject(ref JsonReader r) =>
        ((IOptional)Activator.CreateInstance(typeof(Optional<>).MakeGenericType(type))!).With(ReadItem(ref r));

    internal override void WriteObject(Utf8JsonWriter w, object value) => WriteItem(w, ((IOptional)value).Value);
}
