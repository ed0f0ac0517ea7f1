using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Reads and writes an <see cref="ApiDuration"/> as a string, with <see cref="JsonSerializer"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiDurationConverter : JsonConverter<ApiDuration>
{
    /// <inheritdoc/>
    public override ApiDuration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ApiDuration value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
