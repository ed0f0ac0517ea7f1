using System.Buffers;
#if NET9_0_OR_GREATER
using System.Runtime.InteropServices;
#else
using System.Text;
#endif
using System.Text.Json;
using System.Text.Unicode;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Reads a value at which a <see cref="Utf8JsonReader"/> stands with the readers of the client.</summary>
internal static class JsonBridge
{
    internal static T Read<T>(ref Utf8JsonReader reader, JsonType<T> type)
    {
        bool isRoot = reader.CurrentDepth == 0;
        JsonReaderOptions options = reader.CurrentState.Options;
        bool isStrict = !options.AllowTrailingCommas && options.CommentHandling == JsonCommentHandling.Disallow;

        // The value in one piece: a Utf8JsonReader does not give away the bytes that it stands on.
        using var document = JsonDocument.ParseValue(ref reader);
        ReadOnlySpan<byte> json = isStrict ? Raw(document.RootElement) : Normalized(document.RootElement);
        if (!Utf8.IsValid(json))
        {
            throw new JsonException("The value is not valid UTF-8.");
        }

        try
        {
            var r = new JsonReader(json);
            T value = type.Read(ref r);
            r.End();
            return value;
        }
        catch (JsonFormatException e)
        {
            string path = JsonPathFinder.Find(json, e.ByteOffset);
            string message = $"The value is not what the API's document describes: {e.Message}, at {path}.";

            // JsonSerializer knows the path of the value that it asked for, but not that of a part.
            throw isRoot ? new JsonException(message, path, lineNumber: null, bytePositionInLine: null, e) : new JsonException(message, e);
        }
    }

    private static ReadOnlySpan<byte> Raw(JsonElement value) =>
#if NET9_0_OR_GREATER
        JsonMarshal.GetRawUtf8Value(value);
#else
        Encoding.UTF8.GetBytes(value.GetRawText());
#endif

    /// <summary>The value without comments and trailing commas.</summary>
    private static ReadOnlySpan<byte> Normalized(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            value.WriteTo(writer);
        }

        return buffer.WrittenSpan;
    }
}
