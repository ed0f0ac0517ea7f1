using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

internal static class ModelTypes
{
    /// <summary>What the converters find by reflection: the properties, the constructors, and the table of JSON names, which is a private field.</summary>
    internal const DynamicallyAccessedMemberTypes Members = DynamicallyAccessedMemberTypes.PublicProperties
        | DynamicallyAccessedMemberTypes.PublicConstructors
        | DynamicallyAccessedMemberTypes.NonPublicConstructors
        | DynamicallyAccessedMemberTypes.NonPublicFields;

    /// <summary>Members are missing. Nothing is left out silently.</summary>
    internal static NotSupportedException Trimmed(Type type) => new(
        $"{type} cannot be written or read as JSON, because its members were trimmed. Remove CdeCodegenKeepModels from the project, "
        + $"or write [JsonSerializable(typeof({type.FullName?.Replace('+', '.')}))] for it at a JsonSerializerContext.");
}

/// <summary>A union, or a class that others extend.</summary>
internal sealed class UnionType<[DynamicallyAccessedMembers(ModelTypes.Members)] T> : LeafType<T>
    where T : class, IApiUnion<T>
{
    private readonly ModelType<T> _self = new();

    internal override T Read(ref JsonReader r) => T.Read(ref r);

    internal override void Write(Utf8JsonWriter w, T value) => _self.Write(w, value);
}

/// <summary>A case of a union, which holds its value.</summary>
internal sealed class CaseType<TUnion, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T> : LeafType<T>
    where TUnion : class, IApiUnion<TUnion>
    where T : class, TUnion
{
    private ModelMember? _value;

    internal override T Read(ref JsonReader r)
    {
        int start = r.Position;
        return TUnion.Read(ref r) as T ?? throw new JsonFormatException("the value is another alternative of the union", start);
    }

    internal override void Write(Utf8JsonWriter w, T value)
    {
        _value ??= ModelMember.Create(typeof(T).GetProperty("Value") ?? throw ModelTypes.Trimmed(typeof(T)), "", isRequired: true)!;
        _value.WriteValueOf(w, value);
    }
}
