using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

// Objects and unions as parameters: generated code writes them as JSON, the only form that it knows, and the runtime lays that out by the style.
public partial struct ApiRequest
{
    /// <summary>Adds a query parameter from a writer of <see cref="StartJson"/>.</summary>
    public void QueryJson(string name, JsonOut w, ApiParameterStyle style, bool allowReserved = false)
        => ParameterLayout.Pairs(ref _url, ref _query, name, Parse(w), style, allowReserved);

    /// <summary>Writes a path value from a writer of <see cref="StartJson"/>.</summary>
    public void PathValueJson(JsonOut w, ApiParameterStyle style) => PathValue(Parse(w), style);

    /// <summary>Sets a request header from a writer of <see cref="StartJson"/>.</summary>
    public void HeaderJson(string name, JsonOut w, ApiParameterStyle style) => Header(name, Parse(w), style);

    /// <summary>Adds a cookie from a writer of <see cref="StartJson"/>.</summary>
    public void CookieJson(string name, JsonOut w, ApiParameterStyle style) => Cookie(name, Parse(w), style);

    /// <summary>Adds a form field from a writer of <see cref="StartJson"/>.</summary>
    public void FormFieldJson(string name, JsonOut w, ApiParameterStyle style, bool allowReserved = false)
        => ParameterLayout.Pairs(ref _form, ref _formSeparator, name, Parse(w), style, allowReserved);

    /// <summary>Sends an object of a writer of <see cref="StartJson"/> as the fields of a form: lists repeated, objects by <c>name[key]</c>.</summary>
    public void FormJson(JsonOut w)
    {
        StartForm();
        if (Parse(w) is { ValueKind: JsonValueKind.Object } fields)
        {
            foreach (JsonProperty field in fields.EnumerateObject())
            {
                ApiParameterStyle style = field.Value.ValueKind == JsonValueKind.Object ? ApiParameterStyle.DeepObject : ApiParameterStyle.Exploded;
                FormField(Uri.EscapeDataString(field.Name), field.Value, style);
            }
        }
    }

    private static JsonElement Parse(JsonOut w)
    {
        var r = new Utf8JsonReader(w.Written, new JsonReaderOptions { MaxDepth = JsonLimits.MaxDepth });
        JsonElement value = JsonElement.ParseValue(ref r);
        w.Return();
        return value;
    }
}
