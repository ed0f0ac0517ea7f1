using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

/// <summary>An object as an <c>application/x-www-form-urlencoded</c> body: lists repeated, objects by <c>name[key]</c>, null left out.</summary>
internal static class FormUrlEncodedBody
{
    internal static PooledContent Of(JsonElement value)
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

        byte[] buffer = ArrayPool<byte>.Shared.Rent(form.Length);
        int length = Encoding.ASCII.GetBytes(form.Written, buffer);
        form.Release();
        return new PooledContent(buffer, 0, length, "application/x-www-form-urlencoded");
    }
}
