using System.ComponentModel;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// Makes <see cref="JsonSerializer"/> write and read a generated enumeration as its JSON value, also as the key of a dictionary. Generated code refers to it.
/// </summary>
/// <typeparam name="T">The enumeration.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiEnumConverter<T> : ApiConverter<T>
    where T : struct, IApiEnum
{
    private static readonly EnumType<T> s_type = new();

    /// <summary>Creates the converter.</summary>
    public ApiEnumConverter()
        : base(s_type)
    {
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => s_type.Parse(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Text ?? "");
}
