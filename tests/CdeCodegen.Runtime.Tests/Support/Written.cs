using System.Text;

namespace CdeCodegen.Runtime.Tests;

/// <summary>Returns the JSON that an action writes.</summary>
internal static class Written
{
    public static string By(Action<JsonWriter> write) => Encoding.UTF8.GetString(BytesBy(write));

    public static byte[] BytesBy(Action<JsonWriter> write)
    {
        var w = JsonWriter.Rent();
        write(w);
        byte[] bytes = w.Written.ToArray();
        w.Return();
        return bytes;
    }
}
