using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Makes <see cref="JsonSerializer"/> write and read a case of a generated union as the value that it holds. Generated code refers to it.</summary>
/// <typeparam name="TUnion">The union.</typeparam>
/// <typeparam name="T">The case.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiCaseConverter<TUnion, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T> : JsonConverter<T>, IJsonTyped
    where TUnion : class, IApiUnion<TUnion>
    where T : class, TUnion
{
    private static readonly CaseType<TUnion, T> s_type = new();

    JsonType IJsonTyped.Type => s_type;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonBridge.Read(ref reader, s_type);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => s_type.Write(writer, value);
}
