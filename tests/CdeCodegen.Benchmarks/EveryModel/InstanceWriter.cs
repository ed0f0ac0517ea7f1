using System.Reflection;
using System.Text.Json;
using CdeCodegen.Runtime.Generated;

namespace CdeCodegen.Benchmarks.EveryModel;

/// <summary>
/// Writes a body for a model: every member near the root, only required ones below, two items in each list, the first alternative of each union, and texts
/// of which some repeat.
/// </summary>
internal sealed class InstanceWriter(ModelTypes models)
{
    private const int MaxLength = 64 * 1024;
    private const int FullDepth = 2;
    private const int MaxDepth = 12;

    private int _texts;

    /// <summary>Whether an open enumeration holds texts, not integers.</summary>
    public static bool IsText(Type type) => ((IApiEnum)Activator.CreateInstance(type)!).Text is null;

    /// <summary>Returns the body. Null if the model requires itself, or if its body is very large.</summary>
    public byte[]? Write(Type model)
    {
        using var stream = new MemoryStream();
        using var w = new Utf8JsonWriter(stream, new JsonWriterOptions { MaxDepth = 100 });
        _texts = 0;
        bool isWhole = TryWriteModel(w, model, 0);
        if (!isWhole || w.BytesCommitted + w.BytesPending > MaxLength)
        {
            return null;
        }

        w.Flush();
        return stream.ToArray();
    }

    private bool TryWriteModel(Utf8JsonWriter w, Type model, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        w.WriteStartObject();
        foreach ((string name, bool isRequired, PropertyInfo property) in ModelTypes.Members(model))
        {
            bool isLeaf = depth <= FullDepth + 1 && !IsObject(property.PropertyType);
            if (!isRequired && depth >= FullDepth && !isLeaf)
            {
                continue;
            }

            w.WritePropertyName(name);
            if (!TryWrite(w, property.PropertyType, depth + 1))
            {
                return false;
            }
        }

        w.WriteEndObject();
        return true;
    }

    private bool IsObject(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType ? Array.Exists(type.GenericTypeArguments, IsObject) : models.IndexOf(type) >= 0 || TwinWriter.IsUnion(type);
    }

    private bool TryWrite(Utf8JsonWriter w, Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ModelTypes.Is(type, typeof(Optional<>)))
        {
            return TryWrite(w, type.GenericTypeArguments[0], depth);
        }

        if (ModelTypes.Is(type, typeof(IReadOnlyList<>)))
        {
            w.WriteStartArray();
            bool isWhole = TryWrite(w, type.GenericTypeArguments[0], depth + 1) && TryWrite(w, type.GenericTypeArguments[0], depth + 1);
            w.WriteEndArray();
            return isWhole;
        }

        if (ModelTypes.Is(type, typeof(IReadOnlyDictionary<,>)))
        {
            w.WriteStartObject();
            w.WritePropertyName("first");
            bool isWhole = TryWrite(w, type.GenericTypeArguments[1], depth + 1);
            w.WriteEndObject();
            return isWhole;
        }

        if (typeof(IApiEnum).IsAssignableFrom(type))
        {
            WriteEnum(w, type);
            return true;
        }

        Type? alternative = type.IsAbstract ? Array.Find(type.GetNestedTypes(), nested => nested.BaseType == type && nested.GetProperty("Value") is not null) : null;
        if (alternative is not null)
        {
            return TryWrite(w, alternative.GetProperty("Value")!.PropertyType, depth + 1);
        }

        return models.IndexOf(type) >= 0 ? TryWriteModel(w, type, depth) : TryWriteScalar(w, type);
    }

    private static void WriteEnum(Utf8JsonWriter w, Type type)
    {
        PropertyInfo? value = Array.Find(type.GetProperties(BindingFlags.Public | BindingFlags.Static), property => property.PropertyType == type);
        string text = (value?.GetValue(null) as IApiEnum)?.Text ?? "1";
        if (IsText(type))
        {
            w.WriteStringValue(text);
        }
        else
        {
            w.WriteRawValue(text);
        }
    }

    private bool TryWriteScalar(Utf8JsonWriter w, Type type)
    {
        switch (Type.GetTypeCode(type))
        {
            case TypeCode.Boolean:
                w.WriteBooleanValue(true);
                return true;
            case TypeCode.Int32 or TypeCode.Int64:
                w.WriteNumberValue(10_000 + _texts);
                return true;
            case TypeCode.Single or TypeCode.Double or TypeCode.Decimal:
                w.WriteNumberValue(12.5m);
                return true;
            case TypeCode.String:
                _texts++;
                w.WriteStringValue(_texts % 4 == 0 ? "a text that repeats" : $"text number {_texts}");
                return true;
        }

        string? text = type.Name switch
        {
            nameof(Guid) => "019e16f4-abc0-7901-9c6e-97ad896c94ce",
            nameof(DateTimeOffset) or nameof(DateTime) => "2025-03-04T10:20:30Z",
            nameof(DateOnly) => "2025-03-04",
            nameof(TimeOnly) => "10:20:30",
            nameof(Uri) => "https://example.test/items/1",
            "Byte[]" => "aGVsbG8gd29ybGQ=",
            nameof(JsonElement) => "any value",
            _ => null,
        };
        if (text is not null)
        {
            w.WriteStringValue(text);
        }

        return text is not null;
    }
}
