using System.Text;

namespace CdeCodegen.Runtime.Tests;

/// <summary>What a piece of writing code writes.</summary>
internal static class Written
{
    public static string By(Action<JsonOut> write) => Encoding.UTF8.GetString(BytesBy(write));

    public static byte[] BytesBy(Action<JsonOut> write)
    {
        var w = JsonOut.Rent();
        write(w);
        byte[] bytes = w.Written.ToArray();
        w.Return();
        return bytes;
    }
}
