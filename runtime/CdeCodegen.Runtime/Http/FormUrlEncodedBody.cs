using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

/// <summary>
/// Creates <c>application/x-www-form-urlencoded</c> bodies from objects. Lists repeat their name, objects use <c>name[key]</c>, and nulls are omitted.
/// </summary>
internal static class FormUrlEncodedBody
{
    internal static PooledContent Create(JsonElement value)
    {
        var form = UrlWriter.Start();
        PairSeparator separator = PairSeparator.Form;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty field in value.EnumerateObject())
            {
                ApiParameterStyle style = field.Value.ValueKind == JsonValueKind.Object ? ApiParameterStyle.DeepObject : ApiParameterStyle.Exploded;
                ParameterFormatter.WritePairs(ref form, ref separator, Uri.EscapeDataString(field.Name), field.Value, style, allowReserved: false);
            }
        }

        byte[] buffer = BufferPool.Rent(form.Length);
        int length = Encoding.ASCII.GetBytes(form.Written, buffer);
        form.Release();
        return new PooledContent(buffer, 0, length, "application/x-www-form-urlencoded");
    }
}
