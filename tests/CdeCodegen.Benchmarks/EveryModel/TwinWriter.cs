using System.Reflection;
using System.Text;
using System.Text.Json;
using CdeCodegen.Runtime.Generated;

namespace CdeCodegen.Benchmarks.EveryModel;

/// <summary>
/// Writes a class with the same members for each model. What System.Text.Json has no counterpart for is simpler there: open enumerations are strings or
/// integers, unions are <see cref="JsonElement"/>, and no member is required.
/// </summary>
internal sealed class TwinWriter(ModelTypes models)
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes the classes, their serializer context and their readers.</summary>
    public string Write()
    {
        _text.Append("#pragma warning disable\nusing System;\nusing System.Collections.Generic;\nusing System.Text.Json;\nusing System.Text.Json.Serialization;\n");
        for (int i = 0; i < models.Types.Length; i++)
        {
            WriteClass(i);
        }

        for (int i = 0; i < models.Types.Length; i++)
        {
            _text.Append("[JsonSerializable(typeof(M").Append(i).Append("))]\n");
        }

        _text.Append("[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]\n");
        _text.Append("public partial class TwinContext : JsonSerializerContext { }\npublic static class ModelReaders\n{\n");
        for (int i = 0; i < models.Types.Length; i++)
        {
            _text.Append("    public static object Read").Append(i).Append("(byte[] json) => JsonSerializer.Deserialize(json, TwinContext.Default.M").Append(i).Append(");\n");
        }

        return _text.Append("}\n").ToString();
    }

    private void WriteClass(int index)
    {
        Type model = models.Types[index];
        _text.Append("public sealed class M").Append(index).Append("\n{\n");
        int count = 0;
        foreach ((string name, bool _, PropertyInfo property) in ModelTypes.Members(model))
        {
            _text.Append("    [JsonPropertyName(").Append(Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(name, quote: true)).Append(")] public ")
                .Append(TypeOf(property.PropertyType)).Append(" P").Append(count++).Append(" { get; set; }\n");
        }

        if (model.GetProperty("AdditionalProperties")?.PropertyType == typeof(IReadOnlyDictionary<string, JsonElement>))
        {
            _text.Append("    [JsonExtensionData] public Dictionary<string, JsonElement> Others { get; set; }\n");
        }

        _text.Append("}\n");
    }

    private string TypeOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            string name = TypeOf(underlying);
            return name == "string" ? name : name + "?";
        }

        if (ModelTypes.Is(type, typeof(Optional<>)))
        {
            return TypeOf(type.GenericTypeArguments[0]);
        }

        if (ModelTypes.Is(type, typeof(IReadOnlyList<>)))
        {
            return $"List<{TypeOf(type.GenericTypeArguments[0])}>";
        }

        if (ModelTypes.Is(type, typeof(IReadOnlyDictionary<,>)))
        {
            return $"Dictionary<string, {TypeOf(type.GenericTypeArguments[1])}>";
        }

        if (typeof(IApiEnum).IsAssignableFrom(type))
        {
            return InstanceWriter.IsText(type) ? "string" : "long";
        }

        if (IsUnion(type))
        {
            return "JsonElement";
        }

        int index = models.IndexOf(type);
        return index >= 0 ? "M" + index : type == typeof(byte[]) ? "byte[]" : type == typeof(string) ? "string"
            : type.Namespace == "System" || type == typeof(JsonElement) ? type.Name : "JsonElement";
    }

    internal static bool IsUnion(Type type) => Array.Exists(type.GetInterfaces(), static implemented => ModelTypes.Is(implemented, typeof(IApiUnion<>)));
}
