using System.Text;

namespace CdeCodegen.Tasks.Documents;

/// <summary>Reads documents as the compiler reads additional files.</summary>
internal static class DocumentText
{
    private static readonly Encoding s_strictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The text; null if the file cannot be read.</returns>
    public static string? Read(string path)
    {
        try
        {
            return Decode(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Decodes UTF-8, a text with a byte order mark, or else Latin 1.</summary>
    public static string Decode(byte[] bytes)
    {
        try
        {
            return Decode(bytes, s_strictUtf8);
        }
        catch (DecoderFallbackException)
        {
            return Decode(bytes, Encoding.GetEncoding("ISO-8859-1"));
        }
    }

    private static string Decode(byte[] bytes, Encoding encoding)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), encoding, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
