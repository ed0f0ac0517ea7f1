using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CdeCodegen.Benchmarks.Support;

/// <summary>The request values and response bodies that all candidates get.</summary>
public static class Seed
{
    /// <summary>The documented 200 body of the restore operation without white space, 4.9 KB.</summary>
    public static readonly byte[] Connector = Format(isIndented: false);

    /// <summary>The same body with white space.</summary>
    public static readonly byte[] Indented = Format(isIndented: true);

    /// <summary>An error body of 38 bytes.</summary>
    public static readonly byte[] Message = Encoding.UTF8.GetBytes("""{"message":"Access denied for a user"}""");

    public static readonly Guid Id = new("019e16f4-abc0-7901-9c6e-97ad896c94ce");

    public const string BaseUrl = "https://cde.staging.productsup.com";

    /// <summary>Validates a body, as a call does before it reads JSON.</summary>
    public static void RequireUtf8(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            throw new DecoderFallbackException();
        }
    }

    private static byte[] Format(bool isIndented)
    {
        using Stream file = typeof(Seed).Assembly.GetManifestResourceStream("seed.json")!;
        using var document = JsonDocument.Parse(file);
        var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = isIndented };
        return JsonSerializer.SerializeToUtf8Bytes(document.RootElement, options);
    }
}
