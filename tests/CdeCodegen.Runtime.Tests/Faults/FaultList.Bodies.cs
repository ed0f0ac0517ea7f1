using System.IO.Compression;
using System.Text;

namespace CdeCodegen.Runtime.Tests.Faults;

/// <content>Content types, charsets, compression and sizes.</content>
internal static partial class FaultList
{
    private const int Megabyte = 1_000_000;

    private static Fault[] Types =>
    [
        Fault.Body("Content", "has no content type", "200 OK", "{}"u8.ToArray()),
        Fault.Body("Content", "is HTML", "200 OK\r\nContent-Type: text/html", "<html>"u8.ToArray()),
        Fault.Body("Content", "has an invalid content type", "200 OK\r\nContent-Type: ;;;", "{}"u8.ToArray()),
        Fault.Body("Content", "is JSON with an empty charset", "200 OK\r\nContent-Type: application/json; charset=", "{}"u8.ToArray()),
        Fault.Body("Content", "has charset utf-7", "200 OK\r\nContent-Type: application/json; charset=utf-7", "{}"u8.ToArray()),
        Fault.Body("Content", "has an unknown charset", "200 OK\r\nContent-Type: application/json; charset=klingon", "{}"u8.ToArray()),
        Fault.Body("Content", "has an unknown charset, and is a 404", "404 Not Found\r\nContent-Type: application/json; charset=klingon", "{}"u8.ToArray()),
        Fault.Body("Content", "is UTF-8 with a BOM", "200 OK\r\n" + Json.TrimEnd(), [0xEF, 0xBB, 0xBF, .. "{}"u8]),
        Fault.Body("Content", "is UTF-16 with a BOM", "200 OK\r\n" + Json.TrimEnd(), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{\"a\":\"\u00e9\"}")]),
        Fault.Body("Content", "is UTF-16 by its charset", "200 OK\r\nContent-Type: application/json; charset=utf-16be", Encoding.BigEndianUnicode.GetBytes("{}")),
        Fault.Body("Content", "is UTF-16 with half a surrogate pair", "200 OK\r\nContent-Type: application/json; charset=utf-16", HalfPair(Encoding.Unicode, false)),
        Fault.Body("Content", "is UTF-16 that ends in half a surrogate pair", "200 OK\r\nContent-Type: application/json; charset=utf-16", HalfPair(Encoding.Unicode, true)),
        Fault.Body("Content", "is UTF-16BE with half a surrogate pair", "200 OK\r\nContent-Type: application/json; charset=utf-16be", HalfPair(Encoding.BigEndianUnicode, false)),
        Fault.Body("Content", "is UTF-16 with half a character", "200 OK\r\nContent-Type: application/json; charset=utf-16", [.. Encoding.Unicode.GetBytes("{}"), 0x20]),
        Fault.Body("Content", "is Latin-1", "200 OK\r\nContent-Type: application/json; charset=iso-8859-1", Encoding.Latin1.GetBytes("{\"a\":\"\u00e9\"}")),
        Fault.Body("Content", "is invalid UTF-8", "200 OK\r\n" + Json.TrimEnd(), [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8]),
        Fault.Body("Content", "has an escaped half surrogate pair", "200 OK\r\n" + Json.TrimEnd(), "{\"a\":\"\\ud800\"}"u8.ToArray()),
        Fault.Body("Content", "has a NUL after the JSON", "200 OK\r\n" + Json.TrimEnd(), "{}\0"u8.ToArray()),
        Fault.Body("Content", "has two JSON values", "200 OK\r\n" + Json.TrimEnd(), "{}{}"u8.ToArray()),
        Fault.Body("Content", "is white space", "200 OK\r\n" + Json.TrimEnd(), "  \r\n "u8.ToArray()),
        Fault.Body("Content", "is nested 100,000 levels deep", "200 OK\r\n" + Json.TrimEnd(), Encoding.ASCII.GetBytes(new string('[', 100_000))),
        Fault.Body("Content", "has a name of 500 KB and then an error", "200 OK\r\n" + Json.TrimEnd(), Encoding.ASCII.GetBytes("{\"" + new string('n', 500_000) + "\":}")),
    ];

    private static Fault[] Compressions =>
    [
        Compressed("gzip", Gzip("{}"u8.ToArray())),
        Fault.Body("Compression", "is gzip that is damaged", "200 OK\r\n" + Json + "Content-Encoding: gzip", Damage(Gzip(Encoding.ASCII.GetBytes("{\"a\":\"" + new string('x', 5000) + "\"}")))),
        Fault.Body("Compression", "is gzip that ends early", "200 OK\r\n" + Json + "Content-Encoding: gzip", Gzip(Noise(5000))[..2000]),
        Fault.Body("Compression", "is called gzip and is not", "200 OK\r\n" + Json + "Content-Encoding: gzip", "{}"u8.ToArray()),
        Fault.Body("Compression", "is called gzip and is not, and is a 404", "404 Not Found\r\n" + Json + "Content-Encoding: gzip", "{}"u8.ToArray()),
        Fault.Body("Compression", "is called brotli and is not", "200 OK\r\n" + Json + "Content-Encoding: br", "{\"a\":1}"u8.ToArray()),
        Fault.Body("Compression", "is called deflate and is not", "200 OK\r\n" + Json + "Content-Encoding: deflate", "{\"a\":1}"u8.ToArray()),
        Fault.Body("Compression", "has an unknown encoding", "200 OK\r\n" + Json + "Content-Encoding: zebra", [1, 2, 3, 4]),
        Fault.Body("Compression", "is gzip of nothing", "200 OK\r\n" + Json + "Content-Encoding: gzip", []),
        Fault.Body("Compression", "is a bomb: 100 MB in 100 KB", "200 OK\r\n" + Json + "Content-Encoding: gzip", s_bomb.Value),
        Fault.Body("Compression", "is a bomb, and is a 404", "404 Not Found\r\n" + Json + "Content-Encoding: gzip", s_bomb.Value),
        Fault.Body("Compression", "is a bomb, and is undocumented", "500 Internal Server Error\r\n" + Json + "Content-Encoding: gzip", s_bomb.Value),
    ];

    private static Fault[] Sizes =>
    [
        Fault.Body("Size", "is exactly as long as the limit", "200 OK\r\n" + Json.TrimEnd(), Sized(Megabyte)),
        Fault.Body("Size", "is one byte longer than the limit", "200 OK\r\n" + Json.TrimEnd(), Sized(Megabyte + 1)),
        new("Size", "is 100 MB", static async request => await SendLargeAsync(request, "200 OK")),
        new("Size", "is 100 MB, and is a 404", static async request => await SendLargeAsync(request, "404 Not Found")),
        new("Size", "is 100 MB, and is undocumented", static async request => await SendLargeAsync(request, "500 Internal Server Error")),
        new("Size", "is endless", static async request => await SendEndlessAsync(request, Ok)),
        new("Size", "is endless, and is a 404", static async request => await SendEndlessAsync(request, "HTTP/1.1 404 Not Found\r\n" + Json)),
        new("Size", "is endless white space", static async request =>
        {
            await request.SendAsync(Ok + "\r\n");
            await request.SendForeverAsync(new string(' ', 10_000));
            return false;
        }),
    ];

    private static readonly Lazy<byte[]> s_bomb = new(static () => Gzip(new byte[100 * Megabyte]));

    private static Fault Compressed(string encoding, byte[] body) =>
        Fault.Body("Compression", $"is {encoding}", $"200 OK\r\n{Json}Content-Encoding: {encoding}", body);

    private static byte[] Gzip(byte[] plain)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(plain);
        }

        return target.ToArray();
    }

    private static byte[] Damage(byte[] bytes)
    {
        for (int i = 15; i < bytes.Length; i++)
        {
            bytes[i] ^= 0x5A;
        }

        return bytes;
    }

    private static byte[] Noise(int length)
    {
        byte[] bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static byte[] HalfPair(Encoding encoding, bool atEnd)
    {
        byte[] high = encoding is UnicodeEncoding && encoding.Equals(Encoding.BigEndianUnicode) ? [0xD8, 0x00] : [0x00, 0xD8];
        return atEnd ? [.. encoding.GetBytes("{} "), .. high] : [.. encoding.GetBytes("{\"a\":\""), .. high, .. encoding.GetBytes("\"}")];
    }

    /// <summary>A JSON text of an exact length.</summary>
    private static byte[] Sized(int length) => Encoding.ASCII.GetBytes("\"" + new string('x', length - 2) + "\"");

    private static async Task<bool> SendLargeAsync(FaultRequest request, string status)
    {
        await request.SendAsync($"HTTP/1.1 {status}\r\n{Json}Content-Length: {Number(100 * Megabyte)}\r\n\r\n\"");
        byte[] piece = new byte[64 * 1024];
        Array.Fill(piece, (byte)'x');
        for (int i = 0; i < 100 * Megabyte / piece.Length; i++)
        {
            await request.SendAsync(piece);
        }

        return false;
    }

    private static async Task<bool> SendEndlessAsync(FaultRequest request, string head)
    {
        await request.SendAsync(head + "Transfer-Encoding: chunked\r\n\r\n");
        await request.SendForeverAsync("1000\r\n" + new string('[', 4096) + "\r\n");
        return false;
    }
}
