using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

/// <summary>An event of an event stream whose name selects the type of its data. Valid only while its reader runs. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ApiEvent
{
    private readonly ReadOnlySpan<byte> _data;

    internal ApiEvent(string eventType, ReadOnlySpan<byte> data)
    {
        EventType = eventType;
        _data = data;
    }

    /// <summary>The name of the event.</summary>
    public string EventType { get; }

    /// <summary>Returns the data as text.</summary>
    public string Text() => Encoding.UTF8.GetString(_data);

    /// <summary>Reads the data as JSON.</summary>
    public T Json<T>(JsonBodyReader<T> read) => ApiResponse.ReadItem(_data, read);

    /// <summary>Returns the data of an event that the document does not describe: JSON, or a JSON string if it is no JSON.</summary>
    public JsonElement Element()
    {
        try
        {
            return ApiResponse.ReadItem(_data, static (ref JsonReader r) => JsonValues.Element(ref r));
        }
        catch (JsonFormatException) when (!_data.SequenceEqual(ApiResponse.Done))
        {
            using var document = JsonDocument.Parse("\"" + JsonEncodedText.Encode(Text()) + "\"");
            return document.RootElement.Clone();
        }
    }
}
