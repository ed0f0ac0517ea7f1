using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

// Objects and unions as parameters: generated code writes them as JSON, the only form that it knows, and the runtime lays that out by the style.
public partial struct ApiRequest
{
    /// <summary>A writer for a value that one of the following methods takes.</summary>
    public readonly JsonWriter StartJson() => JsonWriter.Rent();

    /// <summary>Adds a query parameter from a writer of <see cref="StartJson"/>.</summary>
    public void QueryJson(string name, JsonWriter w, ApiParameterStyle style, bool allowReserved = false)
        => ParameterFormatter.WritePairs(ref _url, ref _query, name, Parse(w), style, allowReserved);

    /// <summary>Sets a request header from a writer of <see cref="StartJson"/>.</summary>
    public void HeaderJson(string name, JsonWriter w, ApiParameterStyle style) => Header(name, Parse(w), style);

    /// <summary>Adds a cookie from a writer of <see cref="StartJson"/>.</summary>
    public void CookieJson(string name, JsonWriter w, ApiParameterStyle style) => Cookie(name, Parse(w), style);

    private static JsonElement Parse(JsonWriter w)
    {
        var r = new Utf8JsonReader(w.Written, new JsonReaderOptions { MaxDepth = JsonLimits.MaxDepth });
        var value = JsonElement.ParseValue(ref r);
        w.Return();
        return value;
    }
}
