using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// Makes <see cref="JsonSerializer"/> write and read a generated union, or a class that others extend, as its alternatives and classes. Generated code
/// refers to it.
/// </summary>
/// <typeparam name="T">The union or the class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiUnionConverter<[DynamicallyAccessedMembers(ModelTypes.Members)] T> : JsonConverter<T>, IJsonTyped
    where T : class, IApiUnion<T>
{
    private static readonly UnionType<T> s_type = new();

    JsonType IJsonTyped.Type => s_type;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonBridge.Read(ref reader, s_type);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => s_type.Write(writer, value);
}
