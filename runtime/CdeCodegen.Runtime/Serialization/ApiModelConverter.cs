using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Makes <see cref="JsonSerializer"/> write and read a generated class with the names of the API's document. Generated code refers to it.</summary>
/// <typeparam name="T">The class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiModelConverter<[DynamicallyAccessedMembers(ModelTypes.Members)] T> : JsonConverter<T>, IJsonTyped
    where T : class
{
    private static readonly ModelType<T> s_type = new();

    JsonType IJsonTyped.Type => s_type;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonBridge.Read(ref reader, s_type);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => s_type.Write(writer, value);
}
