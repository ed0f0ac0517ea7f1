using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

// Object and union parameters. Generated code writes them as JSON, and the runtime formats the JSON in the style of the parameter.
public partial struct ApiRequest
{
    /// <summary>Creates a writer for a value to pass to one of the following methods.</summary>
    public readonly JsonWriter StartJson() => JsonWriter.Rent();

    /// <summary>Adds a query parameter, written with <see cref="StartJson"/>.</summary>
    public void QueryJson(string name, JsonWriter w, ApiParameterStyle style, bool allowReserved = false)
        => ParameterFormatter.WritePairs(ref _url, ref _query, name, Parse(w), style, allowReserved);

    /// <summary>Sets the query to JSON without a name, written with <see cref="StartJson"/>.</summary>
    public void QueryStringJson(JsonWriter w, ApiParameterStyle style) => QueryString(Parse(w), style);

    /// <summary>Sets a request header, written with <see cref="StartJson"/>.</summary>
    public void HeaderJson(string name, JsonWriter w, ApiParameterStyle style) => Header(name, Parse(w), style);

    /// <summary>Adds a cookie, written with <see cref="StartJson"/>.</summary>
    public void CookieJson(string name, JsonWriter w, ApiParameterStyle style) => Cookie(name, Parse(w), style);

    private static JsonElement Parse(JsonWriter w)
    {
        var r = new Utf8JsonReader(w.Written, new JsonReaderOptions { MaxDepth = JsonLimits.MaxDepth });
        var value = JsonElement.ParseValue(ref r);
        w.Return();
        return value;
    }
}
