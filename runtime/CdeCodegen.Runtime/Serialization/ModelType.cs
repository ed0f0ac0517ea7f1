using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CdeCodegen.Runtime.Internal;

/// <summary>A generated class: its properties, under the names of its table.</summary>
internal sealed class ModelType<[DynamicallyAccessedMembers(ModelTypes.Members)] T> : LeafType<T>
    where T : class
{
    private Shape? _shape;

    internal override T Read(ref JsonReader r)
    {
        Shape shape = _shape ??= new Shape();
        T value = shape.Create();
        object? others = null;
        JsonMembers members = shape.Names.Start(ref r);
        while (shape.Others is null ? shape.Names.Next(ref r, ref members) : shape.Names.NextOrOther(ref r, ref members))
        {
            if (members.Index < 0)
            {
                others ??= shape.Others!.Map.CreateMap();
                shape.Others!.Map.ReadEntry(ref r, others, members.Name);
            }
            else if (shape.Members[members.Index] is { } member)
            {
                member.Read(ref r, value);
            }
            else
            {
                r.Skip();
            }
        }

        if (others is not null)
        {
            shape.Others!.Set(value, others);
        }

        return value;
    }

    internal override void Write(Utf8JsonWriter w, T value)
    {
        if (value.GetType() != typeof(T))
        {
            JsonType type = Find(value.GetType()) ?? throw new NotSupportedException($"{value.GetType()} is not a generated type.");
            type.WriteObject(w, value);
            return;
        }

        Shape shape = _shape ??= new Shape();
        w.WriteStartObject();
        foreach (ModelMember? member in shape.Members)
        {
            member?.Write(w, value);
        }

        if (shape.Others?.Get(value) is { } others)
        {
            shape.Others.Map.WriteEntries(w, others);
        }

        w.WriteEndObject();
    }

    /// <summary>What reflection finds. It is created with the first value, because types contain each other.</summary>
    private sealed class Shape
    {
        private readonly ConstructorInvoker _constructor;
        private readonly object?[] _arguments;

        internal Shape()
        {
            FieldInfo table = Array.Find(
                typeof(T).GetFields(BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly),
                static field => field.FieldType == typeof(JsonNames)) ?? throw ModelTypes.Trimmed(typeof(T));
            Names = (JsonNames)table.GetValue(null)!;

            // Constructors of generated code that take a reader are not for reflection; the smallest other one has the fewest arguments to leave out.
            ConstructorInfo constructor = typeof(T).GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .Where(static constructor => !Array.Exists(constructor.GetParameters(), static parameter => parameter.ParameterType.IsByRef))
                .MinBy(static constructor => constructor.GetParameters().Length)!;
            _constructor = ConstructorInvoker.Create(constructor);
            _arguments = new object?[constructor.GetParameters().Length];

            PropertyInfo[] properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);
            PropertyInfo?[] found = MatchNames(properties);
            Members = new ModelMember?[found.Length];
            for (int i = 0; i < found.Length; i++)
            {
                PropertyInfo property = found[i] ?? throw ModelTypes.Trimmed(typeof(T));
                Members[i] = ModelMember.Create(property, Names.NameAt(i), Names.IsRequired(i));
            }

            Others = Array.Find(properties, property => IsMap(property) && Array.IndexOf(found, property) < 0) is { } others
                ? ModelMember.Create(others, "", isRequired: false)
                : null;
        }

        internal JsonNames Names { get; }

        /// <summary>The member for each name; null for one that JSON cannot hold.</summary>
        internal ModelMember?[] Members { get; }

        /// <summary>The dictionary of members that the document does not name, if there is one.</summary>
        internal ModelMember? Others { get; }

        private static bool IsMap(PropertyInfo property) => property.Name.StartsWith("AdditionalProperties", StringComparison.Ordinal)
            && property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

        internal T Create() => (T)_constructor.Invoke(_arguments.AsSpan());

        /// <summary>Finds the property of each name. Where letters and digits do not tell which one it is, generated code has an attribute.</summary>
        private PropertyInfo?[] MatchNames(PropertyInfo[] properties)
        {
            var byName = new Dictionary<string, PropertyInfo>(StringComparer.Ordinal);
            var byLetters = new Dictionary<string, PropertyInfo>(StringComparer.Ordinal);
            foreach (PropertyInfo property in properties)
            {
                if (property.GetCustomAttribute<JsonPropertyNameAttribute>() is { } name)
                {
                    byName.TryAdd(name.Name, property);
                }
                else
                {
                    byLetters.TryAdd(Letters(property.Name), property);
                }
            }

            var found = new PropertyInfo?[Names.Count];
            for (int i = 0; i < found.Length; i++)
            {
                found[i] = byName.GetValueOrDefault(Names.NameAt(i)) ?? byLetters.GetValueOrDefault(Letters(Names.NameAt(i)));
            }

            return found;
        }

        /// <summary>The letters and digits of a name, in lower case. The generator has the same rule in <c>SerializedNames</c>.</summary>
        private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
    }
}
