using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CdeCodegen.Runtime.Generated;

/// <summary>What the converters of generated types share. Generated code refers to those.</summary>
/// <typeparam name="T">The generated type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiConverter<T> : JsonConverter<T>, IJsonTyped
{
    private readonly JsonType<T> _type;

    private protected ApiConverter(JsonType<T> type) => _type = type;

    JsonType IJsonTyped.Type => _type;

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonBridge.Read(ref reader, _type);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => _type.Write(writer, value);
}
