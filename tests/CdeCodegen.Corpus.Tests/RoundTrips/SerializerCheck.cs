using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>
/// Writes a value of a generated type with <see cref="JsonSerializer"/> and reads it again, which must change nothing. The JSON must be that of the other side:
/// of the response that the client read, or of the request that it wrote.
/// </summary>
internal sealed class SerializerCheck
{
    /// <summary>They know the types of the client, which is unloaded in the end.</summary>
    private readonly JsonSerializerOptions _options = new() { MaxDepth = 128 };

    /// <summary>Checks the body of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="body">The JSON of the response; null if it was none.</param>
    public void CheckResponse(object? result, string? body)
    {
        if (body is not null
            && result?.GetType().GetProperty("Body") is { } property && IsGenerated(property.PropertyType)
            && property.GetValue(result) is { } value)
        {
            // Members that the document does not name are skipped, so the response may have more.
            string json = Serialize(value, property.PropertyType);
            if (!Contains(JsonNode.Parse(body), JsonNode.Parse(json)))
            {
                throw new RoundTripException("a response is serialized differently", $"{json} instead of {body}");
            }
        }
    }

    /// <summary>Checks the body of a request.</summary>
    /// <param name="parameters">The parameters of the method that sent it.</param>
    /// <param name="values">Their values, in which nothing is read-only.</param>
    /// <param name="body">The JSON that the client sent; null if it sent none.</param>
    public void CheckRequest(ParameterInfo[] parameters, object?[] values, string? body)
    {
        int index = Array.FindIndex(parameters, static parameter => parameter.Name == "body");
        if (body is not null && index >= 0 && IsGenerated(parameters[index].ParameterType) && values[index] is { } value)
        {
            string json = Serialize(value, parameters[index].ParameterType);
            if (!JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(body)))
            {
                throw new RoundTripException("a request is serialized differently", $"{json} instead of {body}");
            }
        }
    }

    private string Serialize(object value, Type type)
    {
        string json = JsonSerializer.Serialize(value, type, _options);
        object? copy = JsonSerializer.Deserialize(json, type, _options);
        return AreSame(value, copy) && JsonSerializer.Serialize(copy, type, _options) == json
            ? json
            : throw new RoundTripException("changed by the serializer", json);
    }

    private static bool Contains(JsonNode? whole, JsonNode? part) => (whole, part) switch
    {
        (JsonObject all, JsonObject some) => some.All(member => all.TryGetPropertyValue(member.Key, out JsonNode? value) && Contains(value, member.Value)),
        (JsonArray all, JsonArray some) => all.Count == some.Count && all.Zip(some).All(static pair => Contains(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(whole, part),
    };

    private static bool AreSame(object? value, object? copy)
    {
        if (value is null || copy is null)
        {
            return value is null && copy is null;
        }

        switch (value)
        {
            case string or IComparable or Uri:
                return value.Equals(copy);
            case JsonElement json:
                return JsonElement.DeepEquals(json, (JsonElement)copy);

            // Lists and dictionaries are of any class that has their interface.
            case IDictionary map:
                return map.Count == ((IDictionary)copy).Count && map.Keys.Cast<object>().All(key => AreSame(map[key], ((IDictionary)copy)[key]));
            case IEnumerable items:
                return items.Cast<object?>().Count() == ((IEnumerable)copy).Cast<object?>().Count()
                    && items.Cast<object?>().Zip(((IEnumerable)copy).Cast<object?>()).All(static pair => AreSame(pair.First, pair.Second));
            default:
                if (value.GetType() != copy.GetType())
                {
                    return false;
                }

                PropertyInfo[] properties = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance);
                return properties.Length == 0 || value.GetType().IsValueType
                    ? value.Equals(copy) || IsOptional(value.GetType())
                    : Array.TrueForAll(properties, property => AreSame(property.GetValue(value), property.GetValue(copy)));
        }
    }

    /// <summary>Optional members compare their values by reference. What they contain is in the JSON, which is compared as well.</summary>
    private static bool IsOptional(Type type) => type.IsGenericType && type.Name.StartsWith("Optional", StringComparison.Ordinal);

    /// <summary>Whether a type is generated, or a collection of such. A stream is neither: it is read item by item.</summary>
    private static bool IsGenerated(Type type) => type.IsGenericType
        ? !type.IsAssignableTo(typeof(IAsyncDisposable)) && Array.Exists(type.GetGenericArguments(), IsGenerated)
        : type.GetCustomAttribute<JsonConverterAttribute>() is not null;
}
