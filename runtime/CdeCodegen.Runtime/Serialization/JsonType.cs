using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CdeCodegen.Runtime.Internal;

/// <summary>How values of a type that generated members have are written and read for <see cref="JsonSerializer"/>.</summary>
/// <remarks>
/// Generated code has a reader for types that responses contain and a writer for types that requests contain; the missing ones would cost every build of
/// every user. So this path goes through the properties instead, with the table of JSON names that each class has.
/// </remarks>
internal abstract class JsonType
{
    private static readonly Dictionary<Type, JsonType> s_scalars = new(ScalarTypes.All);

    /// <summary>Types of assemblies that can be unloaded must not stay here.</summary>
    private static readonly ConditionalWeakTable<Type, Found> s_types = [];

    /// <summary>Whether JSON null is a value of the type, and not the absence of one.</summary>
    internal virtual bool ReadsNull => false;

    /// <summary>Returns how a type is written and read; null for a type that JSON cannot hold, such as a file.</summary>
    internal static JsonType? Find(Type type)
    {
        if (s_scalars.TryGetValue(type, out JsonType? scalar))
        {
            return scalar;
        }

        if (!s_types.TryGetValue(type, out Found? found))
        {
            found = new Found(Create(type));
            s_types.AddOrUpdate(type, found);
        }

        return found.Type;
    }

    internal abstract object? ReadObject(ref JsonReader r);

    internal abstract void WriteObject(Utf8JsonWriter w, object value);

    internal abstract JsonType ListOf(Type self);

    internal abstract JsonType MapOf(Type self);

    internal abstract JsonType OptionalOf(Type self);

    internal virtual JsonType NullableOf() => this;

    private static JsonType? Create(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType is { } converter
                && Activator.CreateInstance(converter) is IJsonTyped typed
                ? typed.Type
                : null;
        }

        Type definition = type.GetGenericTypeDefinition();
        Type argument = type.GetGenericArguments()[^1];
        return Find(argument) is not { } item ? null
            : definition == typeof(Nullable<>) ? item.NullableOf()
            : definition == typeof(Optional<>) ? item.OptionalOf(argument)
            : definition == typeof(IReadOnlyList<>) ? item.ListOf(argument)
            : definition == typeof(IReadOnlyDictionary<,>) ? item.MapOf(argument)
            : null;
    }

    private sealed record Found(JsonType? Type);
}

/// <summary>How values of <typeparamref name="T"/> are written and read.</summary>
internal abstract class JsonType<T> : JsonType
{
    internal abstract T Read(ref JsonReader r);

    internal abstract void Write(Utf8JsonWriter w, T value);

    internal sealed override object? ReadObject(ref JsonReader r) => Read(ref r);

    internal sealed override void WriteObject(Utf8JsonWriter w, object value) => Write(w, (T)value);

    /// <summary>Reads a value, or null where the type has it.</summary>
    internal T ReadItem(ref JsonReader r) => default(T) is null && !ReadsNull && r.TryNull() ? default! : Read(ref r);

    internal void WriteItem(Utf8JsonWriter w, T value)
    {
        if (value is null)
        {
            w.WriteNullValue();
        }
        else
        {
            Write(w, value);
        }
    }
}

/// <summary>Every type but a collection: lists, maps and optional members of it are instantiated here, so that Native AOT compiles them.</summary>
internal abstract class LeafType<T> : JsonType<T>
{
    internal sealed override JsonType ListOf(Type self) => new ListType<T>(this);

    internal sealed override JsonType MapOf(Type self) => new MapType<T>(this);

    internal sealed override JsonType OptionalOf(Type self) => new OptionalType<T>(this);
}

/// <summary>A struct.</summary>
internal abstract class StructType<T> : LeafType<T>
    where T : struct
{
    internal sealed override JsonType NullableOf() => new NullableType<T>(this);
}

/// <summary>A struct or null. Its owner has dealt with null, except where JSON null is a value.</summary>
internal sealed class NullableType<T>(StructType<T> type) : LeafType<T?>
    where T : struct
{
    internal override bool ReadsNull => type.ReadsNull;

    internal override T? Read(ref JsonReader r) => type.Read(ref r);

    internal override void Write(Utf8JsonWriter w, T? value) => type.Write(w, value.GetValueOrDefault());
}

/// <summary>Implemented by the converters of generated types.</summary>
internal interface IJsonTyped
{
    JsonType Type { get; }
}
