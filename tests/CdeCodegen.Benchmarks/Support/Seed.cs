using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CdeCodegen.Benchmarks.Support;

/// <summary>The bodies that all candidates get.</summary>
public static class Seed
{
    /// <summary>The reference page's 200 body without white space, 4.9 KB.</summary>
    public static readonly byte[] Connector = Formatted(isIndented: false);

    /// <summary>The same with white space.</summary>
    public static readonly byte[] Indented = Formatted(isIndented: true);

    /// <summary>38 bytes.</summary>
    public static readonly byte[] Message = Encoding.UTF8.GetBytes("""{"message":"Access denied for a user"}""");

    public static readonly Guid Id = new("019e16f4-abc0-7901-9c6e-97ad896c94ce");

    public const string BaseUrl = "https://cde.staging.productsup.com";

    private static byte[] Formatted(bool isIndented)
    {
        using Stream file = typeof(Seed).Assembly.GetManifestResourceStream("seed.json")!;
        using var document = JsonDocument.Parse(file);
        return JsonSerializer.SerializeToUtf8Bytes(document.RootElement, new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = isIndented });
    }
}
