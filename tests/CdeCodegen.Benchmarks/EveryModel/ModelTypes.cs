using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using CdeCodegen.Runtime.Generated;

namespace CdeCodegen.Benchmarks.EveryModel;

/// <summary>The models of a compiled client that have readers.</summary>
internal sealed class ModelTypes
{
    private readonly Assembly _client;

    /// <param name="client">The client, with a <c>ModelReaders</c> class.</param>
    /// <param name="names">The metadata names of the models; <c>ModelReaders</c> has a method for each position.</param>
    public ModelTypes(Assembly client, IEnumerable<string> names)
    {
        _client = client;
        Types = [.. names.Select(name => client.GetType(name, throwOnError: true)!)];
    }

    public Type[] Types { get; }

    public Func<byte[], object> Reader(int index) => ModelAssembly.Reader(_client, index);

    /// <summary>The position of a type, or -1 for one without a reader, a union for example.</summary>
    public int IndexOf(Type type) => Array.IndexOf(Types, type);

    /// <summary>The members of a model with their JSON names.</summary>
    public static IEnumerable<(string Name, bool IsRequired, PropertyInfo Property)> Members(Type model)
    {
        FieldInfo? table = Array.Find(
            model.GetFields(BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly), static field => field.FieldType == typeof(JsonNames));
        if (table is null)
        {
            yield break;
        }

        // The static constructor of the model fills the field.
        RuntimeHelpers.RunClassConstructor(model.TypeHandle);
        var names = (JsonNames)table.GetValue(null)!;
        PropertyInfo[] properties = model.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        for (int i = 0; i < names.Count; i++)
        {
            string name = names.NameAt(i);
            PropertyInfo? property = Array.Find(properties, property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name == name)
                ?? Array.Find(properties, property => Letters(property.Name) == Letters(name));
            if (property is not null)
            {
                yield return (name, names.IsRequired(i), property);
            }
        }
    }

    /// <summary>The letters and digits of a name, in lower case.</summary>
    public static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>Whether a type is a generic type with the definition.</summary>
    public static bool Is(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
