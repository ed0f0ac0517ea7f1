using System.Collections;
using System.Reflection;
using System.Text.Json;
using CdeCodegen.Runtime;
using CdeCodegen.Runtime.Generated;
using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>Makes arguments for the methods of a client by reflection on the parameter types.</summary>
/// <param name="isFull">Whether optional parameters and optional members are set.</param>
internal sealed class ArgumentMaker(bool isFull)
{
    /// <summary>Optional members are set in objects above this depth.</summary>
    private const int OptionalDepth = 2;

    /// <summary>Collections below this depth are empty, and unions are <c>Unknown</c>: the types may be recursive.</summary>
    private const int MaxDepth = 12;

    private static readonly JsonElement s_element = JsonDocument.Parse("\"text\"").RootElement;

    public object? Argument(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        if (type == typeof(CancellationToken))
        {
            return CancellationToken.None;
        }

        if (parameter.HasDefaultValue && (!isFull || parameter.DefaultValue is string))
        {
            return parameter.DefaultValue; // a string is the media type of the body
        }

        if (IsGeneric(type, typeof(Action<>)))
        {
            MethodInfo configure = typeof(ArgumentMaker).GetMethod(nameof(Configure), BindingFlags.Instance | BindingFlags.NonPublic)!;
            return configure.MakeGenericMethod(type.GetGenericArguments()[0].GetGenericArguments()).CreateDelegate(type, this);
        }

        return Make(type, 0);
    }

    public object? Make(Type type, int depth)
    {
        if (Scalar(type) is { } scalar)
        {
            return scalar;
        }

        if (type.IsValueType && typeof(IApiEnum).IsAssignableFrom(type))
        {
            PropertyInfo? known = type.GetProperties(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(property => property.PropertyType == type);
            return known is not null ? known.GetValue(null) : Construct(type, depth);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Make(underlying, depth);
        }

        if (IsGeneric(type, typeof(Optional<>)))
        {
            return Activator.CreateInstance(type, Make(type.GetGenericArguments()[0], depth));
        }

        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
        {
            return Collection(type.GetGenericArguments(), depth);
        }

        return type.IsAbstract ? Union(type, depth) : Model(type, depth);
    }

    private static object? Scalar(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(bool) ? true
        : type == typeof(int) ? 7
        : type == typeof(long) ? 7L
        : type == typeof(float) ? 1.5f
        : type == typeof(double) ? 1.5
        : type == typeof(decimal) ? 1.5m
        : type == typeof(Guid) ? new Guid("1b4e28ba-2fa1-41d2-883f-0016d3cca427")
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(2))
        : type == typeof(DateTime) ? new DateTime(2024, 5, 6, 7, 8, 9)
        : type == typeof(TimeSpan) ? new TimeSpan(7, 8, 9)
        : type == typeof(ApiDuration) ? new ApiDuration("P1Y2M")
        : type == typeof(DateOnly) ? new DateOnly(2024, 5, 6)
        : type == typeof(TimeOnly) ? new TimeOnly(7, 8, 9)
        : type == typeof(Uri) ? new Uri("https://stub.example/some/place")
        : type == typeof(byte[]) ? "text"u8.ToArray()
        : type == typeof(JsonElement) ? s_element
        : type == typeof(Stream) ? new MemoryStream("text"u8.ToArray())
        : type == typeof(FilePart) ? new FilePart(new MemoryStream("text"u8.ToArray()), "file.txt")
        : null;

    private object Collection(Type[] types, int depth)
    {
        Type item = types[^1];
        bool isEmpty = depth > MaxDepth;
        if (types.Length == 2)
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(types))!;
            if (!isEmpty)
            {
                map.Add("key", Make(item, depth + 1));
            }

            return map;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        if (!isEmpty)
        {
            list.Add(Make(item, depth + 1));
        }

        return list;
    }

    /// <summary>
    /// The first alternative, or <c>Unknown</c> below the maximum depth, because alternatives may contain each other. Of a base class, the first class that
    /// extends it.
    /// </summary>
    private object? Union(Type type, int depth)
    {
        Type[] cases = [.. type.GetNestedTypes().Where(nested => nested.BaseType == type)];
        if (cases is [{ Name: "Unknown" }] && cases[0].GetProperty("Value") is null)
        {
            Type? derived = type.Assembly.GetTypes().FirstOrDefault(other => other.IsSubclassOf(type) && !other.IsAbstract && other.Name != "Unknown");
            return Model(depth > MaxDepth || derived is null ? cases[0] : derived, depth);
        }

        Type chosen = depth > MaxDepth ? cases.First(nested => nested.Name == "Unknown") : cases[0];
        return Construct(chosen, depth);
    }

    private object? Construct(Type type, int depth)
    {
        ConstructorInfo constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, depth + 1))]);
    }

    private object Model(Type type, int depth)
    {
        if (depth > 2 * MaxDepth)
        {
            throw new RoundTripException("a type with endless required members", type.Name);
        }

        ConstructorInfo constructor = type.GetConstructors().OrderBy(constructor => constructor.GetParameters().Length).First();
        object model = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, depth + 1))]);
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.SetMethod?.IsPublic == true)) // the class sets its constants
        {
            if (property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute") || (isFull && depth < OptionalDepth))
            {
                property.SetValue(model, Make(property.PropertyType, depth + 1));
            }
        }

        return model;
    }

    private void Configure<TQuery>(RequestConfiguration<TQuery> configuration) where TQuery : class, new()
    {
        foreach (PropertyInfo property in typeof(TQuery).GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(configuration.QueryParameters, Make(property.PropertyType, OptionalDepth));
        }

        configuration.Headers.Add("X-Round-Trip", "1");
    }

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
