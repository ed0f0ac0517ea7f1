using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

/// <summary>
/// Creates <c>application/x-www-form-urlencoded</c> bodies from objects. By default lists repeat their name and objects are JSON text. Nulls are omitted.
/// </summary>
internal static class FormUrlEncodedBody
{
    /// <param name="value">The object.</param>
    /// <param name="styles">The fields with another style, or null.</param>
    internal static PooledContent Create(JsonElement value, Dictionary<string, (ApiParameterStyle Style, bool AllowReserved)>? styles)
    {
        var form = UrlWriter.Start();
        PairSeparator separator = PairSeparator.Form;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty field in value.EnumerateObject())
            {
                bool allowReserved = false;
                ApiParameterStyle style = field.Value.ValueKind == JsonValueKind.Object ? ApiParameterStyle.Json : ApiParameterStyle.Exploded;
                if (styles is not null && styles.TryGetValue(field.Name, out (ApiParameterStyle Style, bool AllowReserved) known))
                {
                    (style, allowReserved) = known;
                }

                // A field without a value is omitted in every style, also as JSON.
                if (field.Value.ValueKind != JsonValueKind.Null)
                {
                    ParameterFormatter.WritePairs(ref form, ref separator, Uri.EscapeDataString(field.Name), field.Value, style, allowReserved);
                }
            }
        }

        byte[] buffer = BufferPool.Rent(form.Length);
        int length = Encoding.ASCII.GetBytes(form.Written, buffer);
        form.Release();
        return new PooledContent(buffer, 0, length, "application/x-www-form-urlencoded");
    }
}
